import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { CopyTime } from './copy-time.tsx';
import { canFillScreen, fillScreen } from './full-screen.ts';
import './actions.css';

/** What a visitor may do with the time: show it on the whole screen, or copy it. */
export function Actions() {
  const { texts } = useBelowLanguage();
  return (
    <section className="actions" aria-label={texts.actions.heading}>
      {canFillScreen() && (
        <button type="button" onClick={() => void fillScreen()}>
          {texts.actions.fullScreen}
        </button>
      )}
      <CopyTime />
    </section>
  );
}
