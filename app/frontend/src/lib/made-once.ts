/** Caches what `make` returns for a key. Intl's objects are slow to make and fast to use. */
export function madeOnce<T>(made: Map<string, T>, key: string, make: () => T): T {
  const kept = made.get(key) ?? make();
  made.set(key, kept);
  return kept;
}
