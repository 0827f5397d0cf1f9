import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { podman, podmanOutput, podmanParameters, podmanStatus, pulledImage } from './podman.ts';

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
  all: ['--memory=256m'],
};
type Component = keyof typeof AS_IN_THE_CHART;
const IMAGES = { api: 'dataiku-api', frontend: 'dataiku-frontend', all: 'dataiku' } as const;
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
  static async start(component: Component): Promise<Pod> {
    const options = [`--network=${NETWORK}`, ...HARDENED, ...AS_IN_THE_CHART[component]];
    const pod = new Pod(podman('run', '--detach', ...options, pulledImage(IMAGES[component])));
    await pod.answers(component === 'frontend' ? 'http:8080/healthz' : 'http:9464/readyz', 200);
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
      if (!this.#isRunning()) throw new Error(`it ended:\n${this.#log().join('\n')}`);
    }
  }

  /** Milliseconds from the start of the process until it wrote that it serves. */
  startMs(): number {
    const line = this.#log().find((text) => text.includes('"serving on ')) ?? '{}';
    const started = podman('inspect', this.#id, '--format', '{{.State.StartedAt.UnixMilli}}');
    return Date.parse(JSON.parse(line).time) - Number(started);
  }

  /** Runs a program in it, and returns how that ended. */
  execute(command: readonly string[], ...options: readonly string[]): number | null {
    return podmanStatus('exec', ...options, this.#id, ...command);
  }

  /** Tells it to stop by its stop signal, and returns at once. */
  tellToStop(signal: 'SIGTERM' | 'SIGQUIT'): void {
    podman('kill', `--signal=${signal}`, this.#id);
  }

  /** Its exit code, when it has ended by itself. */
  async exitCode(): Promise<number> {
    const waiting = spawn('podman', podmanParameters('wait', this.#id));
    return Number(await text(waiting.stdout));
  }

  /** Ends it, by force after the grace period. */
  remove(): void {
    podman('rm', '--force', `--time=${GRACE_SECONDS}`, this.#id);
  }

  #log(): readonly string[] {
    return podmanOutput('logs', this.#id).split('\n');
  }

  #isRunning(): boolean {
    return podman('inspect', this.#id, '--format', '{{.State.Running}}') === 'true';
  }
}

/** Runs one that can't start, without a /tmp, and returns how it ended. */
export function runToTheEnd(component: 'api' | 'frontend', ...options: readonly string[]) {
  const image = pulledImage(IMAGES[component]);
  const id = podman('run', '--detach', `--network=${NETWORK}`, ...HARDENED, ...options, image);
  const exitCode = Number(podman('wait', id));
  const log = podmanOutput('logs', id).split('\n');
  podman('rm', id);
  return { exitCode, log };
}

export function createNetwork(): void {
  removeNetwork();
  podman('network', 'create', '--subnet=192.0.2.0/24', NETWORK);
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
