import { createServer } from 'node:net';
import { inspect } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino, stdTimeFunctions } from 'pino';
import packageJson from '../package.json' with { type: 'json' };
import { buildApp } from './app.ts';
import { logClockChanges } from './clock/clock-log.ts';
import { ConfigError, readConfig } from './config.ts';
import { describeSettings } from './describe-settings.ts';
import type { Lifecycle } from './lifecycle.ts';
import { isOfAddress, ListenError } from './listen-error.ts';
import { buildManagement } from './management.ts';
import { openClock } from './open-clock.ts';
import type { Config } from './settings.ts';
import { stopOnSignals } from './shutdown.ts';
import { LogDestination } from './telemetry/log-destination.ts';
import { createMetrics, meterBuild, meterLog } from './telemetry/metrics.ts';
import { meterNtp, meterNts, meterSources } from './telemetry/source-metrics.ts';
import type { Tracing } from './telemetry/tracing.ts';
import { meterZoneData } from './telemetry/zone-data-metrics.ts';
import { NewerTzdata } from './zones/newer-tzdata.ts';

const STDOUT = 1;

async function main(): Promise<void> {
  answerArguments(process.argv.slice(2));
  const config = readConfig(process.env);
  const logDestination = new LogDestination(STDOUT);
  const log = createLog(config, logDestination);
  const { clock, sources, ntp, nts } = openClock(config, log);
  logClockChanges(clock, log);
  const metrics = createMetrics(clock);
  meterSources(metrics, sources);
  if (ntp !== null) meterNtp(metrics, ntp);
  if (nts.length > 0) meterNts(metrics, nts);
  const lifecycle: Lifecycle = { phase: 'starting' };
  const version = {
    version: packageJson.version,
    commit: config.COMMIT ?? null,
  };
  meterBuild(metrics, version);
  const newerTzdata = new NewerTzdata(config.TZDATA_FILE, log);
  newerTzdata.refresh();
  meterZoneData(metrics, newerTzdata);
  meterLog(metrics, logDestination);
  const tracing = await openTracing(config, log);
  const app = buildApp(config, { clock, log, metrics, lifecycle, tracing });
  const management = buildManagement(version, { log, metrics, lifecycle });

  stopOnSignals({
    app,
    management,
    lifecycle,
    log,
    drainSeconds: config.DRAIN_SECONDS,
    limitSeconds: config.STOP_LIMIT_SECONDS,
  });
  clock.start();
  newerTzdata.start();
  log.info(`management on ${await listen(management, config, 'MANAGEMENT_PORT')}`);
  log.info(`serving on ${await listen(app, config, 'PORT')}`);
  // During the start a reply would be noticed late, which would widen its interval.
  ntp?.start();
  lifecycle.phase = 'ready';
}

/** Imported only when tracing is on: it is a third of all the code. */
async function openTracing(config: Config, log: Logger): Promise<Tracing | null> {
  if (config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return null;
  const tracing = await import('./telemetry/tracing.ts');
  return tracing.openTracing({
    version: packageJson.version,
    instance: config.INSTANCE,
    log,
  });
}

function createLog(config: Config, destination: LogDestination) {
  const options = {
    level: config.LOG_LEVEL,
    base: { instance: config.INSTANCE },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
  };
  return pino(options, destination);
}

async function listen(
  server: FastifyInstance,
  config: Config,
  portVariable: 'PORT' | 'MANAGEMENT_PORT',
): Promise<string> {
  const { HOST, [portVariable]: port } = config;
  try {
    const host = HOST === '::' && !(await hasIPv6()) ? '0.0.0.0' : HOST;
    return await server.listen({ host, port });
  } catch (error) {
    // Fastify loads its plugins first, which fail for reasons of their own.
    throw isOfAddress(error) ? new ListenError(config, portVariable, error) : error;
  }
}

/** Whether a socket can be bound to `::`: a kernel may be booted without IPv6. */
function hasIPv6(): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen({ host: '::', port: 0 }, () => probe.close(() => resolve(true)));
  });
}

/** An expected failure is one line; an unexpected error keeps its stack. */
function exitWith(error: unknown): never {
  const isExpected = error instanceof ConfigError || error instanceof ListenError;
  process.stderr.write(`dataiku-api: ${isExpected ? error.message : inspect(error)}\n`);
  process.exit(1);
}

/** Settings come from the environment alone; the only argument is --help. */
function answerArguments([argument]: readonly string[]): void {
  if (argument === undefined) return;
  if (argument !== '--help') throw new ConfigError(`unknown argument ${argument}; allowed: --help`);
  process.stdout.write(`Settings, as environment variables:\n${describeSettings()}\n`);
  process.exit(0);
}

main().catch(exitWith);
