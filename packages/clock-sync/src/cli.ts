#!/usr/bin/env node
import { type CliOptions, readOptions, USAGE, UsageError } from './cli/options.ts';
import { describe, type Report, reportOf } from './cli/report.ts';
import { BURST_EXCHANGES } from './core/pacing.ts';
import { createSyncedClock, type SyncedClock } from './node.ts';

// A reader such as `head` closes the pipe before the end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === 'help') return print(USAGE);
    const clock = createSyncedClock({ url: options.url.href, ...paceOf(options) });
    const report = await (options.watch ? watch(clock, options) : measure(clock, options));
    clock.close();
    return report.synchronized ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`clock-sync: ${error.message}\n${USAGE}\n`);
    return 2;
  }
}

/** Measures once: until the limit is met or the burst is over, at most until the timeout. */
async function measure(clock: SyncedClock, options: CliOptions): Promise<Report> {
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, options.timeoutMs);
    clock.subscribe(() => {
      const { synchronized, exchanges } = reportOf(clock, options.maxBoundMs);
      const isMet = options.maxBoundMs !== null && synchronized;
      // After the burst, the bound hardly gets smaller.
      if (isMet || exchanges >= BURST_EXCHANGES) resolve();
    });
  });
  clearTimeout(timer);
  const report = reportOf(clock, options.maxBoundMs);
  printReport(report, options);
  return report;
}

/** Prints a line after each exchange until the user stops it. */
async function watch(clock: SyncedClock, options: CliOptions): Promise<Report> {
  const stopped = new Promise((resolve) => process.once('SIGINT', resolve));
  clock.subscribe(() => printReport(reportOf(clock, options.maxBoundMs), options));
  await stopped;
  return reportOf(clock, options.maxBoundMs);
}

/** With --watch, the limit is also the bound that the clock tries to stay under. */
function paceOf({ maxBoundMs, watch }: CliOptions) {
  return {
    ...(maxBoundMs === null ? {} : { targetBoundMs: maxBoundMs }),
    ...(watch ? { longestSilenceMs: 4_000 } : {}),
  };
}

function printReport(report: Report, { json }: CliOptions): void {
  print(json ? JSON.stringify(report) : describe(report));
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
