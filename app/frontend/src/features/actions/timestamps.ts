import { MINUTES, machineTime } from '../../lib/clock-digits.ts';
import { toLocalMs } from '../../lib/local-time.ts';

/** The forms in which a time can be copied. */
export const TIMESTAMPS = ['utc', 'local', 'seconds', 'milliseconds'] as const;
export type Timestamp = (typeof TIMESTAMPS)[number];

/**
 * A moment (ms since 1970) as programs write it, to the last of the clock's digits that are known: ISO 8601
 * in UTC, or local with its offset; Unix seconds or milliseconds.
 */
export function writeTimestamp(form: Timestamp, epochMs: number, digits: number): string {
  switch (form) {
    case 'utc':
      return machineTime(epochMs, digits);
    case 'local':
      return localTime(epochMs, digits);
    case 'seconds':
      return String(Math.floor(epochMs / 1_000));
    case 'milliseconds':
      return String(Math.floor(epochMs));
  }
}

function localTime(epochMs: number, digits: number): string {
  const localMs = toLocalMs(epochMs);
  const minutes = Math.round((localMs - epochMs) / 60_000);
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  const time = machineTime(localMs, digits);
  // A date alone has no offset.
  return digits < MINUTES ? time : time.replace('Z', offset);
}
