import { OBJECTIVES, ratioName } from '../rules/objectives.ts';
import { threshold } from '../rules/thresholds.ts';
import { API, dashboard, OURS } from './dashboard.ts';
import { figures, lines, table } from './panels.ts';
import { latencyBy, rateBy } from './requests.ts';

const budgetLeft = Object.fromEntries(
  OBJECTIVES.map((objective) => [
    objective.promise,
    `1 - ${ratioName(objective, '30d')}{${OURS}} / ${threshold(objective.name)}`,
  ]),
);

export const overview = dashboard({
  uid: 'dataiku-overview',
  title: 'Overview',
  description: 'Is it up, how fast, how much, what is left of the error budgets, what runs where.',
  rows: {
    'Is it up': [
      figures({
        title: 'Pods up',
        description: 'Pods whose metrics Prometheus reaches, by component.',
        unit: 'none',
        queries: { '{{component}}': `sum by (component) (up{${OURS},endpoint="metrics"})` },
        thresholds: { red: 1, orange: 2, falling: true },
      }),
      figures({
        title: 'Requests that did not fail',
        description: 'Share of requests without an answer of 5xx, over the last hour.',
        unit: 'percentunit',
        decimals: 3,
        queries: { availability: `1 - dataiku:errors:ratio_1h{${OURS}}` },
        thresholds: { red: 0.99, orange: 0.999, falling: true },
      }),
      figures({
        title: 'Worst bound',
        description: 'The widest half-width of any pod: what the least sure answer says of itself.',
        unit: 's',
        queries: { bound: `max(clock_bound_seconds{${API}})` },
        thresholds: { orange: 0.05, red: 0.1 },
      }),
      figures({
        title: 'Alerts',
        description: 'Alerts of this release that are firing. Each links its runbook.',
        unit: 'none',
        queries: {
          firing: `count(ALERTS{alertname=~"Dataiku.+",alertstate="firing",namespace="$namespace",release="$release"}) or vector(0)`,
        },
        thresholds: { red: 1 },
      }),
      figures({
        title: 'Error budgets left',
        description:
          'What is left of what each objective allows over 30 days, or as far back as Prometheus remembers. Below 0 the objective is missed.',
        unit: 'percentunit',
        span: 24,
        decimals: 1,
        queries: budgetLeft,
        thresholds: { red: 0, orange: 0.25, falling: true },
      }),
    ],
    'How much, how fast': [
      lines({
        title: 'Requests by status',
        description: 'Answers by exact status. Event streams are left out.',
        unit: 'reqps',
        min: 0,
        isStacked: true,
        queries: { '{{status}}': rateBy('status', API) },
      }),
      lines({
        title: 'Latency',
        description:
          'From the arrival of a request to the end of its answer, in the process itself. The objective: 99 % within 50 ms.',
        unit: 's',
        min: 0,
        queries: {
          p50: latencyBy('', 0.5, API),
          p95: latencyBy('', 0.95, API),
          p99: latencyBy('', 0.99, API),
        },
        thresholds: { red: 0.05 },
      }),
      lines({
        title: 'How fast the budgets burn',
        description:
          'Over the last hour, as a multiple of what would use a budget up in 30 days. 14.4 wakes somebody.',
        unit: 'none',
        min: 0,
        queries: Object.fromEntries(
          OBJECTIVES.map((objective) => [
            objective.promise,
            `${ratioName(objective, '1h')}{${OURS}} / ${threshold(objective.name)}`,
          ]),
        ),
        thresholds: { orange: 6, red: 14.4 },
      }),
      lines({
        title: 'Open event streams',
        description: 'Server-sent event streams by pod.',
        unit: 'none',
        min: 0,
        isStacked: true,
        queries: { '{{pod}}': `sum by (pod) (event_streams{${API}})` },
      }),
    ],
    'What runs where': [
      table({
        title: 'Versions',
        description: 'Each pod of the API with its version, commit, Node and node.',
        unit: 'none',
        queries: {
          versions: `max by (pod, node, exported_node, version, commit) (dataiku_build_info{${API}})`,
        },
      }),
      table({
        title: 'Zone data by pod',
        description: 'The release of the tz database that each pod answers from.',
        unit: 'none',
        queries: { releases: `max by (pod, version) (tzdb_info{${API}})` },
      }),
      lines({
        title: 'Age of the zone data',
        description: 'At most: since the start of the year of its release.',
        unit: 's',
        min: 0,
        queries: { '{{pod}}': `tzdb_age_seconds{${API}}` },
        thresholds: { orange: 540 * 86_400, red: 730 * 86_400 },
      }),
      lines({
        title: 'Changes of the zone data',
        description: 'How often a pod took another release into use.',
        unit: 'none',
        min: 0,
        queries: { '{{pod}}': `increase(tzdb_changes_total{${API}}[$__rate_interval])` },
      }),
      lines({
        title: 'Pods by version',
        description: 'More than one line: a rollout is under way, or stuck.',
        unit: 'none',
        min: 0,
        span: 24,
        isStacked: true,
        queries: {
          '{{version}} {{commit}}': `count by (version, commit) (dataiku_build_info{${OURS}})`,
        },
      }),
    ],
  },
});
