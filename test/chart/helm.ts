import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from './kubernetes-object.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HELM = execFileSync(`${ROOT}scripts/unpack-helm.sh`, { encoding: 'utf8' }).trim();

/** The folder of the chart. */
export const CHART = `${ROOT}charts/dataiku`;

/** Values as a user would write them into a file. */
export type Values = Readonly<Record<string, unknown>>;

export interface RenderOptions {
  readonly values?: Values;
  /** Default: dataiku. */
  readonly release?: string;
  /** The folder of the chart. Default: the one of this repository. */
  readonly chart?: string;
}

/** What `helm template` gives for these values, as objects. Throws with Helm's message. */
export function render(options: RenderOptions = {}): readonly KubernetesObject[] {
  const { values = {}, release = 'dataiku', chart = CHART } = options;
  const documents = parseAllDocuments(
    helm(['template', release, chart, '--namespace', 'time', '--values', '-'], values),
  );
  // Twice the same key in a map is an error of the parser's.
  for (const document of documents) for (const error of document.errors) throw error;
  return documents
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((object) => object !== null);
}

/** What the user is told after an install with these values. */
export function notes(values: Values): string {
  const text = helm(['install', 'dataiku', CHART, '--dry-run=client', '--values', '-'], values);
  return text.slice(text.indexOf('NOTES:'));
}

/** The message with which the chart refuses these values; an error when it takes them. */
export function refusal(values: Values, release?: string): string {
  try {
    render({ values, ...(release !== undefined && { release }) });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`rendered, in spite of ${JSON.stringify(values)}`);
}

/** Runs Helm with the values on its standard input, and gives its output. */
export function helm(args: readonly string[], values: Values = {}): string {
  const run = spawnSync(HELM, args, {
    input: JSON.stringify(values),
    encoding: 'utf8',
    // Charts of others render megabytes.
    maxBuffer: 2 ** 26,
    // No cluster, whatever the machine is configured for.
    env: { ...process.env, KUBECONFIG: '/nonexistent', HELM_NAMESPACE: 'time' },
  });
  if (run.status !== 0) throw new Error(run.stderr || run.stdout);
  return run.stdout;
}
