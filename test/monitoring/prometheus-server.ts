import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { RULES, ruleText } from '../../monitoring/rules/rule-files.ts';
import { freePort } from '../system/free-port.ts';
import { spawn } from '../system/spawn.ts';
import { watchLog } from '../system/watch-log.ts';
import { debianTool } from './debian-tools.ts';

/** An hour of the rules passes in a minute, and so does everything else. */
const HURRY = 60;
const SCRAPE_INTERVAL = '500ms';
/** What Grafana makes of it: four times the scrape interval. */
export const RATE_INTERVAL = '2s';

export interface Target {
  readonly job: string;
  readonly address: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A daemon on loopback that ends with the test. */
export interface Daemon {
  readonly address: string;
  /** The first line of its log that matches, past or future. */
  logged(pattern: RegExp): Promise<string>;
  stop(): Promise<void>;
}

export interface Prometheus extends Daemon {
  /** The samples of a query at this moment. */
  query(expr: string): Promise<readonly Sample[]>;
  /** The values of a label, of all series or of those that a selector takes. */
  labelValues(label: string, selector?: string): Promise<readonly string[]>;
  /** The alerts that are firing. */
  firing(): Promise<readonly Readonly<Record<string, string>>[]>;
}

interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

/** Starts Prometheus on the chart's rules, in which time passes 60 times as fast. */
export async function startPrometheus(
  targets: readonly Target[],
  alertmanager: string,
): Promise<Prometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
  for (const [name, groups] of Object.entries(RULES)) {
    await writeFile(join(folder, name), hurried(ruleText(groups)));
  }
  const address = `127.0.0.1:${await freePort()}`;
  const configuration = join(folder, 'prometheus.yaml');
  await writeFile(configuration, configurationOf(targets, alertmanager, Object.keys(RULES)));
  const daemon = await startDaemon({
    address,
    program: debianTool('prometheus'),
    args: [
      `--config.file=${configuration}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
      '--rules.alert.resend-delay=1s',
    ],
    ready: /Server is ready to receive web requests/,
    folder,
  });
  return {
    ...daemon,
    query: async (expr) => {
      const { result } = await ask(address, `query?query=${encodeURIComponent(expr)}`);
      return result;
    },
    labelValues: async (label, selector) => {
      const match = selector === undefined ? '' : `?match[]=${encodeURIComponent(selector)}`;
      return ask(address, `label/${label}/values${match}`);
    },
    firing: async () => {
      const { alerts } = await ask(address, 'alerts');
      const states = alerts as { state: string; labels: Record<string, string> }[];
      return states.filter(({ state }) => state === 'firing').map(({ labels }) => labels);
    },
  };
}

/** Starts Alertmanager on a configuration. */
export async function startAlertmanager(configuration: string): Promise<Daemon> {
  const folder = await mkdtemp(join(tmpdir(), 'alertmanager-'));
  const file = join(folder, 'alertmanager.yaml');
  await writeFile(file, configuration);
  const address = `127.0.0.1:${await freePort()}`;
  return startDaemon({
    address,
    ...(await relocatedAlertmanager(folder)),
    args: [
      `--config.file=${file}`,
      `--storage.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
      '--cluster.listen-address=',
    ],
    ready: /Listening on|msg=Listening/,
    folder,
  });
}

/**
 * Debian's Alertmanager looks for its templates where the package would be installed. A copy of it
 * looks in its working folder: "." in as many letters.
 */
async function relocatedAlertmanager(folder: string) {
  const installed = debianTool('prometheus-alertmanager');
  const templates = '/usr/share/prometheus/alertmanager';
  const here = './'.repeat(templates.length / 2);
  const program = join(folder, 'alertmanager');
  const code = (await readFile(installed, 'latin1')).replaceAll(templates, here);
  await writeFile(program, code, { encoding: 'latin1', mode: 0o755 });
  return { program, cwd: join(installed, '../../..', templates) };
}

/** Starts the exporter of nginx beside it, as the sidecar of the frontend's pods. */
export async function startNginxExporter(statusPort: number): Promise<Daemon> {
  const address = `127.0.0.1:${await freePort()}`;
  return startDaemon({
    address,
    program: debianTool('prometheus-nginx-exporter'),
    args: [
      `-nginx.scrape-uri=http://127.0.0.1:${statusPort}/stub_status`,
      `-web.listen-address=${address}`,
    ],
    ready: /successfully started|Listening on/i,
  });
}

interface DaemonCommand {
  readonly address: string;
  readonly program: string;
  readonly cwd?: string;
  readonly args: readonly string[];
  /** The line of its log that says so. */
  readonly ready: RegExp;
  /** Removed when it has ended. */
  readonly folder?: string;
}

async function startDaemon(command: DaemonCommand): Promise<Daemon> {
  const { address, program, args, ready, folder, cwd } = command;
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  const { logged } = watchLog(child.stderr);
  await logged(ready);
  return {
    address,
    logged,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      if (folder !== undefined) await rm(folder, { recursive: true });
    },
  };
}

function configurationOf(
  targets: readonly Target[],
  alertmanager: string,
  ruleFiles: readonly string[],
): string {
  return stringify({
    global: { scrape_interval: SCRAPE_INTERVAL, evaluation_interval: SCRAPE_INTERVAL },
    rule_files: ruleFiles,
    alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
    scrape_configs: targets.map(({ job, address, labels }) => ({
      job_name: job,
      // Only what describes others says of which namespace and pod it speaks.
      honor_labels: Object.keys(labels).length === 0,
      static_configs: [{ targets: [address], labels }],
    })),
  });
}

/** The same rules, with every duration shorter. */
function hurried(rules: string): string {
  const shorter = (text: string) =>
    text.replace(/\d+[smhd]/g, (duration) => `${(milliseconds(duration) / HURRY).toFixed(0)}ms`);
  return rules
    .replace(/\[\d+[smhd]\]/g, shorter)
    .replace(/^( +for: )(\d+[smhd])$/gm, (_line, key: string, duration: string) => {
      return key + shorter(duration);
    });
}

const UNIT_MS = new Map([
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

function milliseconds(duration: string): number {
  return Number.parseInt(duration, 10) * (UNIT_MS.get(duration.at(-1) ?? '') ?? Number.NaN);
}

async function ask(address: string, path: string) {
  const response = await fetch(`http://${address}/api/v1/${path}`);
  const answer = (await response.json()) as { status: string; error?: string; data: never };
  if (answer.status !== 'success') throw new Error(`${path}: ${answer.error}`);
  // The shape is Prometheus's, which each caller knows.
  return answer.data as never as ReturnType<typeof JSON.parse>;
}
