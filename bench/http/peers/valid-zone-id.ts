const MOST_CHARACTERS = 64;

/** Whether a parameter may be a zone id; the tz database has the last word. */
export function isZoneId(text: string | undefined): text is string {
  return text !== undefined && text.length > 0 && text.length <= MOST_CHARACTERS;
}
