const KINDS = ['kernel', 'ntp', 'none'] as const;

/** What a bound can come from. */
export type SourceKind = (typeof KINDS)[number];

/** Which sources are used: all that give a bound, together, or the first that does. */
export type ClockSources = 'auto' | readonly SourceKind[];

/** Reads `auto` or a comma list of different kinds; null when it is neither. */
export function parseClockSources(text: string): ClockSources | null {
  if (text === 'auto') return text;
  const names = text.split(',');
  const kinds = KINDS.filter((kind) => names.includes(kind));
  if (kinds.length !== names.length) return null;
  return kinds.sort((a, b) => names.indexOf(a) - names.indexOf(b));
}
