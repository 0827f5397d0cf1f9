import { lookup } from 'node:dns/promises';

/** The current addresses of a host, in the resolver's order; empty when it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Asks the system's resolver each time: it caches for as long as the record allows. */
export async function resolveHost(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

/**
 * The address to ask: the one that answered last, for as long as the name has it, so that its samples
 * can be intersected; after a failure the next one.
 */
export function chooseAddress(
  addresses: readonly string[],
  last: { readonly address: string; readonly answered: boolean } | null,
): string | undefined {
  const index = last === null ? -1 : addresses.indexOf(last.address);
  if (index >= 0 && last?.answered) return addresses[index];
  return addresses[(index + 1) % addresses.length];
}
