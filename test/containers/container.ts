import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ENGINE, engine, type ImageName, imageOf, logsOf } from './engine.ts';

const HARDENED = [
  '--read-only',
  '--cap-drop=ALL',
  '--security-opt=no-new-privileges',
  '--pids-limit=64',
];
/** As the chart runs them: users, memory limits, and a /tmp for the page's server alone. */
const AS_IN_THE_CHART: Readonly<Record<ImageName, readonly string[]>> = {
  'dataiku-api': ['--user=65532:65532', '--memory=256m', '--env=DRAIN_SECONDS=2'],
  'dataiku-frontend': ['--user=101:101', '--memory=32m', '--tmpfs=/tmp:rw,size=16m'],
  dataiku: ['--user=65532:65532', '--memory=256m'],
};

/** A container that runs as a pod of the chart, with its ports on loopback. */
export class Container {
  readonly #id: string;

  private constructor(id: string) {
    this.#id = id;
  }

  /** Starts one, and waits until it is ready. */
  static async start(name: ImageName): Promise<Container> {
    const container = new Container(runDetached(name, AS_IN_THE_CHART[name]));
    const isFrontend = name === 'dataiku-frontend';
    await container.answers(isFrontend ? 8080 : 9464, isFrontend ? '/healthz' : '/readyz', 200);
    return container;
  }

  /** The address on loopback of a port in the container. */
  url(port: number, path = ''): string {
    return `http://${engine('port', this.#id, `${port}/tcp`).split('\n')[0]}${path}`;
  }

  /** Asks again and again until a path answers with a status. */
  async answers(port: number, path: string, status: number): Promise<void> {
    for (;;) {
      const answer = await fetch(this.url(port, path)).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.status === status) return;
      await wait(50);
    }
  }

  /** Tells it to stop by its stop signal, and returns at once. */
  tellToStop(signal: 'SIGTERM' | 'SIGQUIT'): void {
    engine('kill', `--signal=${signal}`, this.#id);
  }

  /** Its exit code, when it has ended by itself. The caller goes on meanwhile. */
  async exitCode(): Promise<number> {
    const { stdout } = await promisify(execFile)(ENGINE ?? '', ['wait', this.#id]);
    return Number(stdout);
  }

  /** Runs a command in it, such as its health check; throws where that fails. */
  execute(command: readonly string[]): void {
    engine('exec', this.#id, ...command);
  }

  remove(): void {
    engine('rm', '--force', this.#id);
  }
}

/** Runs one that can't start, and returns how it ended. */
export function runToTheEnd(name: ImageName, ...options: readonly string[]) {
  const id = runDetached(name, options);
  const exitCode = Number(engine('wait', id));
  const log = logsOf(id);
  engine('rm', id);
  return { exitCode, log };
}

function runDetached(name: ImageName, options: readonly string[]): string {
  const ports = ['--publish=127.0.0.1::8080', '--publish=127.0.0.1::9464'];
  return engine('run', '--detach', ...HARDENED, ...ports, ...options, imageOf(name));
}
