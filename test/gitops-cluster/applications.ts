import { EventEmitter } from 'node:events';
import { createInterface } from 'node:readline';
import { spawn } from '../system/spawn.ts';

// Without a limit of its own, a watch ends after half an hour or more.
const WATCH =
  '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications?watch=true&timeoutSeconds=7200';

interface Application {
  readonly metadata: {
    readonly name: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly status?: {
    readonly sync?: { readonly status: string; readonly revision?: string };
    readonly health?: { readonly status: string };
    readonly operationState?: {
      readonly phase: string;
      readonly message?: string;
      readonly syncResult?: {
        readonly resources?: readonly {
          readonly kind: string;
          readonly name: string;
          readonly hookPhase?: string;
        }[];
      };
    };
  };
}

interface Event {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'ERROR';
  /** In place of an Application, an error has a Status. */
  readonly object: Application;
}

/** The Applications of a cluster as Argo CD changes them, one after the other. */
export class Applications {
  /** Each Application that came before one of an earlier wave was synced and healthy. */
  readonly tooEarly: string[] = [];
  readonly #present = new Map<string, Application>();
  readonly #watch = spawn('kubectl', ['get', '--raw', WATCH]);
  readonly #events = new EventEmitter();
  #hasEnded = false;

  constructor() {
    createInterface(this.#watch.stdout).on('line', (line) => {
      this.#take(JSON.parse(line) as Event);
      this.#events.emit('change');
    });
    this.#watch.once('close', () => {
      this.#hasEnded = true;
      this.#events.emit('change');
    });
  }

  /** Resolves once the condition holds; rejects, with how all of them are, after some minutes. */
  async until(condition: () => boolean, minutes: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const fail = (why: string) => reject(new Error(`${why}:\n${this}`));
    const look = () => {
      if (this.#hasEnded) fail('the watch of the Applications ended');
      else if (condition()) resolve();
    };
    const limit = setTimeout(() => fail(`not after ${minutes} minutes`), minutes * 60_000);
    this.#events.on('change', look);
    look();
    try {
      await promise;
    } finally {
      clearTimeout(limit);
      this.#events.off('change', look);
    }
  }

  names(): readonly string[] {
    return [...this.#present.keys()].sort();
  }

  /** Whether an Application runs what git says, at a commit where one is named, and works. */
  isHealthy(name: string, commit?: string): boolean {
    const application = this.#present.get(name);
    const { sync, health, operationState } = application?.status ?? {};
    return (
      sync?.status === 'Synced' &&
      health?.status === 'Healthy' &&
      operationState?.phase === 'Succeeded' &&
      (commit === undefined || sync.revision === commit)
    );
  }

  healthOf(name: string): string | undefined {
    return this.#present.get(name)?.status?.health?.status;
  }

  /** How the hook of this name ended in an Application's last sync. */
  hookOf(name: string, hook: string): string | undefined {
    const { resources = [] } = this.#present.get(name)?.status?.operationState?.syncResult ?? {};
    return resources.find((resource) => resource.name === hook)?.hookPhase;
  }

  /** One line for each Application. */
  toString(): string {
    const lines = [...this.#present].map(([name, { status }]) => {
      const { phase, message } = status?.operationState ?? {};
      return [name, status?.sync?.status, status?.health?.status, phase, message].join(' ');
    });
    return lines.join('\n');
  }

  close(): void {
    this.#watch.kill();
  }

  #take({ type, object }: Event): void {
    if (type === 'ERROR') {
      this.close();
      return;
    }
    const { name } = object.metadata;
    if (type === 'DELETED') {
      this.#present.delete(name);
      return;
    }
    if (!this.#present.has(name)) {
      const before = [...this.#present.values()].filter((other) => waveOf(other) < waveOf(object));
      for (const { metadata } of before)
        if (metadata.name !== 'root' && !this.isHealthy(metadata.name))
          this.tooEarly.push(`${name} came before ${metadata.name} was healthy`);
    }
    this.#present.set(name, object);
  }
}

function waveOf({ metadata }: Application): number {
  return Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
}
