import { fileURLToPath } from 'node:url';
import { RULES, ruleText } from './rules/rule-files.ts';

/** The folder of the chart's files, of which the rules and dashboards are written here. */
export const CHART_FILES = fileURLToPath(new URL('../charts/dataiku/files', import.meta.url));

/** What is written into the chart, by its path below `CHART_FILES`. */
export function chartFiles(): Readonly<Record<string, string>> {
  const rules = Object.entries(RULES).map(([name, groups]) => [`rules/${name}`, ruleText(groups)]);
  return Object.fromEntries(rules);
}
