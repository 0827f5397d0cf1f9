import { readableQuery } from './page-address.ts';
import { writeInstant } from './shown-moment.ts';

/** What a link to a moment says. */
export interface LinkedMoment {
  /** In ms since 1970. */
  readonly ms: number;
  /** The places that are shown, as the address has them. */
  readonly pins: string;
  readonly name: string | null;
}

/** The address of this page at a moment. */
export function momentLink({ ms, pins, name }: LinkedMoment): string {
  const query = new URLSearchParams({ at: writeInstant(ms) });
  if (pins !== '') query.set('zones', pins);
  if (name !== null) query.set('name', name);
  return `${location.origin}${location.pathname}?${readableQuery(query)}`;
}
