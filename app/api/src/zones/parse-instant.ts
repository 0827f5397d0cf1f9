import { COMPARE_INSTANT_ALLOWED } from '@dataiku-assessment/contract';
import { ProblemError, shorten } from '../http/problems.ts';

/** Date, time and offset of RFC 3339, then the annotations of RFC 9557. */
const INSTANT =
  /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:(\d\d)(?:\.\d{1,9})?)([Zz]|[-+ ]\d\d:\d\d)((?:\[[^[\]]+\])*)$/;
const ZONE = /\[!?[^=\]]+\]/;

const FIRST_NS = Temporal.Instant.from('0000-01-01T00:00:00Z').epochNanoseconds;
const LAST_NS = Temporal.Instant.from('9999-12-31T23:59:59.999999999Z').epochNanoseconds;

/**
 * Reads an instant of the query, in ns since 1970. A space where the offset's plus should be is
 * taken for one: that is what an unescaped plus in a query turns into.
 * @throws ProblemError `invalid-parameter` that names `parameter`, when it is no instant, when its
 * offset is not that of its zone then, and on a leap second, which has no count since 1970.
 */
export function parseInstant(text: string, parameter: string): bigint {
  const refuse = (why: string) =>
    new ProblemError('invalid-parameter', {
      parameter,
      detail: `${parameter} ${why}.`,
      got: shorten(text),
      allowed: COMPARE_INSTANT_ALLOWED,
    });
  const [, date, time, seconds, offset = '', annotations = ''] = INSTANT.exec(text) ?? [];
  if (date === undefined) throw refuse('is no instant');
  if (seconds === '60') throw refuse('is a leap second, which has no count since 1970');
  const instant = `${date}T${time}${offset.replace(' ', '+')}${annotations}`;
  try {
    const epochNs = toEpochNs(instant, ZONE.test(annotations));
    if (epochNs >= FIRST_NS && epochNs <= LAST_NS) return epochNs;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refuse(`does not exist: ${error.message}`);
  }
  throw refuse('lies outside the years 0000 to 9999 of UTC');
}

/** Only a zoned reading holds the offset against the zone; only a plain one does without a zone. */
function toEpochNs(instant: string, hasZone: boolean): bigint {
  return hasZone
    ? Temporal.ZonedDateTime.from(instant, { offset: 'reject' }).epochNanoseconds
    : Temporal.Instant.from(instant).epochNanoseconds;
}
