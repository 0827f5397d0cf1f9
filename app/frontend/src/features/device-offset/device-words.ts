import { formatSpan } from '../../lib/format-measure.ts';
import type { Language } from '../../lib/language.ts';
import type { ShownOffset } from '../../lib/ticker.ts';

/** What is said of the device's clock: a sentence whose last words carry the colour of the state. */
export interface DeviceVerdict {
  readonly state: 'asking' | 'right' | 'wrong' | 'unknown';
  readonly lead: string;
  readonly key: string;
}

/** Systems keep their clocks this well, in ms: within it, a visitor has nothing to do. */
const RIGHT_WITHIN_MS = 100;
const SECOND_MS = 1_000;
/** From this offset on, tenths of a second are no help, in ms. */
const WHOLE_FROM_MS = 10_000;

/** "Your computer's clock is" "1 min 23 s ahead". A device can't be judged while UTC is unknown. */
export function deviceWords(
  offset: ShownOffset | null,
  isPhone: boolean,
  { texts, locale }: Language,
): DeviceVerdict {
  const words = texts.device;
  const lead = isPhone ? words.phone : words.computer;
  if (offset === null) return { state: 'asking', lead, key: words.asking };
  const { offsetMs, boundMs, scale } = offset;
  const sizeMs = Math.abs(offsetMs);
  if (scale === 'host') return { state: 'unknown', lead, key: words.unknown };
  if (sizeMs <= boundMs || sizeMs + boundMs <= RIGHT_WITHIN_MS) {
    return { state: 'right', lead, key: words.right };
  }
  const leastStepMs = sizeMs < WHOLE_FROM_MS ? RIGHT_WITHIN_MS : SECOND_MS;
  const { span } = formatSpan(offsetMs, boundMs, locale, Math.max(offset.stepMs, leastStepMs));
  return { state: 'wrong', lead, key: (offsetMs > 0 ? words.ahead : words.behind)(span) };
}
