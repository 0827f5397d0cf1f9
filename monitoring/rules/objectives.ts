import { API_TARGETS, FAILED, RELEASE } from '../series.ts';
import type { RecordingRule } from './rule.ts';
import { thresholdRules } from './thresholds.ts';

/** A service level objective, and how what it allows is measured. */
export interface Objective {
  /** In the names of series and alerts. */
  readonly name: 'errors' | 'slow' | 'uncertain';
  readonly alert: string;
  readonly runbook: string;
  /** What is promised, in words. */
  readonly promise: string;
  /** What the share is a share of, in words. */
  readonly badness: string;
  /** The share that was bad over a window such as `5m`, by release. */
  ratio(window: string): string;
  /** How many were bad over an hour, by release; null where the share says it all. */
  readonly badInAnHour: string | null;
}

/** An answer later than this is slow, in seconds. One of the histogram's buckets. */
const SLOW_SECONDS = 0.05;
/** A bound above this is of little use, in seconds. */
const UNCERTAIN_SECONDS = 0.1;

const requests = (window: string) =>
  `sum by (${RELEASE}) (rate(http_requests_total{${API_TARGETS}}[${window}]))`;
const timed = (window: string) =>
  `sum by (${RELEASE}) (rate(http_request_duration_seconds_count{${TIMED}}[${window}]))`;
const fast = (window: string) =>
  `sum by (${RELEASE}) (rate(http_request_duration_seconds_bucket{${TIMED},le="${SLOW_SECONDS}"}[${window}]))`;
/** Failures are quick, and counted already. */
const TIMED = `${API_TARGETS},status_class!="5xx"`;

export const OBJECTIVES: readonly Objective[] = [
  {
    name: 'errors',
    alert: 'DataikuErrorBudgetBurn',
    runbook: 'error-budget-burn',
    promise: 'few requests fail',
    badness: 'of requests failed',
    ratio: (window) =>
      `(sum by (${RELEASE}) (rate(http_requests_total{${API_TARGETS},${FAILED}}[${window}])) or 0 * ${requests(window)}) / (${requests(window)} > 0)`,
    badInAnHour: `sum by (${RELEASE}) (increase(http_requests_total{${API_TARGETS},${FAILED}}[1h]))`,
  },
  {
    name: 'slow',
    alert: 'DataikuLatencyBudgetBurn',
    runbook: 'latency-budget-burn',
    promise: 'requests are answered within 50 ms',
    badness: 'of requests took more than 50 ms',
    ratio: (window) => `1 - ${fast(window)} / (${timed(window)} > 0)`,
    badInAnHour:
      `sum by (${RELEASE}) (increase(http_request_duration_seconds_count{${TIMED}}[1h])) - ` +
      `sum by (${RELEASE}) (increase(http_request_duration_seconds_bucket{${TIMED},le="${SLOW_SECONDS}"}[1h]))`,
  },
  {
    name: 'uncertain',
    alert: 'DataikuClockBudgetBurn',
    runbook: 'clock-budget-burn',
    promise: 'the bound is under 100 ms',
    badness: 'of the time the clock had no bound under 100 ms',
    ratio: (window) => `avg_over_time(dataiku:clock_uncertain:ratio[${window}])`,
    badInAnHour: null,
  },
];

/** Windows of the burn rates, and those of the dashboards. */
const WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'];

/** Few requests make large shares: fewer bad ones than this in an hour wake nobody. */
export const LEAST_BAD = 5;

export const ratioName = (objective: Objective, window: string) =>
  `dataiku:${objective.name}:ratio_${window}`;
export const badName = (objective: Objective) => `dataiku:${objective.name}:increase_1h`;

/** The service level indicators, each over every window. */
export function indicators(): readonly RecordingRule[] {
  const uncertain: RecordingRule = {
    record: 'dataiku:clock_uncertain:ratio',
    // Without an interval there is no bound at all: 1 by another series that is always there.
    expr:
      `avg by (${RELEASE}) ((clock_bound_seconds{${API_TARGETS}} >= bool ${UNCERTAIN_SECONDS})` +
      ` or on (namespace, release, pod) (clock_status{${API_TARGETS},status="unknown"} >= bool 0))`,
  };
  return [
    ...thresholdRules(OBJECTIVES.map(({ name }) => name)),
    uncertain,
    ...OBJECTIVES.flatMap((objective) => [
      ...WINDOWS.map((window) => ({
        record: ratioName(objective, window),
        expr: objective.ratio(window),
      })),
      ...(objective.badInAnHour === null
        ? []
        : [{ record: badName(objective), expr: objective.badInAnHour }]),
    ]),
  ];
}
