import { Clock } from '@dataiku-assessment/contract';

/** The JSON of a clock's state around `readingAgeMs`, the one field that changes between readings. */
export interface StateJson {
  readonly before: string;
  readonly after: string;
}

/** A quote inside a value is escaped, so only the field itself looks like this. */
const AGE = '"readingAgeMs":';
const FIELDS = Object.keys(Clock.properties);

/** Prepares a state, once for each reading of the source. */
export function stateJson(state: Omit<Clock, 'readingAgeMs'>): StateJson {
  const [before, after = ''] = JSON.stringify({ ...state, readingAgeMs: 0 }, FIELDS).split(
    `${AGE}0`,
  );
  return { before: `${before}${AGE}`, after };
}

/** The JSON of a `Clock`. */
export function clockJson({ before, after }: StateJson, readingAgeMs: number | null): string {
  return `${before}${readingAgeMs}${after}`;
}
