/** A zone whose clocks never change, as people write it: `UTC+5:30`. */
export interface FixedZone {
  /** As the address has it: `UTC`, `UTC+1`, `UTC-3:30`. */
  readonly id: string;
  /** Local time minus UTC, in ms. */
  readonly offsetMs: number;
}

const FIXED = /^(?:utc|gmt)?\s*(?:([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?)?$/i;

/** No place has ever had another offset, in minutes. */
const LEAST_MINUTES = -12 * 60;
const MOST_MINUTES = 14 * 60;

/**
 * Parses `GMT+1`, `utc −3:30` or `+9` as people mean them: plus is ahead of UTC, whereas `Etc/GMT+1` of
 * the tz database is behind it. Null for anything else.
 */
export function parseFixedZone(text: string): FixedZone | null {
  const [whole, sign, hours = '0', minutes = '0'] = FIXED.exec(text.trim()) ?? [];
  if (!whole) return null;
  const size = Number(hours) * 60 + Number(minutes);
  const offset = sign === undefined || sign === '+' ? size : -size;
  if (offset < LEAST_MINUTES || offset > MOST_MINUTES) return null;
  return { id: writeFixedZone(offset), offsetMs: offset * 60_000 };
}

function writeFixedZone(offset: number): string {
  if (offset === 0) return 'UTC';
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${offset < 0 ? '-' : '+'}${Math.floor(size / 60)}${minutes}`;
}
