import { API, dashboard } from './dashboard.ts';
import { figures, heatmap, lines } from './panels.ts';
import { latencyBy, rateBy } from './requests.ts';

const requestRate = (offset: string) =>
  `sum(rate(http_requests_total{${API}}[$__rate_interval]${offset}))`;

export const api = dashboard({
  uid: 'dataiku-api',
  title: 'API',
  description: 'Rate, errors and duration by route; what each pod is short of; how it was before.',
  rows: {
    'Rate, errors, duration': [
      lines({
        title: 'Requests by route',
        description: 'Answers by route. Unknown paths are "none", files of the page are "page".',
        unit: 'reqps',
        min: 0,
        isStacked: true,
        queries: { '{{method}} {{route}}': rateBy('method, route', API) },
      }),
      lines({
        title: 'Errors by route',
        description: 'Answers of 4xx (the client is at fault) and 5xx (the server is).',
        unit: 'reqps',
        min: 0,
        queries: { '{{status}} {{route}}': rateBy('status, route', `${API},status=~"[45].."`) },
      }),
      lines({
        title: 'p99 by route',
        description: 'What 99 % of the answers of a route stay within. The objective: 50 ms.',
        unit: 's',
        min: 0,
        queries: { '{{route}}': latencyBy('route', 0.99, API) },
        thresholds: { red: 0.05 },
      }),
      lines({
        title: 'Mean by route',
        description: 'The mean of the durations, which the buckets of the histogram do not round.',
        unit: 's',
        min: 0,
        queries: {
          '{{route}}':
            `sum by (route) (rate(http_request_duration_seconds_sum{${API}}[$__rate_interval]))` +
            ` / sum by (route) (rate(http_request_duration_seconds_count{${API}}[$__rate_interval]))`,
        },
      }),
      heatmap({
        title: 'Latency',
        description:
          'Requests a second in each bucket of duration: two bands are two kinds of answers.',
        unit: 's',
        queries: {
          '{{le}}': `sum by (le) (rate(http_request_duration_seconds_bucket{${API}}[$__rate_interval]))`,
        },
      }),
      lines({
        title: 'Bytes of bodies by route',
        description: 'Bytes of answers a second, headers left out.',
        unit: 'Bps',
        min: 0,
        isStacked: true,
        queries: {
          '{{route}}': `sum by (route) (rate(http_response_body_bytes_total{${API}}[$__rate_interval]))`,
        },
      }),
      lines({
        title: 'Turned away',
        description:
          'Refusals that protect the process: overload, an address that sends too much, too many streams.',
        unit: 'reqps',
        min: 0,
        queries: {
          '{{reason}}': `sum by (reason) (rate(http_requests_refused_total{${API}}[$__rate_interval]))`,
        },
      }),
    ],
    'What each pod is short of': [
      lines({
        title: 'Event loop at work',
        description: 'The share of time in which the one thread is busy. At 1 every request waits.',
        unit: 'percentunit',
        min: 0,
        max: 1,
        queries: {
          '{{pod}}': `rate(nodejs_eventloop_active_seconds_total{${API}}[$__rate_interval])`,
        },
        thresholds: { orange: 0.7, red: 0.9 },
      }),
      lines({
        title: 'Event loop lag',
        description: 'How late timers fire. It widens the intervals of clients that synchronise.',
        unit: 's',
        min: 0,
        queries: {
          'p99 {{pod}}': `nodejs_eventloop_lag_p99_seconds{${API}}`,
          'mean {{pod}}': `nodejs_eventloop_lag_mean_seconds{${API}}`,
        },
      }),
      lines({
        title: 'CPU',
        description: 'Cores in use, by user and system time.',
        unit: 'none',
        min: 0,
        queries: {
          'user {{pod}}': `rate(process_cpu_user_seconds_total{${API}}[$__rate_interval])`,
          'system {{pod}}': `rate(process_cpu_system_seconds_total{${API}}[$__rate_interval])`,
        },
      }),
      lines({
        title: 'Memory of the limit',
        description: 'Resident memory as a share of the limit. From 0.9 on requests get 503.',
        unit: 'percentunit',
        min: 0,
        max: 1,
        queries: {
          '{{pod}}': `process_resident_memory_bytes{${API}} / process_memory_limit_bytes{${API}}`,
        },
        thresholds: { orange: 0.75, red: 0.9 },
      }),
      lines({
        title: 'Heap',
        description:
          'JavaScript objects, and the buffers outside of them. A steady climb is a leak.',
        unit: 'bytes',
        min: 0,
        queries: {
          'heap {{pod}}': `nodejs_heap_size_used_bytes{${API}}`,
          'external {{pod}}': `nodejs_external_memory_bytes{${API}}`,
        },
      }),
      lines({
        title: 'Garbage collection',
        description: 'The share of time that goes into it, by kind.',
        unit: 'percentunit',
        min: 0,
        queries: {
          '{{kind}} {{pod}}': `sum by (kind, pod) (rate(nodejs_gc_duration_seconds_sum{${API}}[$__rate_interval]))`,
        },
      }),
      lines({
        title: 'In flight',
        description: 'Requests being answered, event streams left out, and streams that are open.',
        unit: 'none',
        min: 0,
        queries: {
          'requests {{pod}}': `http_requests_in_flight{${API}} - event_streams{${API}}`,
          'streams {{pod}}': `event_streams{${API}}`,
        },
      }),
      lines({
        title: 'Open files of the limit',
        description: 'Connections and files as a share of what the process may open.',
        unit: 'percentunit',
        min: 0,
        queries: { '{{pod}}': `process_open_fds{${API}} / process_max_fds{${API}}` },
        thresholds: { orange: 0.7, red: 0.9 },
      }),
      lines({
        title: 'Streams cut, log lines dropped',
        description: 'Event streams that nobody read, and log lines that could not be written.',
        unit: 'none',
        min: 0,
        queries: {
          'streams {{pod}}': `increase(event_streams_cut_total{${API}}[$__rate_interval])`,
          'lines {{pod}}': `increase(log_lines_dropped_total{${API}}[$__rate_interval])`,
        },
      }),
      figures({
        title: 'Running since',
        description: 'When each process started. Younger than its deployment: it was restarted.',
        unit: 'dateTimeFromNow',
        span: 12,
        queries: { '{{pod}}': `process_start_time_seconds{${API}} * 1000` },
      }),
    ],
    'As it was before': [
      lines({
        title: 'Requests',
        description: 'Now, a day ago, and a week ago.',
        unit: 'reqps',
        min: 0,
        queries: {
          now: requestRate(''),
          yesterday: requestRate(' offset 1d'),
          'last week': requestRate(' offset 1w'),
        },
      }),
      lines({
        title: 'p99',
        description: 'Now, a day ago, and a week ago.',
        unit: 's',
        min: 0,
        queries: {
          now: latencyBy('', 0.99, API),
          yesterday: latencyBy('', 0.99, API, '1d'),
          'last week': latencyBy('', 0.99, API, '1w'),
        },
      }),
    ],
  },
});
