const DATE_TIME = '(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::(\\d{2})(?:\\.\\d{1,9})?)?)';
/** A space for the sign is a `+` that a client did not percent-encode. */
const OFFSET = '([Zz]|[-+ ]\\d{2}:\\d{2})';
const ANNOTATIONS = '((?:\\[[^\\[\\]]+\\])*)';

/**
 * An instant that a client sends: RFC 3339, then annotations as in RFC 9557. Lower-case t and z, a
 * space for the T, and no seconds are taken too. Groups: date, time, seconds, offset, annotations.
 */
export const INSTANT_PATTERN = `^${DATE_TIME}${OFFSET}${ANNOTATIONS}$`;

/** The same, or a wall time, which has no offset. */
export const INSTANT_OR_WALL_TIME_PATTERN = `^${DATE_TIME}${OFFSET}?${ANNOTATIONS}$`;

/** The longest text of either form that is read, in characters. */
export const TIME_TEXT_LIMIT = 128;
