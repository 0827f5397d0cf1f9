/** What `make` gives for a key, made once: Intl's objects take a browser long to make, and little to ask. */
export function madeOnce<T>(made: Map<string, T>, key: string, make: () => T): T {
  const kept = made.get(key) ?? make();
  made.set(key, kept);
  return kept;
}
