import type { TimeReading } from '@dataiku-assessment/clock-sync';
import { formatDuration } from '../../lib/format-measure.ts';
import type { Language } from '../../lib/language.ts';
import { numberFormat } from '../../lib/number-format.ts';

/** A verdict: a sentence whose last words carry the state's colour. */
export interface Verdict {
  readonly lead: string;
  readonly key: string;
}

const UNITS = [
  { unit: 'thousandths', ms: 1 },
  { unit: 'hundredths', ms: 10 },
  { unit: 'tenths', ms: 100 },
] as const;

/** "Right to within" "3 thousandths of a second": the bound in words, rounded up. */
export function accuracyWords(
  reading: Pick<TimeReading, 'boundMs' | 'scale'> | null,
  { texts, locale }: Language,
): Verdict {
  const { accuracy } = texts;
  if (reading === null) return { lead: accuracy.asking, key: '' };
  const { boundMs, scale } = reading;
  if (scale === 'host') return { lead: accuracy.unknown, key: accuracy.unknownKey };
  const unit = UNITS.find(({ ms }) => Math.ceil(boundMs / ms) < 10);
  if (unit === undefined) {
    return { lead: accuracy.within, key: accuracy.amount(formatDuration(boundMs, locale)) };
  }
  const count = Math.max(1, Math.ceil(boundMs / unit.ms));
  return {
    lead: accuracy.within,
    key: accuracy[unit.unit](count, numberFormat(locale).format(count)),
  };
}
