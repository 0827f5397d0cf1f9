import { formatDuration, formatSpan } from '../../lib/format-measure.ts';
import type { Language } from '../../lib/language.ts';
import type { ShownOffset } from '../../lib/ticker.ts';

/** "Your device is 1.2341 s ahead of UTC, ± 0.87 ms."; null while the offset is unknown. */
export function deviceOffsetText(
  offset: ShownOffset | null,
  { texts, locale }: Language,
): string | null {
  if (offset === null) return null;
  const { offsetMs, boundMs, scale, stepMs } = offset;
  const reference = texts.reference[scale];
  // The sign is unknown while zero lies within the interval that would be shown.
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
