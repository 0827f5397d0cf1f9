import { useEffect, useState } from 'react';
import { usePageClock } from '../../lib/page-clock.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { isKnownForSignal, startTimeSignal } from './time-signal.ts';

/** Switches the time signal on and off. It is off in each visit until the visitor wants it. */
export function SignalButton() {
  const { texts } = useBelowLanguage();
  const { ticker } = usePageClock();
  const [audio, setAudio] = useState<AudioContext | null>(null);
  const isKnown = useFrame((frame) => (isKnownForSignal(frame) ? 1 : 0)) === 1;
  useEffect(() => {
    if (audio === null) return;
    const stop = startTimeSignal(ticker, audio);
    return () => {
      stop();
      void audio.close();
    };
  }, [ticker, audio]);
  return (
    <>
      <button
        type="button"
        aria-pressed={audio !== null}
        // Browsers let a page make sounds only after the visitor pressed something.
        onClick={() => setAudio(audio === null ? new AudioContext() : null)}
      >
        {texts.actions.signal}
      </button>
      {audio !== null && (
        <p role="status">{isKnown ? texts.actions.signalOn : texts.actions.signalSilent}</p>
      )}
    </>
  );
}
