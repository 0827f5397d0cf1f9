import type { RecordingRule } from './rule.ts';

/**
 * What the alerts tolerate, as shares. Recorded as series, so that the chart's value
 * `prometheusRule.thresholds` changes them in one place, for alerts and dashboards alike.
 */
export const THRESHOLDS = { errors: 0.001, slow: 0.01, uncertain: 0.001, certificate: 0.25 };

type Threshold = keyof typeof THRESHOLDS;

const seriesOf = (name: string) => `dataiku:${name}:threshold`;

/** A threshold in an expression. */
export function threshold(name: Threshold): string {
  return `scalar(${seriesOf(name)})`;
}

/** The rules that record some of the thresholds. */
export function thresholdRules(names: readonly Threshold[]): readonly RecordingRule[] {
  return names.map((name) => ({ record: seriesOf(name), expr: `vector(${THRESHOLDS[name]})` }));
}

/** A threshold as a share in an alert's text, for Prometheus's templates. */
export function thresholdInWords(name: Threshold): string {
  return `{{ with query "${seriesOf(name)}" }}{{ . | first | value | humanizePercentage }}{{ end }}`;
}
