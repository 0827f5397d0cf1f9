import { API, dashboard } from './dashboard.ts';
import { figures, lines, states } from './panels.ts';

export const clock = dashboard({
  uid: 'dataiku-clock',
  title: 'Clock',
  description: 'How sure the answers are, what their bound rests on, and who disagrees.',
  rows: {
    'How sure': [
      states({
        title: 'Status by pod and node',
        description:
          'The state that each clock is in. Only synchronized and holdover have an interval; pods of one node share its clock.',
        unit: 'none',
        queries: {
          '{{node}} {{pod}} {{status}}': `max by (node, pod, status) (clock_status{${API}}) == 1`,
        },
      }),
      lines({
        title: 'Bound',
        description:
          "Half the width of each answer's interval. It grows between two readings; the objective: under 100 ms.",
        unit: 's',
        min: 0,
        queries: { '{{pod}}': `clock_bound_seconds{${API}}` },
        thresholds: { orange: 0.05, red: 0.1 },
      }),
      lines({
        title: 'Drift',
        description:
          'By how much the bound grows a second: 500 ppm until NTP has measured the drift of the host clock, then what it measured and 50 ppm.',
        unit: 'percentunit',
        min: 0,
        queries: { '{{pod}}': `clock_drift_ratio{${API}}` },
      }),
      lines({
        title: 'Age of the reading',
        description:
          'Since a source last gave a bound: seconds with the kernel, up to a poll with NTP.',
        unit: 's',
        min: 0,
        queries: { '{{pod}}': `clock_reading_age_seconds{${API}}` },
      }),
      lines({
        title: 'Without a bound under 100 ms',
        description: 'The share of pods of which that is true: what the objective counts.',
        unit: 'percentunit',
        min: 0,
        max: 1,
        queries: {
          share: 'dataiku:clock_uncertain:ratio{namespace="$namespace",release="$release"}',
        },
      }),
      lines({
        title: 'Steps',
        description: 'How often the host clock was set by 1 ms or more, or the host slept.',
        unit: 'none',
        min: 0,
        queries: { '{{node}} {{pod}}': `increase(clock_steps_total{${API}}[$__rate_interval])` },
      }),
    ],
    'What it rests on': [
      lines({
        title: 'Offset by source',
        description:
          'UTC minus the host clock by each source: the middle of its bound, whether answers rest on it or not.',
        unit: 's',
        queries: { '{{source}} {{pod}}': `clock_source_offset_seconds{${API}}` },
      }),
      lines({
        title: 'NTP answers by server',
        description: 'Exchanges a second that gave an interval.',
        unit: 'reqps',
        min: 0,
        queries: {
          '{{server}}': `sum by (server) (rate(ntp_exchanges_total{${API},outcome="sample"}[$__rate_interval]))`,
        },
      }),
      lines({
        title: 'NTP failures by server',
        description:
          'Exchanges in the interval that gave none, by why: docs/clock.md explains each.',
        unit: 'none',
        min: 0,
        queries: {
          '{{server}} {{outcome}}': `sum by (server, outcome) (increase(ntp_exchanges_total{${API},outcome!="sample"}[$__rate_interval]))`,
        },
      }),
      lines({
        title: 'Contradictions by server',
        description:
          'How often the answers of one server excluded each other: the host clock drifted by more than was assumed, or the clock of that server was set.',
        unit: 'none',
        min: 0,
        queries: {
          '{{server}}': `sum by (server) (increase(ntp_contradictions_total{${API}}[$__rate_interval]))`,
        },
      }),
      lines({
        title: 'Falsetickers',
        description: 'How many pods see a majority prove this server wrong.',
        unit: 'none',
        min: 0,
        queries: { '{{server}}': `sum by (server) (ntp_falseticker{${API}})` },
        thresholds: { red: 1 },
      }),
      states({
        title: 'Authenticated',
        description:
          'Whether the bound rests on NTS servers alone, which nobody on the path can forge.',
        unit: 'none',
        span: 12,
        queries: { '{{pod}}': `max by (pod) (clock_authenticated{${API}})` },
      }),
      lines({
        title: 'NTS key exchanges',
        description:
          'By outcome: "keys" is success; docs/clock.md explains the others. One a day for each pod and server is usual.',
        unit: 'none',
        min: 0,
        queries: {
          '{{server}} {{outcome}}': `sum by (server, outcome) (increase(nts_key_exchanges_total{${API}}[$__rate_interval]))`,
        },
      }),
      lines({
        title: 'NTS cookies in stock',
        description: 'Eight while replies come; each that is lost costs one, until there are none.',
        unit: 'none',
        min: 0,
        max: 8,
        queries: { '{{server}} {{pod}}': `nts_cookies{${API}}` },
      }),
      lines({
        title: 'Certificates of NTS key servers',
        description: 'How long each is still valid, as of the last key exchange.',
        unit: 's',
        queries: {
          '{{server}}': `min by (server) (nts_certificate_expiry_timestamp_seconds{${API}}) - time()`,
        },
      }),
      figures({
        title: 'TAI − UTC',
        description: 'As the host knows it; nothing where it does not. 37 s since 2017.',
        unit: 's',
        span: 12,
        queries: { '{{pod}}': `clock_tai_offset_seconds{${API}}` },
      }),
      states({
        title: 'Leap second announced',
        description: 'For the end of the UTC month. "unknown" where there is no interval.',
        unit: 'none',
        span: 12,
        queries: { '{{pod}} {{leap}}': `max by (pod, leap) (clock_leap{${API}}) == 1` },
      }),
    ],
  },
});
