import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { RuleGroup } from '../../monitoring/rules/rule.ts';
import { ruleText } from '../../monitoring/rules/rule-files.ts';
import { alertsOf } from './all-rules.ts';
import { debianTool, run } from './debian-tools.ts';
import { metricsIn } from './promql.ts';

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

/** What every alert has to be seen doing. */
const BEHAVIOURS = ['stays quiet', 'fires', 'resolves'];

const seen = new Set<string>();

/** What no case so far has shown of the alerts of these groups. */
export function unseen(groups: readonly RuleGroup[]): readonly string[] {
  return alertsOf(groups)
    .flatMap(({ alert }) => BEHAVIOURS.map((behaviour) => `${alert} ${behaviour}`))
    .filter((sight) => !seen.has(sight));
}

/** Runs one history through rules as they are written; what promtool complains of. */
export async function complaints(
  allGroups: readonly RuleGroup[],
  { alert, interval, series, at }: AlertCase,
): Promise<string> {
  const groups = withoutOthers(allGroups, alert);
  const [rule] = alertsOf(groups);
  if (rule === undefined) return `there is no alert ${alert}`;
  const definition = {
    rule_files: ['rules.yaml'],
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
            exp_labels: { ...rule.labels, ...labels },
            exp_annotations: { ...rule.annotations, summary, description },
          })),
        })),
      },
    ],
  };
  const folder = await mkdtemp(join(tmpdir(), 'alert-case-'));
  await writeFile(join(folder, 'rules.yaml'), ruleText(groups));
  const file = join(folder, 'case.yaml');
  await writeFile(file, stringify(definition));
  const { exitCode, output } = await run(debianTool('promtool'), ['test', 'rules', file]);
  await rm(folder, { recursive: true });
  if (exitCode !== 0) return output;
  let hasFired = false;
  for (const { length } of Object.values(at)) {
    seen.add(`${alert} ${length > 0 ? 'fires' : hasFired ? 'resolves' : 'stays quiet'}`);
    hasFired ||= length > 0;
  }
  return '';
}

/** The groups with an alert and the rules that it rests on: the others would take most of the time. */
function withoutOthers(groups: readonly RuleGroup[], alert: string): readonly RuleGroup[] {
  const rules = groups.flatMap(({ rules }) => rules);
  const needed = new Set<string>();
  const need = (name: string) => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const rule of rules) {
      if (nameOf(rule) === name) metricsIn({ owner: name, expr: rule.expr }).forEach(need);
    }
  };
  need(alert);
  return groups
    .map(({ name, rules }) => ({ name, rules: rules.filter((rule) => needed.has(nameOf(rule))) }))
    .filter(({ rules }) => rules.length > 0);
}

function nameOf(rule: RuleGroup['rules'][number]): string {
  return 'alert' in rule ? rule.alert : rule.record;
}
