import { madeOnce } from './made-once.ts';

/** The id of the visitor's zone, as the browser has it. */
export function visitorZone(): string {
  // Where there is Temporal, it answers at once; a format takes milliseconds.
  if (typeof Temporal !== 'undefined') return Temporal.Now.timeZoneId();
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The offset of the visitor's zone at a moment by the server; null where it has not said. Both in ms. */
type ServerOffsets = (epochMs: number) => number | null;

let serverOffsets: ServerOffsets = () => null;

/** Takes the server's offsets of the visitor's zone, where the browser has others. */
export function takeServerOffsets(offsets: ServerOffsets): void {
  serverOffsets = offsets;
}

/** The offset of the visitor's zone at a moment, in ms. */
function localOffsetMs(epochMs: number): number {
  return serverOffsets(epochMs) ?? -new Date(epochMs).getTimezoneOffset() * 60_000;
}

/** A moment shifted into the visitor's zone, so that its UTC fields show local time. Both in ms. */
export function toLocalMs(epochMs: number): number {
  return epochMs + localOffsetMs(epochMs);
}

/** Writes the offset of the visitor's zone at a moment: `UTC`, `UTC+5:30`, `UTC−3`. */
export function formatUtcOffset(epochMs: number): string {
  const minutes = localOffsetMs(epochMs) / 60_000;
  if (minutes === 0) return 'UTC';
  const sign = minutes < 0 ? '−' : '+';
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/** The offset of a zone from UTC in the browser's zone data, in ms; null if the zone is unknown there. */
export function browserOffsetMs(zone: string, epochMs: number): number | null {
  try {
    const make = () =>
      new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    const parts = madeOnce(zoneFormats, zone, make).formatToParts(epochMs);
    const name = parts.find(({ type }) => type === 'timeZoneName');
    return parseUtcOffset(name?.value.replace('GMT', '') || '+00:00');
  } catch {
    return null;
  }
}

/** Parses `±hh:mm` or `±hh:mm:ss` to ms; NaN when it is neither. */
export function parseUtcOffset(text: string): number {
  const [, sign, hours, minutes, seconds = 0] =
    /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -ms : ms;
}
