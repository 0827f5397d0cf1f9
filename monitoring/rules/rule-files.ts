import { stringify } from 'yaml';
import { budgetAlerts } from './budget-alerts.ts';
import { healthAlerts, SEEN_RULE } from './health-alerts.ts';
import { indicators } from './objectives.ts';
import type { RuleGroup } from './rule.ts';
import { thresholdRules } from './thresholds.ts';

const HEAD = `# Written by \`make monitoring\` from monitoring/rules. Don't edit.\n`;

/** Prometheus's rules by the name of their file in the chart. */
export const RULES: Readonly<Record<string, readonly RuleGroup[]>> = {
  'objectives.yaml': [
    { name: 'dataiku.indicators', rules: indicators() },
    { name: 'dataiku.budgets', rules: budgetAlerts() },
  ],
  'health.yaml': [
    {
      name: 'dataiku.health',
      rules: [...thresholdRules(['certificate']), SEEN_RULE, ...healthAlerts()],
    },
  ],
};

/** The text of a file of rules. */
export function ruleText(groups: readonly RuleGroup[]): string {
  return HEAD + stringify({ groups }, { lineWidth: 0 });
}
