import { texts } from '../../lib/texts.ts';
import type { Ticker } from '../../lib/ticker.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { deviceOffsetText } from './device-offset-text.ts';

interface DeviceOffsetProps {
  readonly ticker: Ticker;
}

/** How far the visitor's device is off, in a sentence. */
export function DeviceOffset({ ticker }: DeviceOffsetProps) {
  const text = useFrame(ticker, ({ deviceOffset }) => deviceOffsetText(deviceOffset));
  return <p className="device-offset">{text ?? texts.deviceOffset.unknown}</p>;
}
