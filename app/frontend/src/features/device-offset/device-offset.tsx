import type { Ticker } from '../../lib/ticker.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { deviceOffsetText } from './device-offset-text.ts';

interface DeviceOffsetProps {
  readonly ticker: Ticker;
}

/** How far the visitor's device is off, in a sentence. */
export function DeviceOffset({ ticker }: DeviceOffsetProps) {
  const language = useLanguage();
  const text = useFrame(ticker, ({ deviceOffset }) => deviceOffsetText(deviceOffset, language));
  return <p className="device-offset">{text ?? language.texts.deviceOffset.unknown}</p>;
}
