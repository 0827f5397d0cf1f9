/** PromQL: requests a second by labels. */
export function rateBy(labels: string, selector: string): string {
  return `sum by (${labels}) (rate(http_requests_total{${selector}}[$__rate_interval]))`;
}

/** PromQL: the duration that a share of requests stays within, in seconds; by labels, or overall. */
export function latencyBy(labels: string, share: number, selector: string, offset = ''): string {
  const by = labels === '' ? 'le' : `${labels}, le`;
  const buckets = `http_request_duration_seconds_bucket{${selector}}[$__rate_interval]`;
  const shifted = offset === '' ? buckets : `${buckets} offset ${offset}`;
  return `histogram_quantile(${share}, sum by (${by}) (rate(${shifted})))`;
}
