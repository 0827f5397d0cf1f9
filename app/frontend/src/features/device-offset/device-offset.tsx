import { useFrame } from '../../lib/use-frame.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { deviceOffsetText } from './device-offset-text.ts';

/** The offset of the visitor's device, as a sentence. */
export function DeviceOffset() {
  const language = useLanguage();
  const text = useFrame(({ deviceOffset }) => deviceOffsetText(deviceOffset, language));
  return <p className="device-offset">{text ?? language.texts.deviceOffset.unknown}</p>;
}
