import { useDrawn } from '../../lib/use-drawn.ts';
import { drawDeviceOffset } from './draw-device-offset.ts';

/** Whether the visitor's device is right. */
export function DeviceOffset() {
  return <div className="verdict" ref={useDrawn(drawDeviceOffset)} />;
}
