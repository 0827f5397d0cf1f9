/** An offset as ±hh:mm, or ±hh:mm:ss where it has seconds: as RFC 9557 and Temporal write it. */
export function formatOffset(offsetSeconds: number): string {
  const [hours, minutes, seconds] = figures(offsetSeconds);
  const text = `${sign(offsetSeconds)}${hours}:${minutes}`;
  return seconds === '00' ? text : `${text}:${seconds}`;
}

/** An offset as the shortest of ±hh, ±hhmm and ±hhmmss: the tz database's abbreviation where there is no name. */
export function offsetInFigures(offsetSeconds: number): string {
  const [hours, minutes, seconds] = figures(offsetSeconds);
  const rest = `${minutes}${seconds}`.replace(/^0000$|00$/, '');
  return `${sign(offsetSeconds)}${hours}${rest}`;
}

function sign(offsetSeconds: number): '+' | '-' {
  return offsetSeconds < 0 ? '-' : '+';
}

function figures(offsetSeconds: number) {
  const total = Math.abs(offsetSeconds);
  return [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60].map((figure) =>
    String(figure).padStart(2, '0'),
  );
}
