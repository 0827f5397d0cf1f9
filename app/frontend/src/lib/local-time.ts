import { madeOnce } from './made-once.ts';

/** A moment moved into the visitor's zone, so that its UTC fields read as local ones. Both in ms. */
export function toLocalMs(epochMs: number): number {
  return epochMs - new Date(epochMs).getTimezoneOffset() * 60_000;
}

/** The offset of the visitor's zone at a moment: `UTC`, `UTC+5:30`, `UTC−3`. */
export function formatUtcOffset(epochMs: number): string {
  const minutes = -new Date(epochMs).getTimezoneOffset();
  if (minutes === 0) return 'UTC';
  const sign = minutes < 0 ? '−' : '+';
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/** The offset of a zone from UTC by the browser's own data, in ms; null where it doesn't know the zone. */
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

/** `±hh:mm` or `±hh:mm:ss`, in ms; no number when it is neither. */
export function parseUtcOffset(text: string): number {
  const [, sign, hours, minutes, seconds = 0] =
    /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -ms : ms;
}
