import type { RuleGroup } from '../../monitoring/rules/rule.ts';
import { applicationOf, renderRoot, valuesOf } from './manifests.ts';

/** The values that Argo CD gives the chart of kube-prometheus-stack. */
export const STACK_VALUES = valuesOf(applicationOf(renderRoot(), 'kube-prometheus-stack'));

const { additionalPrometheusRulesMap: files } = STACK_VALUES as {
  additionalPrometheusRulesMap: { delivery: { groups: readonly RuleGroup[] } };
};

/** The platform's own rules. */
export const DELIVERY_GROUPS = files.delivery.groups;
