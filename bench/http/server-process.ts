import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../test/system/free-port.ts';
import { spawn } from '../../test/system/spawn.ts';

/** A server that is measured, as a command that listens on 127.0.0.1 at `PORT`. */
export interface ServerCommand {
  readonly name: string;
  readonly path: string;
  command(port: number): readonly [string, ...string[]];
  env?(port: number): Readonly<Record<string, string>>;
}

export interface ServerProcess {
  readonly name: string;
  readonly url: string;
  /** From the start of the process to its first answer. */
  readonly readyMs: number;
  /** Resident memory now, in MiB, of the process and its children. */
  residentMib(): Promise<number>;
  /** CPU time until now, in ms, of the process and its children, to 10 ms. */
  cpuMs(): Promise<number>;
  /** Lines written to standard output until now. */
  logLines(): number;
  stop(): Promise<void>;
}

/** The load comes from the other one. */
const SERVER_CORE = '0';

/** Starts a server pinned to one core, and waits for its first answer. */
export async function startServer(server: ServerCommand): Promise<ServerProcess> {
  const port = await freePort();
  const [file, ...args] = server.command(port);
  const startedMs = performance.now();
  const child = spawn('taskset', ['-c', SERVER_CORE, file, ...args], {
    // As in a container: what a developer sets, such as more certificates, slows the start of Node.
    env: { PATH: process.env.PATH, PORT: String(port), ...server.env?.(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let logLines = 0;
  child.stdout?.on('data', (part: Buffer) => {
    logLines += part.toString('latin1').split('\n').length - 1;
  });
  const url = `http://127.0.0.1:${port}${server.path}`;
  await firstAnswer(url, child);
  return {
    name: server.name,
    url,
    readyMs: performance.now() - startedMs,
    residentMib: () => sumOverTree(child.pid as number, residentMib),
    cpuMs: () => sumOverTree(child.pid as number, cpuMs),
    logLines: () => logLines,
    stop: () => stop(child),
  };
}

async function firstAnswer(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(url, { headers: { connection: 'close' } }).catch(() => null);
    if (response?.ok) return void (await response.text());
    // Asking without a pause would take the server's time.
    await wait(2);
  }
  throw new Error(`the server of ${url} ended with ${child.exitCode} before it answered`);
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

async function sumOverTree(
  pid: number,
  measure: (pid: number) => Promise<number>,
): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  const ids = children.split(' ').filter(Boolean).map(Number);
  const below = await Promise.all(ids.map((child) => sumOverTree(child, measure)));
  return below.reduce((sum, value) => sum + value, await measure(pid));
}

async function residentMib(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** Fields 14 and 15 of /proc/PID/stat: user and system time in ticks of 10 ms. */
async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
