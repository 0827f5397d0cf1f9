import type { DeviceOffset } from '@dataiku-assessment/clock-sync';
import { formatDuration, formatSpan } from '../../lib/format-measure.ts';
import { texts } from '../../lib/texts.ts';

/** "Your device is 1.2341 s ahead of UTC, ± 0.87 ms."; null while nothing is known. */
export function deviceOffsetText(offset: DeviceOffset | null): string | null {
  if (offset === null) return null;
  const { offsetMs, boundMs, scale } = offset;
  const reference = texts.reference[scale];
  // As long as nought lies within the bound, not even the sign is known.
  if (Math.abs(offsetMs) <= boundMs) {
    return texts.deviceOffset.within(formatDuration(Math.abs(offsetMs) + boundMs), reference);
  }
  const { span, bound } = formatSpan(offsetMs, boundMs);
  const say = offsetMs > 0 ? texts.deviceOffset.ahead : texts.deviceOffset.behind;
  return say(span, bound, reference);
}
