/**
 * Whether two answers hold the same members with values of the same kind: a peer that answers less
 * would be compared with work that it doesn't do. Null stands for anything: it is how the API says
 * that a value isn't known now.
 */
export function hasSameShape(a: unknown, b: unknown): boolean {
  if (a === null || b === null) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return typeof a === typeof b;
  const names = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === Object.keys(b).length &&
    names.every((name) => name in b && hasSameShape(member(a, name), member(b, name)))
  );
}

function member(value: object, name: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[name];
}

/**
 * Holds a peer's answer against this API's.
 * @throws {Error} when it says more or less.
 */
export async function requireSameWork(productUrl: string, peerUrl: string): Promise<void> {
  const [product, peer] = await Promise.all([productUrl, peerUrl].map(readJson));
  if (hasSameShape(product, peer)) return;
  throw new Error(
    `${peerUrl} does other work: ${JSON.stringify(peer)} beside ${JSON.stringify(product)}`,
  );
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { connection: 'close' } });
  return await response.json();
}
