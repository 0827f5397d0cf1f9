import type { Config } from './settings.ts';

/** Whether an error comes from looking up an address, or from listening on it. */
export function isOfAddress(error: unknown): error is NodeJS.ErrnoException {
  const { syscall } = error as NodeJS.ErrnoException;
  return syscall === 'getaddrinfo' || syscall === 'listen' || syscall === 'bind';
}

/** An address that the server can't listen on. The message is one line that names the setting to change. */
export class ListenError extends Error {
  readonly code: string;

  constructor(
    { HOST, ...ports }: Config,
    portVariable: 'PORT' | 'MANAGEMENT_PORT',
    cause: NodeJS.ErrnoException,
  ) {
    const port = ports[portVariable];
    const code = cause.code ?? 'unknown';
    const advice: Readonly<Record<string, string>> = {
      EADDRINUSE: `${portVariable} is ${port}, which another process listens on; choose a free port`,
      EACCES: `${portVariable} is ${port}, which this user may not listen on; choose one above 1023`,
    };
    const isHost = `HOST is ${JSON.stringify(HOST)}, which is not an address of this machine`;
    super(`${advice[code] ?? `${isHost}; use 127.0.0.1, 0.0.0.0 or ::`} (${code})`, { cause });
    this.code = code;
  }
}
