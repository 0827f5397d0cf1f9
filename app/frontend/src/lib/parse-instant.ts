/** An instant as the address has it: RFC 3339, from the year 1000 on, with or without seconds. */
const INSTANT = /^([1-9]\d{3}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Parses an instant to ms since 1970; null when it is invalid. An unescaped `+` arrives as a space. */
export function parseInstant(text: string): number | null {
  const instant = text.toUpperCase().replace(' ', '+');
  const [, date] = INSTANT.exec(instant) ?? [];
  if (date === undefined || !isDate(date)) return null;
  const epochMs = Date.parse(instant);
  return Number.isNaN(epochMs) ? null : epochMs;
}

/** Browsers parse 30 February as 2 March. */
function isDate(date: string): boolean {
  const epochMs = Date.parse(`${date}T00:00Z`);
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString().startsWith(date);
}
