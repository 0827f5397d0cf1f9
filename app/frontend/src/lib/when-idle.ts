/** The longest wait, in ms. */
const LONGEST_WAIT_MS = 2_000;

/** Waits until the browser is idle, for at most two seconds. */
export function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, LONGEST_WAIT_MS / 2);
    else requestIdleCallback(resolve, { timeout: LONGEST_WAIT_MS });
  });
}
