import {
  INSTANT_OR_WALL_TIME_PATTERN,
  INSTANT_PATTERN,
  type Problem,
  ZONE_ID_PATTERN,
} from '@dataiku-assessment/contract';
import { InvalidTimeError } from '../zones/invalid-time-error.ts';
import { parseInstant, parseInstantOrWallTime } from '../zones/parse-instant.ts';
import { findZone, UnknownZoneError } from '../zones/zone.ts';
import { type ProblemCode, ProblemError, shorten } from './problems.ts';
import { allowedBy, type QuerySchema } from './query-faults.ts';

/**
 * Reads a parameter of a query by a function that knows no HTTP.
 * @throws ProblemError that names the parameter, in the place of that function's own errors.
 */
export function readParameter<T>(parameter: string, query: QuerySchema, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw toProblem(error, parameter, query);
  }
}

const TIME_FAULTS = {
  malformed: 'invalid-parameter',
  nonexistent: 'nonexistent-time',
  contradictory: 'contradictory-time',
} as const satisfies Record<InvalidTimeError['kind'], ProblemCode>;

/** The readers of texts whose patterns are too long to tell a person what is wrong. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  [INSTANT_PATTERN]: parseInstant,
  [INSTANT_OR_WALL_TIME_PATTERN]: parseInstantOrWallTime,
  [ZONE_ID_PATTERN]: findZone,
};

/** What the reader of texts of a pattern says of one that breaks it; null when there is no such reader. */
export function whyNoMatch(
  pattern: string,
  parameter: string,
  query: QuerySchema,
  text: string,
): Problem | null {
  try {
    readParameter(parameter, query, () => READERS[pattern]?.(text));
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return null;
}

function toProblem(error: unknown, parameter: string, query: QuerySchema): unknown {
  if (error instanceof UnknownZoneError) {
    return new ProblemError('unknown-timezone', {
      parameter,
      got: shorten(error.zoneId),
      allowed: 'An IANA time zone id; /api/v1/timezones lists them.',
      nearest: error.nearest,
    });
  }
  if (error instanceof InvalidTimeError) {
    return new ProblemError(TIME_FAULTS[error.kind], {
      parameter,
      detail: `\`${parameter}\` ${error.fault}.`,
      got: shorten(error.text),
      allowed: allowedBy(query, parameter),
    });
  }
  return error;
}
