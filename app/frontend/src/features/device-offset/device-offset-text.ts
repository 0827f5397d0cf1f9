import { formatDuration, formatSpan } from '../../lib/format-measure.ts';
import type { Language } from '../../lib/language.ts';
import type { ShownOffset } from '../../lib/ticker.ts';

/** "Your device is 1.2341 s ahead of UTC, ± 0.87 ms."; null while nothing is known. */
export function deviceOffsetText(
  offset: ShownOffset | null,
  { texts, locale }: Language,
): string | null {
  if (offset === null) return null;
  const { offsetMs, boundMs, scale, stepMs } = offset;
  const reference = texts.reference[scale];
  // As long as nought lies within what would be shown, not even the sign is known.
  if (Math.abs(offsetMs) <= boundMs + stepMs / 2) {
    return texts.deviceOffset.within(
      formatDuration(Math.abs(offsetMs) + boundMs, locale),
      reference,
    );
  }
  const { span, bound } = formatSpan(offsetMs, boundMs, locale, stepMs);
  const say = offsetMs > 0 ? texts.deviceOffset.ahead : texts.deviceOffset.behind;
  return say(span, bound, reference);
}
