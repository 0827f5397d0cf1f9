/** The phase of the process: readiness and `Connection: close` follow from it. */
export interface Lifecycle {
  phase: 'starting' | 'ready' | 'draining';
}
