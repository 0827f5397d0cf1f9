import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { podman, pulledImage } from './podman.ts';

const NETWORK = 'images-test';
const HARDENED = [
  '--read-only',
  '--read-only-tmpfs=false',
  '--cap-drop=ALL',
  '--security-opt=no-new-privileges',
  '--pids-limit=64',
  '--pull=never',
];
/** As the chart runs them: users, memory limits, and a /tmp for the frontend alone. */
const AS_IN_THE_CHART = {
  api: ['--user=65532:65532', '--memory=256m', '--env=DRAIN_SECONDS=2'],
  frontend: ['--user=101:101', '--memory=32m', '--tmpfs=/tmp:rw,size=16m'],
};
/** The chart's shortest grace period, in seconds. */
const GRACE_SECONDS = 30;

/** A container that runs as a pod of the chart. */
export class Pod {
  readonly #id: string;
  readonly address: string;

  private constructor(id: string) {
    this.#id = id;
    const format = `{{(index .NetworkSettings.Networks "${NETWORK}").IPAddress}}`;
    this.address = podman('inspect', id, '--format', format);
  }

  /** Starts one, and waits until it is ready. */
  static async start(component: 'api' | 'frontend', ...options: readonly string[]): Promise<Pod> {
    const image = pulledImage(`dataiku-${component}`);
    const all = [...HARDENED, ...AS_IN_THE_CHART[component], ...options];
    const pod = new Pod(podman('run', '--detach', `--network=${NETWORK}`, ...all, image));
    await pod.answers(component === 'api' ? 'http:9464/readyz' : 'http:8080/healthz', 200);
    return pod;
  }

  /** Asks again and again until a path (`http:port/path`) answers with a status. */
  async answers(portAndPath: string, status: number): Promise<void> {
    const [, port = '', path = ''] = /^http:(\d+)(.*)$/.exec(portAndPath) ?? [];
    for (;;) {
      if (await accepts(this.address, Number(port))) {
        const answer = await fetch(`http://${this.address}:${port}${path}`).catch(() => undefined);
        await answer?.arrayBuffer();
        if (answer?.status === status) return;
      }
      if (this.#state('Running') === 'false') throw new Error(`it ended:\n${this.log().join('\n')}`);
      await nextTurn();
    }
  }

  /** Milliseconds from the start of the process until it wrote that it serves. */
  startMs(): number {
    const line = this.log().find((text) => text.includes('"serving on ')) ?? '{}';
    const started = podman('inspect', this.#id, '--format', '{{.State.StartedAt.UnixMilli}}');
    return Date.parse(JSON.parse(line).time) - Number(started);
  }

  log(): readonly string[] {
    return podman('logs', this.#id).split('\n');
  }

  /** Tells it to stop by its stop signal, and returns at once. */
  tellToStop(signal: 'SIGTERM' | 'SIGQUIT'): void {
    podman('kill', `--signal=${signal}`, this.#id);
  }

  /** Its exit code, when it has ended by itself. */
  exitCode(): number {
    return Number(podman('wait', this.#id));
  }

  remove(): void {
    podman('rm', '--force', `--time=${GRACE_SECONDS}`, this.#id);
  }

  #state(field: string): string {
    return podman('inspect', this.#id, '--format', `{{.State.${field}}}`);
  }
}

/** Runs one that can't start, and returns how it ended. */
export function runToTheEnd(component: 'api' | 'frontend', ...options: readonly string[]) {
  const user = component === 'api' ? '65532:65532' : '101:101';
  const id = podman(
    ...['create', `--network=${NETWORK}`, ...HARDENED, `--user=${user}`, ...options],
    pulledImage(`dataiku-${component}`),
  );
  podman('start', id);
  const exitCode = Number(podman('wait', id));
  return { exitCode, id };
}

export function createNetwork(): void {
  podman('network', 'create', '--ignore', '--subnet=192.0.2.0/24', NETWORK);
}

export function removeNetwork(): void {
  podman('network', 'rm', '--force', NETWORK);
}

async function accepts(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
