import type { Drawn } from '../../lib/drawn.ts';
import { systemOf } from '../../lib/system.ts';
import { writeLines } from '../../lib/write.ts';
import { deviceOffsetText } from './device-offset-text.ts';
import { deviceWords } from './device-words.ts';

/** Draws whether the visitor's device is right, in words; how to set it if it is wrong; its offset. */
export function drawDeviceOffset(element: HTMLElement, { frame, language }: Drawn): void {
  const { deviceOffset } = frame;
  const { texts } = language;
  const system = systemOf(navigator.userAgent);
  const isPhone = system === 'android' || system === 'ios';
  const { state, lead, key } = deviceWords(deviceOffset, isPhone, language);
  element.dataset.device = state;
  const figures = deviceOffsetText(deviceOffset, language) ?? texts.deviceOffset.unknown;
  writeLines(element, [
    { className: 'words', text: lead, key },
    ...(state === 'wrong' ? [{ className: 'advice', text: texts.device.setIt[system] }] : []),
    { className: 'device-offset', text: figures },
  ]);
}
