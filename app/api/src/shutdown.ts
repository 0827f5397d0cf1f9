import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Lifecycle } from './lifecycle.ts';
import { leaveSignals } from './stop-while-starting.ts';

export interface ShutdownOptions {
  readonly app: FastifyInstance;
  readonly management: FastifyInstance;
  readonly lifecycle: Lifecycle;
  readonly log: FastifyBaseLogger;
  readonly drainSeconds: number;
  readonly limitSeconds: number;
}

const IDLE_SWEEP_MS = 50;

/**
 * On SIGTERM or SIGINT: readiness fails at once, requests are still answered for the drain time (the
 * cluster needs it to send them elsewhere), then open requests finish and the process exits with 0.
 * A second signal, or the limit counted from the first one, ends the process at once with 1.
 */
export function stopOnSignals(options: ShutdownOptions): void {
  const onSignal = (signal: NodeJS.Signals) => {
    if (options.lifecycle.phase === 'draining') endNow(options, `a second ${signal}`);
    void stop(options, signal);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  leaveSignals();
}

async function stop(options: ShutdownOptions, signal: NodeJS.Signals): Promise<void> {
  const { app, management, lifecycle, log, drainSeconds, limitSeconds } = options;
  lifecycle.phase = 'draining';
  log.info({ signal, drainSeconds }, 'stopping');
  setTimeout(() => endNow(options, 'the time limit'), limitSeconds * 1000).unref();
  await wait(drainSeconds * 1000);
  await close(app);
  await close(management);
  log.info('stopped');
  process.exit(0);
}

/**
 * Closes a server once its open requests are answered. Connections without one, whatever they have
 * sent, would hold it up: they are closed as soon as they have none.
 */
async function close(server: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => server.connections.closeIdle(), IDLE_SWEEP_MS);
  await server.close();
  clearInterval(sweep);
}

function endNow({ log }: ShutdownOptions, cause: string): never {
  log.warn(`ended by ${cause}, with requests still open`);
  process.exit(1);
}
