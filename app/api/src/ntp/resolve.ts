import { lookup } from 'node:dns/promises';

/** The addresses of a host now, in the resolver's order; none when it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Asks the system's resolver each time: it caches for as long as the name's owner allows. An address is its own. */
export async function resolveHost(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

/**
 * Which address to ask: the one that answered last for as long as the name has it, so that its
 * samples can be intersected; after a failure the next one.
 */
export function chooseAddress(
  addresses: readonly string[],
  last: { readonly address: string; readonly answered: boolean } | null,
): string | undefined {
  const index = last === null ? -1 : addresses.indexOf(last.address);
  if (index >= 0 && last?.answered) return addresses[index];
  return addresses[(index + 1) % addresses.length];
}
