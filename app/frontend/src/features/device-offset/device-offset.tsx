import { systemOf } from '../../lib/system.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { deviceOffsetText } from './device-offset-text.ts';
import { deviceWords } from './device-words.ts';

/** Whether the visitor's device is right, in words; its offset in figures; how to set it if it is wrong. */
export function DeviceOffset() {
  const language = useLanguage();
  const { texts } = language;
  const system = systemOf(navigator.userAgent);
  const isPhone = system === 'android' || system === 'ios';
  const words = useFrame(({ deviceOffset }) => {
    const { state, lead, key } = deviceWords(deviceOffset, isPhone, language);
    return [state, lead, key].join('\n');
  });
  const [state, lead, key] = words.split('\n');
  const figures = useFrame(({ deviceOffset }) => deviceOffsetText(deviceOffset, language));
  return (
    <div className="verdict" data-device={state}>
      <p className="words" key={words}>
        {lead} <strong>{key}</strong>
      </p>
      {state === 'wrong' && <p className="advice">{texts.device.setIt[system]}</p>}
      <p className="device-offset" key={`${state} ${figures}`}>
        {figures ?? texts.deviceOffset.unknown}
      </p>
    </div>
  );
}
