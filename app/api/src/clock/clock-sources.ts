const KINDS = ['kernel', 'ntp', 'none'] as const;

/** The kinds of clock sources. */
export type SourceKind = (typeof KINDS)[number];

/** The sources in use: all that give an offset, together (auto), or the first that does. */
export type ClockSources = 'auto' | readonly SourceKind[];

/** Parses `auto` or a comma-separated list of different kinds; null when it is neither. */
export function parseClockSources(text: string): ClockSources | null {
  if (text === 'auto') return text;
  const names = text.split(',');
  const kinds = KINDS.filter((kind) => names.includes(kind));
  if (kinds.length !== names.length) return null;
  return kinds.sort((a, b) => names.indexOf(a) - names.indexOf(b));
}
