import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { CHART_FILES } from '../../monitoring/chart-files.ts';
import { RULES } from '../../monitoring/rules/rule-files.ts';
import { debianTool, run } from './debian-tools.ts';

/** One history of series, and what an alert makes of it. */
export interface AlertCase {
  readonly alert: string;
  /** The time between two samples, and between two evaluations. */
  readonly interval: string;
  /** Samples in promtool's notation, by series. */
  readonly series: Readonly<Record<string, string>>;
  /** What fires at which time; nothing where the list is empty. */
  readonly at: Readonly<Record<string, readonly FiringAlert[]>>;
}

interface FiringAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly description: string;
}

/** Every alert with the file of rules that it is in: no file needs what another one records. */
const ALERTS = new Map(
  Object.entries(RULES).flatMap(([file, groups]) =>
    groups
      .flatMap(({ rules }) => rules)
      .flatMap((rule) => ('alert' in rule ? [[rule.alert, { rule, file, groups }] as const] : [])),
  ),
);

/** Runs one history through the chart's rules as they are written; what promtool complains of. */
export async function complaints({ alert, interval, series, at }: AlertCase): Promise<string> {
  const found = ALERTS.get(alert);
  if (found === undefined) return `there is no alert ${alert}`;
  const { file: ruleFile, groups } = found;
  const { labels: ownLabels, annotations } = found.rule;
  const definition = {
    rule_files: [join(CHART_FILES, 'rules', ruleFile)],
    evaluation_interval: interval,
    // Else promtool takes them in any order, and a sample of the last turn may be too old.
    group_eval_order: groups.map(({ name }) => name),
    tests: [
      {
        interval,
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        alert_rule_test: Object.entries(at).map(([time, firing]) => ({
          eval_time: time,
          alertname: alert,
          exp_alerts: firing.map(({ labels, summary, description }) => ({
            exp_labels: { ...ownLabels, ...labels },
            exp_annotations: { ...annotations, summary, description },
          })),
        })),
      },
    ],
  };
  const folder = await mkdtemp(join(tmpdir(), 'alert-case-'));
  const file = join(folder, 'case.yaml');
  await writeFile(file, stringify(definition));
  const { exitCode, output } = await run(debianTool('promtool'), ['test', 'rules', file]);
  await rm(folder, { recursive: true });
  return exitCode === 0 ? '' : output;
}
