/** What a calendar is told of a moment. */
export interface CalendarEvent {
  /** In ms since 1970. */
  readonly atMs: number;
  readonly title: string;
  /** The address of the page that shows the moment. */
  readonly url: string;
  /** When the file is written, in ms since 1970. */
  readonly writtenMs: number;
}

/** A line has at most 75 bytes (RFC 5545 §3.1); a further one begins with a space. */
const LONGEST_LINE = 75;

/** Writes an iCalendar file (RFC 5545) with one event. It has no end: nobody said when it ends. */
export function calendarFile({ atMs, title, url, writtenMs }: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dataiku Assessment//Exact time//EN',
    'BEGIN:VEVENT',
    `UID:${calendarTime(atMs)}-${calendarTime(writtenMs)}@${new URL(url).hostname}`,
    `DTSTAMP:${calendarTime(writtenMs)}`,
    `DTSTART:${calendarTime(atMs)}`,
    `SUMMARY:${escapeText(title)}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A moment in UTC: `20261203T060000Z`. */
function calendarTime(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`);
}

/** Breaks a long line between characters. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let written = '';
  let length = 0;
  for (const character of line) {
    const size = bytes.encode(character).length;
    if (length + size > LONGEST_LINE) {
      written += '\r\n ';
      length = 1;
    }
    written += character;
    length += size;
  }
  return written;
}
