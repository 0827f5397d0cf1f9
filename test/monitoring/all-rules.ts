import type { RuleGroup } from '../../monitoring/rules/rule.ts';
import { RULES } from '../../monitoring/rules/rule-files.ts';

const chart = Object.values(RULES).flat();

/** The alerts of the chart, of all its files. */
export const ALERTS = alertsOf(chart);

/** What its rules record. */
export const RECORDINGS = chart
  .flatMap(({ rules }) => rules)
  .flatMap((rule) => ('record' in rule ? [rule] : []));

/** The alerts of groups of rules. */
export function alertsOf(groups: readonly RuleGroup[]) {
  return groups.flatMap(({ rules }) => rules).flatMap((rule) => ('alert' in rule ? [rule] : []));
}
