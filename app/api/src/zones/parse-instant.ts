import { ANNOTATIONS_PATTERN } from '@dataiku-assessment/contract';
import { epochSeconds, NS_PER_SECOND } from './instant.ts';
import { InvalidTimeError } from './invalid-time-error.ts';
import { endsLeapSecond } from './leap-seconds.ts';
import { inZone } from './zone.ts';

/** The unit of a count since 1970. */
export type EpochUnit = 's' | 'ms' | 'us' | 'ns';

/** An instant as a client writes it. */
export interface ParsedInstant {
  readonly kind: 'instant';
  /** Of a leap second, the count that POSIX gives it: that of the second after it. */
  readonly epochNs: bigint;
  readonly isLeapSecond: boolean;
  /** The unit that a count since 1970 was read in; absent for a date and time. */
  readonly epochUnit?: EpochUnit;
}

/** The wall time of a zone that is named elsewhere; of a leap second, the second before it. */
export interface ParsedWallTime {
  readonly kind: 'wall';
  readonly wall: Temporal.PlainDateTime;
  readonly isLeapSecond: boolean;
}

/** The parts of a date and time, which are valid. */
interface Parts {
  readonly text: string;
  /** Of a leap second, the second before it. */
  readonly wall: Temporal.PlainDateTime;
  /** The same, with a T. */
  readonly dateTime: string;
  readonly isLeapSecond: boolean;
  /** With a +; empty for a wall time. */
  readonly offset: string;
  readonly annotations: string;
  /** The zone among the annotations. */
  readonly zoneId: string | undefined;
}

/** Wider than what is valid, so that the fault can be told. */
const FORMAT =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d)(?::(\d\d)([.,]\d+)?)?([Zz]|[-+ ]\d\d:\d\d)?((?:\[[^[\]]+\])*))?$/;
/** The annotation without a key; the mark of a critical one is not part of the id. */
const ZONE = /\[!?([^=\]]+)\]/;
const ANNOTATIONS = new RegExp(ANNOTATIONS_PATTERN);
const EPOCH = /^-?(\d{1,19})$/;

const FIRST_NS = Temporal.Instant.from('0000-01-01T00:00:00Z').epochNanoseconds;
const LAST_NS = Temporal.Instant.from('9999-12-31T23:59:59.999999999Z').epochNanoseconds;
const WALL_TIME_YEARS = { first: 1900, last: 2100 };

/**
 * Reads an instant in the format of the contract, in the years 0000 to 9999.
 * @throws InvalidTimeError also when its offset is not that of its zone then, and on a second 60 where
 * there was no leap second; UnknownZoneError.
 */
export function parseInstant(text: string): ParsedInstant {
  const instant = parseEpoch(text) ?? instantOf(split(text));
  const { epochNs } = instant;
  if (epochNs >= FIRST_NS && epochNs <= LAST_NS) return instant;
  throw new InvalidTimeError(text, 'is outside the years 0000 to 9999 of UTC');
}

/**
 * Reads an instant as `parseInstant` does, or a wall time, from 1900 to 2100.
 * @throws InvalidTimeError, UnknownZoneError
 */
export function parseInstantOrWallTime(text: string): ParsedInstant | ParsedWallTime {
  const epoch = parseEpoch(text);
  if (epoch !== null) return epoch;
  const parts = split(text);
  const year = Number(text.slice(0, 4));
  const { first, last } = WALL_TIME_YEARS;
  if (year < first || year > last) {
    throw new InvalidTimeError(text, `is outside the years ${first} to ${last}`);
  }
  return parts.offset === '' ? wallTimeOf(parts) : instantOf(parts);
}

/**
 * The instant after a wall time that was read as the second before a leap second.
 * @throws InvalidTimeError when there was no leap second.
 */
export function afterLeapSecond(epochNs: bigint, text: string): bigint {
  const after = epochNs + NS_PER_SECOND;
  if (endsLeapSecond(epochSeconds(after))) return after;
  const fault = 'has a second 60, but there was no leap second then';
  throw new InvalidTimeError(text, fault, { kind: 'nonexistent' });
}

/** Null when the text is not a count. */
function parseEpoch(text: string): ParsedInstant | null {
  const digits = EPOCH.exec(text)?.[1];
  if (digits === undefined) return null;
  const [epochUnit, nsPerUnit] = unitOf(digits.length);
  const epochNs = BigInt(text) * nsPerUnit;
  const { first, last } = WALL_TIME_YEARS;
  const year = new Date(Number(epochNs / 1_000_000n)).getUTCFullYear();
  if (year >= first && year <= last) {
    return { kind: 'instant', epochNs, isLeapSecond: false, epochUnit };
  }
  const fault = `is a count since 1970 (in ${epochUnit}, by its length) outside the years ${first} to ${last}`;
  throw new InvalidTimeError(text, fault);
}

function unitOf(digits: number): readonly [EpochUnit, nsPerUnit: bigint] {
  if (digits <= 10) return ['s', NS_PER_SECOND];
  if (digits <= 13) return ['ms', 1_000_000n];
  return digits <= 16 ? ['us', 1000n] : ['ns', 1n];
}

function split(text: string): Parts {
  const match = FORMAT.exec(text);
  if (match === null) throw new InvalidTimeError(text, 'is not a time as in RFC 3339');
  const [, date = '', minutes, seconds, fraction = '', offset = '', annotations = ''] = match;
  attempt(text, 'is not a valid date', () => Temporal.PlainDate.from(date));
  if (minutes === undefined) throw new InvalidTimeError(text, 'has no time of day');
  refuseFraction(text, fraction);
  const isLeapSecond = seconds === '60';
  const time =
    seconds === undefined ? minutes : `${minutes}:${isLeapSecond ? 59 : seconds}${fraction}`;
  const dateTime = `${date}T${time}`;
  const fault = 'is not a valid time of day';
  const wall = attempt(text, fault, () => Temporal.PlainDateTime.from(dateTime));
  return {
    text,
    wall,
    dateTime,
    isLeapSecond,
    // An unescaped plus in a query arrives as a space.
    offset: offset.replace(' ', '+'),
    annotations,
    zoneId: ZONE.exec(annotations)?.[1],
  };
}

function refuseFraction(text: string, fraction: string): void {
  if (fraction.startsWith(',')) {
    throw new InvalidTimeError(
      text,
      'has a comma in its seconds, which RFC 3339 writes as a point',
    );
  }
  if (fraction.length > '.123456789'.length) {
    throw new InvalidTimeError(text, 'has more than 9 decimals, and is read to the nanosecond');
  }
}

function wallTimeOf({ text, wall, isLeapSecond, annotations, zoneId }: Parts): ParsedWallTime {
  if (zoneId !== undefined) throw new InvalidTimeError(text, 'has a zone but no offset from UTC');
  checkAnnotations(text, annotations);
  return { kind: 'wall', wall, isLeapSecond };
}

function instantOf({
  text,
  dateTime,
  isLeapSecond,
  offset,
  annotations,
  zoneId,
}: Parts): ParsedInstant {
  if (offset === '') throw new InvalidTimeError(text, 'has no offset from UTC');
  const { epochNanoseconds } = attempt(text, 'has an invalid offset from UTC', () =>
    Temporal.Instant.from(`${dateTime}${offset}`),
  );
  checkAnnotations(text, annotations);
  if (zoneId !== undefined) holdAgainstZone({ text, offset, zoneId }, epochNanoseconds);
  const epochNs = isLeapSecond ? afterLeapSecond(epochNanoseconds, text) : epochNanoseconds;
  return { kind: 'instant', epochNs, isLeapSecond };
}

/** Not by Temporal: Node's refuses keys of one letter and values of one digit, which RFC 9557 has. */
function checkAnnotations(text: string, annotations: string): void {
  if (!ANNOTATIONS.test(annotations)) throw new InvalidTimeError(text, 'has an unknown annotation');
}

/** An offset without seconds stands for one that has them, rounded to minutes: RFC 9557 §3.4. */
function holdAgainstZone(
  { text, offset, zoneId }: Pick<Parts, 'text' | 'offset'> & { readonly zoneId: string },
  epochNs: bigint,
): void {
  // An offset may stand for the zone.
  const is = offsetSeconds(zoneId) ?? inZone(epochNs, zoneId).type.offsetSeconds;
  const given = offsetSeconds(offset);
  // Z tells the instant and nothing of the local time.
  if (given === null || given === is) return;
  const isRounded = given % 60 === 0 && given === Math.round(is / 60) * 60;
  if (isRounded) return;
  const fault = 'has an offset that its zone does not have then';
  throw new InvalidTimeError(text, fault, { kind: 'contradictory' });
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
