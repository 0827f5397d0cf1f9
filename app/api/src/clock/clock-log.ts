import type { Log } from './log.ts';
import type { ClockChange, ServerClock } from './server-clock.ts';

/** Logs each change of status or source, and each step of the host clock, from now on. */
export function logClockChanges(clock: ServerClock, log: Log): void {
  clock.subscribe((change) => {
    logStep(change, log);
    logStatus(change, log);
  });
}

function logStep({ before, after }: ClockChange, log: Log): void {
  const stepMs = Number(after.baseNs - before.baseNs) / 1e6;
  if (stepMs !== 0) log.warn({ stepMs }, 'the host clock was stepped, or the host slept');
}

function logStatus({ before, after }: ClockChange, log: Log): void {
  const { status, source, reason, reading } = after;
  const isAuthenticated = reading?.authenticated ?? false;
  const isDowngrade =
    reading !== null && before.reading?.authenticated === true && !isAuthenticated;
  if (isDowngrade) {
    log.warn({ source }, 'the clock has fallen back to sources without authentication');
  }
  if (status === before.status && source === before.source) return;
  const facts = { status, source, reason, before: before.status };
  if (status === 'synchronized') log.info(facts, 'the clock is synchronized');
  else log.warn(facts, `the clock is ${status}`);
}
