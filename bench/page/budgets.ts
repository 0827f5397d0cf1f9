/** What was measured, what it may be at most (or at least), and how to write it. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** Whether the limit is a least one. */
  readonly atLeast?: boolean;
  readonly unit: string;
}

/** Whether a measure keeps its limit. A value that could not be measured does not. */
export function isKept({ value, limit, atLeast = false }: Measure): boolean {
  return atLeast ? value >= limit : value <= limit;
}

/** One line of the report: `ok    JavaScript at first: 81.5 kB (at most 85 kB)`. */
export function reportLine(measure: Measure): string {
  const { name, value, limit, atLeast = false, unit } = measure;
  const write = (number: number) => `${Number(number.toFixed(3))}${unit && ` ${unit}`}`;
  const verdict = isKept(measure) ? 'ok   ' : 'OVER ';
  return `${verdict} ${name}: ${write(value)} (at ${atLeast ? 'least' : 'most'} ${write(limit)})`;
}
