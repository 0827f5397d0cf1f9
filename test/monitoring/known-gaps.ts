const HANDLES = 'open files and requests in flight say it in terms of what limits us';
const LAG = 'the mean and the 99th percentile are shown, the rest is for a closer look';
const NO_HISTORY = 'the Prometheus of this test is seconds old';

/** Queries of dashboards that give no data in the test, and why not. */
export const dataMissing: Readonly<Record<string, string>> = {
  'Dataiku / API / Requests / B': NO_HISTORY,
  'Dataiku / API / Requests / C': NO_HISTORY,
  'Dataiku / API / p99 / B': NO_HISTORY,
  'Dataiku / API / p99 / C': NO_HISTORY,
  'Dataiku / Clock / TAI − UTC / A':
    'NTP does not tell it, and no kernel that tests run on need know',
};

/** Metrics that neither a dashboard nor a rule uses, and why not: none is of our own making. */
export const unusedMetrics: Readonly<Record<string, string>> = {
  nodejs_active_handles: HANDLES,
  nodejs_active_handles_total: HANDLES,
  nodejs_active_requests: HANDLES,
  nodejs_active_requests_total: HANDLES,
  nodejs_active_resources: HANDLES,
  nodejs_active_resources_total: HANDLES,
  nodejs_eventloop_lag_max_seconds: LAG,
  nodejs_eventloop_lag_min_seconds: LAG,
  nodejs_eventloop_lag_p50_seconds: LAG,
  nodejs_eventloop_lag_p90_seconds: LAG,
  nodejs_eventloop_lag_seconds: LAG,
  nodejs_eventloop_lag_stddev_seconds: LAG,
  nodejs_heap_size_total_bytes: 'what is used of it tells of leaks',
  nginxexporter_build_info: 'the chart names the version of the exporter',
  nodejs_version_info: 'dataiku_build_info says it beside the rest',
  process_cpu_seconds_total: 'user and system time are shown apart',
  process_heap_bytes: 'the resident memory is what the limit counts',
  process_virtual_memory_bytes: 'the resident memory is what the limit counts',
};
