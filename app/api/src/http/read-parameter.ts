import { InvalidTimeError } from '../zones/invalid-time-error.ts';
import { UnknownZoneError } from '../zones/zone.ts';
import { ProblemError, shorten } from './problems.ts';
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
    return new ProblemError('invalid-parameter', {
      parameter,
      detail: `\`${parameter}\` ${error.fault}.`,
      got: shorten(error.text),
      allowed: allowedBy(query, parameter),
    });
  }
  return error;
}
