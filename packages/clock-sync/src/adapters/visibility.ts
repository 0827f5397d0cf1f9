/** Whether the page is visible. Always true without a document, as in a worker. */
export function isVisible(): boolean {
  return !globalThis.document?.hidden;
}

/** Calls `callback` when the page is hidden or shown. Returns the function that ends it. */
export function onVisibilityChange(callback: () => void): () => void {
  const { document } = globalThis;
  document?.addEventListener('visibilitychange', callback);
  return () => document?.removeEventListener('visibilitychange', callback);
}
