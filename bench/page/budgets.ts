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
  // What is over a limit of nought by little must not read as nought.
  const round = (number: number) =>
    Number(Math.abs(number) < 0.001 ? number.toPrecision(2) : number.toFixed(3));
  const write = (number: number) => `${round(number)}${unit && ` ${unit}`}`;
  const verdict = isKept(measure) ? 'ok   ' : 'OVER ';
  return `${verdict} ${name}: ${write(value)} (at ${atLeast ? 'least' : 'most'} ${write(limit)})`;
}
