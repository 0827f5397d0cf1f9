import { INSTANT_OR_WALL_TIME_PATTERN } from '@dataiku-assessment/contract';
import { InvalidTimeError } from './invalid-time-error.ts';
import { tryInZone } from './zone.ts';

/** A time as a client writes it: an instant, or the wall time of a zone that is named elsewhere. */
export type InstantOrWallTime =
  | { readonly kind: 'instant'; readonly epochNs: bigint }
  | { readonly kind: 'wall'; readonly wall: Temporal.PlainDateTime };

/** The parts of such a text, with a T, a + and the date and time checked. */
interface Parts {
  readonly text: string;
  readonly dateTime: string;
  /** Empty for a wall time. */
  readonly offset: string;
  readonly annotations: string;
  /** The zone among the annotations. */
  readonly zoneId: string | undefined;
}

const FORMAT = new RegExp(INSTANT_OR_WALL_TIME_PATTERN);
/** The annotation without a key; the mark of a critical one is not part of the id. */
const ZONE = /\[!?([^=\]]+)\]/;

const FIRST_NS = Temporal.Instant.from('0000-01-01T00:00:00Z').epochNanoseconds;
const LAST_NS = Temporal.Instant.from('9999-12-31T23:59:59.999999999Z').epochNanoseconds;
const WALL_TIME_YEARS = { first: 1900, last: 2100 };

/**
 * Reads an instant in the format of the contract, in ns since 1970.
 * @throws InvalidTimeError also when its offset is not that of its zone then, and on a leap second,
 * which has no count since 1970.
 */
export function parseInstant(text: string): bigint {
  const epochNs = instantNs(split(text));
  if (epochNs >= FIRST_NS && epochNs <= LAST_NS) return epochNs;
  throw new InvalidTimeError(text, 'is outside the years 0000 to 9999 of UTC');
}

/**
 * Reads an instant as `parseInstant` does, or a wall time, from 1900 to 2100.
 * @throws InvalidTimeError
 */
export function parseInstantOrWallTime(text: string): InstantOrWallTime {
  const parts = split(text);
  const year = Number(text.slice(0, 4));
  const { first, last } = WALL_TIME_YEARS;
  if (year < first || year > last) {
    throw new InvalidTimeError(text, `is outside the years ${first} to ${last}`);
  }
  if (parts.offset === '') return { kind: 'wall', wall: wallTime(parts) };
  return { kind: 'instant', epochNs: instantNs(parts) };
}

function split(text: string): Parts {
  const [, date, time = '', seconds, offset = '', annotations = ''] = FORMAT.exec(text) ?? [];
  if (date === undefined) throw new InvalidTimeError(text, 'is not a time as in RFC 3339');
  attempt(text, 'is not a valid date', () => Temporal.PlainDate.from(date));
  if (seconds === '60') {
    throw new InvalidTimeError(text, 'is a leap second, which has no count since 1970');
  }
  attempt(text, 'is not a valid time of day', () => Temporal.PlainTime.from(time));
  return {
    text,
    dateTime: `${date}T${time}`,
    // An unescaped plus in a query arrives as a space.
    offset: offset.replace(' ', '+'),
    annotations,
    zoneId: ZONE.exec(annotations)?.[1],
  };
}

function wallTime({ text, dateTime, annotations, zoneId }: Parts): Temporal.PlainDateTime {
  if (zoneId !== undefined) throw new InvalidTimeError(text, 'has a zone but no offset from UTC');
  return attempt(text, 'has an unknown annotation', () =>
    Temporal.PlainDateTime.from(`${dateTime}${annotations}`).withCalendar('iso8601'),
  );
}

function instantNs({ text, dateTime, offset, annotations, zoneId }: Parts): bigint {
  if (offset === '') throw new InvalidTimeError(text, 'has no offset from UTC');
  const instant = `${dateTime}${offset}`;
  attempt(text, 'has an invalid offset from UTC', () => Temporal.Instant.from(instant));
  const zoned = `${instant}${annotations}`;
  const { epochNanoseconds } = attempt(text, 'has an unknown annotation', () =>
    Temporal.Instant.from(zoned),
  );
  if (zoneId !== undefined) holdAgainstZone({ text, offset, zoneId }, epochNanoseconds);
  return epochNanoseconds;
}

/** An offset without seconds stands for one that has them, rounded to minutes: RFC 9557 §3.4. */
function holdAgainstZone(
  { text, offset, zoneId }: Pick<Parts, 'text' | 'offset'> & { readonly zoneId: string },
  epochNs: bigint,
): void {
  // An offset may stand for the zone.
  const is = offsetSeconds(zoneId) ?? tryInZone(epochNs, zoneId)?.type.offsetSeconds;
  if (is === undefined) throw new InvalidTimeError(text, 'has an unknown zone');
  const given = offsetSeconds(offset);
  // Z tells the instant and nothing of the local time.
  if (given === null || given === is) return;
  const isRounded = given % 60 === 0 && given === Math.round(is / 60) * 60;
  if (!isRounded)
    throw new InvalidTimeError(text, 'has an offset that its zone does not have then');
}

/** ±hh:mm[:ss] in seconds; null for Z. */
function offsetSeconds(offset: string): number | null {
  const [, sign, hours, minutes, seconds = '0'] =
    /^([-+])(\d\d):?(\d\d)?:?(\d\d)?/.exec(offset) ?? [];
  if (sign === undefined) return null;
  const total = Number(hours) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
  return sign === '-' ? -total : total;
}

/** Temporal's own messages differ by engine: each failure gets one of ours. */
function attempt<T>(text: string, fault: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InvalidTimeError(text, fault, { cause: error });
  }
}
