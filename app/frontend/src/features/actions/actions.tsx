import type { PreferenceStore } from '../../lib/preferences.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { CopyTime } from './copy-time.tsx';
import { canFillScreen, fillScreen } from './full-screen.ts';
import { SecondsButton } from './seconds-button.tsx';
import { ShareMoment } from './share-moment.tsx';
import { SignalButton } from './signal-button.tsx';
import './actions.css';

interface ActionsProps {
  readonly preferences: PreferenceStore;
  /** The places that are shown, as the address has them. */
  readonly getPins: () => string;
}

/** What a visitor may do with the time: fill the screen with it, copy, share or hear it. */
export function Actions({ preferences, getPins }: ActionsProps) {
  const { texts } = useBelowLanguage();
  return (
    <section className="actions" aria-label={texts.actions.heading}>
      {canFillScreen() && (
        <button type="button" onClick={() => void fillScreen()}>
          {texts.actions.fullScreen}
        </button>
      )}
      <CopyTime />
      <ShareMoment getPins={getPins} />
      <SecondsButton preferences={preferences} />
      <SignalButton />
    </section>
  );
}
