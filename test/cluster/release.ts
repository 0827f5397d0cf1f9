import { execFileSync } from 'node:child_process';
import type { Values } from '../chart/helm.ts';
import { imageValues } from './images.ts';
import { get, kubectl, type Outcome, ROOT, run, runMeanwhile } from './kubectl.ts';
import type { Namespaces } from './namespaces.ts';

/** Helm as the tests have it. */
export const HELM = execFileSync(`${ROOT}scripts/unpack-helm.sh`, { encoding: 'utf8' }).trim();
const CHART = `${ROOT}charts/dataiku`;
const WAIT = ['--wait', '--timeout', '5m'];

export type Component = 'api' | 'frontend';
export const COMPONENTS: readonly Component[] = ['api', 'frontend'];

interface Pod {
  readonly metadata: { readonly name: string; readonly deletionTimestamp?: string };
  readonly spec: { readonly containers: readonly { readonly image: string }[] };
}

/** The chart, installed as `dataiku` in a namespace, with the images that were loaded. */
export class Release {
  readonly namespace: string;
  readonly #settings: readonly string[];

  constructor({ release, edge, monitoring }: Omit<Namespaces, 'stranger'>) {
    this.namespace = release;
    const settings = {
      'api.image': imageValues('dataiku-api'),
      'frontend.image': imageValues('dataiku-frontend'),
      'networkPolicy.ingressNamespaces': [edge],
      'networkPolicy.prometheusNamespaces': [monitoring],
    };
    this.#settings = Object.entries(settings).flatMap(([path, value]) => [
      '--set-json',
      `${path}=${JSON.stringify(value)}`,
    ]);
  }

  /** Installs it with these values, and waits until it is ready. */
  install(values: Values = {}): Outcome {
    const args = ['install', 'dataiku', CHART, '--namespace', this.namespace, ...WAIT];
    return succeeded(
      run(HELM, [...args, ...this.#settings, '--values', '-'], JSON.stringify(values)),
    );
  }

  /** Upgrades it to these values and no others; waits unless told otherwise. */
  async upgrade(values: Values = {}, wait: readonly string[] = WAIT): Promise<void> {
    const args = ['upgrade', 'dataiku', CHART, '--namespace', this.namespace, '--reset-values'];
    const all = [...args, ...wait, ...this.#settings, '--values', '-'];
    await runMeanwhile(HELM, all, JSON.stringify(values));
  }

  /** Rolls it back to the revision before the last. */
  async rollback(): Promise<void> {
    await runMeanwhile(HELM, ['rollback', 'dataiku', '--namespace', this.namespace, ...WAIT]);
  }

  test(): Outcome {
    return run(HELM, ['test', 'dataiku', '--namespace', this.namespace, '--logs']);
  }

  /** Uninstalls it, and waits until the components' pods are gone, which Helm doesn't. */
  uninstall(): void {
    succeeded(run(HELM, ['uninstall', 'dataiku', '--namespace', this.namespace, '--wait']));
    const pods = ['pods', '--selector', 'app.kubernetes.io/component in (api, frontend)'];
    kubectl(['wait', '--namespace', this.namespace, '--for=delete', '--timeout=120s', ...pods]);
  }

  /** The address of a component's Service. */
  url(component: Component, path = ''): string {
    return `http://dataiku-${component}.${this.namespace}${path}`;
  }

  podsOf(component: Component): readonly string[] {
    return this.#stayingPods(component).map(({ metadata }) => metadata.name);
  }

  /** The images of each pod's containers. */
  imagesOf(component: Component): readonly (readonly string[])[] {
    const pods = this.#stayingPods(component);
    return pods.map(({ spec }) => spec.containers.map(({ image }) => image));
  }

  /** The pods that a Deployment is told to run. */
  replicasOf(component: Component): number {
    const { spec } = get<{ spec: { replicas: number } }>(
      this.namespace,
      `deployment/dataiku-${component}`,
    );
    return spec.replicas;
  }

  /** Waits until the rollout is over and the pods that go are gone: with them end the connections. */
  async settled(component: Component): Promise<void> {
    const deployment = `deployment/dataiku-${component}`;
    const rollout = ['rollout', 'status', '--timeout=180s', '--namespace', this.namespace];
    await runMeanwhile('kubectl', [...rollout, deployment]);
    const leaving = this.#pods(component)
      .filter(({ metadata }) => metadata.deletionTimestamp !== undefined)
      .map(({ metadata }) => `pod/${metadata.name}`);
    if (leaving.length === 0) return;
    const gone = ['wait', '--for=delete', '--timeout=120s', '--namespace', this.namespace];
    await runMeanwhile('kubectl', [...gone, ...leaving]);
  }

  /** Every object that carries the release's label, as kind/name. */
  objects(): readonly string[] {
    const kinds = kubectl(['api-resources', '--namespaced', '--verbs=list', '--output=name']);
    // Events are about objects, and outlive them.
    const listed = kinds
      .trim()
      .split('\n')
      .filter((kind) => !/^(events|pods\.metrics)/.test(kind));
    const selector = ['--selector', 'app.kubernetes.io/instance=dataiku', '--output=name'];
    const found = kubectl(['get', '--namespace', this.namespace, listed.join(','), ...selector]);
    return found.split('\n').filter((name) => name !== '');
  }

  #stayingPods(component: Component): readonly Pod[] {
    return this.#pods(component).filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  }

  #pods(component: Component): readonly Pod[] {
    const selector = `app.kubernetes.io/instance=dataiku,app.kubernetes.io/component=${component}`;
    return get<{ items: Pod[] }>(this.namespace, 'pods', '--selector', selector).items;
  }
}

function succeeded(outcome: Outcome): Outcome {
  if (outcome.status !== 0) throw new Error(outcome.stderr || outcome.stdout);
  return outcome;
}
