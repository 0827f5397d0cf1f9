import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';
import { helm, type Values } from '../chart/helm.ts';
import type { KubernetesObject } from '../chart/kubernetes-object.ts';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Git repository of the manifests: the one line that a fork changes. */
export const REPOSITORY =
  /repoURL: (\S+)/.exec(readFileSync(`${ROOT}gitops/root.yaml`, 'utf8'))?.[1] ?? '';

export interface Source {
  readonly repoURL: string;
  readonly targetRevision: string;
  readonly path?: string;
  readonly chart?: string;
  readonly helm?: {
    readonly releaseName: string;
    readonly valueFiles?: readonly string[];
    readonly valuesObject?: Values;
  };
}

export interface ArgoApplication extends KubernetesObject {
  readonly spec: {
    readonly project: string;
    readonly source?: Source;
    readonly sources?: readonly Source[];
    readonly destination: { readonly name: string; readonly namespace: string };
    readonly syncPolicy: Readonly<Record<string, unknown>>;
    readonly ignoreDifferences?: readonly object[];
    readonly info?: readonly { readonly value: string }[];
  };
}

interface Allowed {
  readonly group: string;
  readonly kind: string;
}

export interface ArgoProject extends KubernetesObject {
  readonly spec: {
    readonly sourceRepos: readonly string[];
    readonly destinations: readonly { readonly name: string; readonly namespace: string }[];
    readonly clusterResourceWhitelist: readonly Allowed[];
    readonly namespaceResourceWhitelist?: readonly Allowed[];
  };
}

/** What the root Application renders, with Argo CD's own parameters. `folder` is a copy of gitops/. */
export function renderRoot(folder = `${ROOT}gitops`, set: readonly string[] = []) {
  const parameters = [`repository=${REPOSITORY}`, 'revision=deploy', ...set];
  const options = parameters.flatMap((parameter) => ['--set', parameter]);
  return parseObjects(helm(['template', 'root', folder, '--namespace', 'argocd', ...options]));
}

/** What Argo CD would render of one source; null for the chart of others, which is not here. */
function renderSource(source: Source, namespace: string): readonly KubernetesObject[] | null {
  if (source.path === undefined) return null;
  if (source.helm === undefined) return readManifests(source.path);
  const { releaseName, valueFiles = [], valuesObject = {} } = source.helm;
  // A leading slash is the root of the repository.
  const files = valueFiles.flatMap((file) => ['--values', `${ROOT}${file.slice(1)}`]);
  const chart = `${ROOT}${source.path}`;
  const options = ['--namespace', namespace, ...files, '--values', '-'];
  return parseObjects(helm(['template', releaseName, chart, ...options], valuesObject));
}

/** The plain manifests of a folder. */
export function readManifests(path: string): readonly KubernetesObject[] {
  const files = globSync(`${path}/*.yaml`, { cwd: ROOT });
  return files.flatMap((file) => parseObjects(readFileSync(`${ROOT}${file}`, 'utf8')));
}

/** Every object of a text of YAML documents, and of the lists in it. */
export function parseObjects(text: string): readonly KubernetesObject[] {
  const documents = parseAllDocuments(text);
  for (const document of documents) for (const error of document.errors) throw error;
  return documents
    .map(
      (document) => document.toJS() as (KubernetesObject & { items?: KubernetesObject[] }) | null,
    )
    .filter((object) => object !== null)
    .flatMap((object) => object.items ?? [object]);
}

export function applications(objects: readonly KubernetesObject[]): readonly ArgoApplication[] {
  return objects.filter(({ kind }) => kind === 'Application') as ArgoApplication[];
}

export function projects(objects: readonly KubernetesObject[]): readonly ArgoProject[] {
  return objects.filter(({ kind }) => kind === 'AppProject') as ArgoProject[];
}

/** One source or several, as a list. */
export function sourcesOf({ spec }: ArgoApplication): readonly Source[] {
  return spec.sources ?? (spec.source === undefined ? [] : [spec.source]);
}

/** A file of values. */
export function readValues(path: string): Values {
  return parse(readFileSync(`${ROOT}${path}`, 'utf8')) as Values;
}

/** The Application of this name. */
export function applicationOf(objects: readonly KubernetesObject[], name: string): ArgoApplication {
  const found = applications(objects).filter(({ metadata }) => metadata.name === name);
  assert.equal(found.length, 1, `${found.length} Applications are ${name}`);
  return found[0] as ArgoApplication;
}

/** What an Application makes, without what the charts of others make. */
export function renderAll(application: ArgoApplication): readonly KubernetesObject[] {
  const { namespace } = application.spec.destination;
  return sourcesOf(application).flatMap((source) => renderSource(source, namespace) ?? []);
}

/** The values that an application gives its chart inline. */
export function valuesOf({ metadata, spec }: ArgoApplication): Values {
  const values = spec.source?.helm?.valuesObject;
  if (values === undefined) throw new Error(`${metadata.name} gives its chart no values inline`);
  return values;
}
