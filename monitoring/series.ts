/**
 * Which series are ours. The chart's ServiceMonitor sets `release`, `component` and `node` on every
 * target; the operator sets `namespace` and `pod`.
 */
export const API_TARGETS = 'component="api",release!=""';
export const ALL_TARGETS = 'component=~"api|frontend",release!="",endpoint="metrics"';

/** What one installation is told apart by. */
export const RELEASE = 'namespace, release';
export const COMPONENT = 'namespace, release, component';

export const FAILED = 'status=~"5.."';
