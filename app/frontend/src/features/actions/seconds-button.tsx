import { useSyncExternalStore } from 'react';
import type { PreferenceStore } from '../../lib/preferences.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';

interface SecondsButtonProps {
  readonly preferences: PreferenceStore;
}

/** Shows the digits down to seconds and below, as far as they are known, or hours and minutes alone. */
export function SecondsButton({ preferences }: SecondsButtonProps) {
  const { texts } = useBelowLanguage();
  const { seconds } = useSyncExternalStore(preferences.subscribe, preferences.getPreferences);
  const isShown = seconds === null;
  return (
    <button
      type="button"
      aria-pressed={isShown}
      onClick={() => preferences.set({ seconds: isShown ? 'off' : null })}
    >
      {texts.actions.seconds}
    </button>
  );
}
