import { type Static, type TSchema, Type } from 'typebox';

/**
 * A signed 64-bit count of nanoseconds, as a decimal string: JSON numbers lose digits past 2^53.
 */
export function nanoseconds(description: string) {
  return Type.String({
    pattern: '^-?(0|[1-9][0-9]{0,18})$',
    description,
    examples: ['1795410422879099121'],
  });
}

/** A span in nanoseconds, likewise, never below zero. */
export function nanosecondsSpan(description: string) {
  return Type.String({ pattern: '^(0|[1-9][0-9]{0,18})$', description, examples: ['1500'] });
}

/** The unit that a count since 1970 was read in. */
export function epochUnit() {
  return Type.Optional(
    Type.Enum(['s', 'ms', 'us', 'ns'], {
      type: 'string',
      description:
        'The unit in which a count since 1970 was read, by the number of its digits: s up to 10, ms up to 13, us up to 16, ns up to 19. Absent for a date and time.',
    }),
  );
}

/** An instant as RFC 3339 in UTC, always with nine decimals. */
export function instant(description: string) {
  return Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{9}Z$',
    description,
    examples: ['2026-11-23T05:07:02.879099121Z'],
  });
}

/** The schema, or null. Written as a list of types, which is shorter than `anyOf`. */
export function nullable<T extends TSchema & { type: string }>(schema: T) {
  return Type.Unsafe<Static<T> | null>({ ...schema, type: [schema.type, 'null'] });
}
