import { fileURLToPath } from 'node:url';
import { api } from './dashboards/api.ts';
import { clock } from './dashboards/clock.ts';
import { edge } from './dashboards/edge.ts';
import { overview } from './dashboards/overview.ts';
import { RULES, ruleText } from './rules/rule-files.ts';

/** The folder of the chart's files, of which the rules and dashboards are written here. */
export const CHART_FILES = fileURLToPath(new URL('../charts/dataiku/files', import.meta.url));

/** Grafana's dashboards by the name of their file in the chart. */
export const DASHBOARDS = {
  'overview.json': overview,
  'api.json': api,
  'clock.json': clock,
  'edge.json': edge,
};

/** What is written into the chart, by its path below `CHART_FILES`. */
export function chartFiles(): Readonly<Record<string, string>> {
  const rules = Object.entries(RULES).map(([name, groups]) => [`rules/${name}`, ruleText(groups)]);
  const dashboards = Object.entries(DASHBOARDS).map(([name, model]) => [
    `dashboards/${name}`,
    `${JSON.stringify(model, null, 2)}\n`,
  ]);
  return Object.fromEntries([...rules, ...dashboards]);
}
