import type { Era, Rule } from './parse-tzdata.ts';
import { localTypeOf } from './zone-history.ts';

/** Before the first rule. */
const NO_RULE = { saveSeconds: 0, letters: '' };

/**
 * The abbreviations that a zone uses in a year, from the source alone: to work out its transitions would
 * take a thousand times as long.
 */
export function currentAbbreviations(
  eras: readonly Era[],
  rules: ReadonlyMap<string, readonly Rule[]>,
  year: number,
): readonly string[] {
  const inForce = eras.filter(({ until }) => until === null || until.year >= year);
  const abbreviations = inForce.flatMap((era) =>
    rulesInForce(era, rules, year).map((rule) => localTypeOf(era, rule).abbreviation),
  );
  return [...new Set(abbreviations)];
}

function rulesInForce(
  { rules: name }: Era,
  rules: ReadonlyMap<string, readonly Rule[]>,
  year: number,
): readonly Pick<Rule, 'saveSeconds' | 'letters'>[] {
  if (typeof name === 'number') return [{ saveSeconds: name, letters: '' }];
  const all = rules.get(name) ?? [];
  const current = all.filter(({ fromYear, toYear }) => fromYear <= year && toYear >= year);
  // The year begins with what the last rule before it brought.
  const carried = all
    .filter(({ fromYear }) => fromYear < year)
    .toSorted((a, b) => lastYear(a, year) - lastYear(b, year) || a.month - b.month)
    .at(-1);
  return [carried ?? NO_RULE, ...current];
}

function lastYear({ toYear }: Rule, before: number): number {
  return Math.min(toYear, before - 1);
}
