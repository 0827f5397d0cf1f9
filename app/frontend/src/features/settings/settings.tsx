import { useId, useSyncExternalStore } from 'react';
import { HOUR_CYCLES } from '../../lib/hours.ts';
import { LANGUAGE_CODES, LANGUAGES, type LanguageCode, languageCode } from '../../lib/language.ts';
import { type PreferenceStore, THEMES } from '../../lib/preferences.ts';
import { useLanguage } from '../../lib/use-language.ts';
import './settings.css';

interface SettingsProps {
  readonly preferences: PreferenceStore;
}

/** Language, hours and theme. The default is the browser's. */
export function Settings({ preferences }: SettingsProps) {
  const { texts } = useLanguage();
  const { language, theme, hours } = useSyncExternalStore(
    preferences.subscribe,
    preferences.getPreferences,
  );
  return (
    <div className="settings">
      <Choice
        label={texts.settings.language}
        values={LANGUAGE_CODES}
        names={LANGUAGES}
        chosen={language}
        onChoose={(chosen) => void chooseLanguage(preferences, chosen)}
      />
      <Choice
        label={texts.settings.hours}
        values={HOUR_CYCLES}
        names={texts.settings.hourCycles}
        chosen={hours}
        onChoose={(chosen) => preferences.set({ hours: chosen })}
      />
      <Choice
        label={texts.settings.theme}
        values={THEMES}
        names={texts.settings.themes}
        chosen={theme}
        onChoose={(chosen) => preferences.set({ theme: chosen })}
      />
    </div>
  );
}

/** The page changes when the words are there. */
async function chooseLanguage(preferences: PreferenceStore, chosen: LanguageCode | null) {
  const code = languageCode(chosen, navigator.languages);
  try {
    const { loadLanguage } = await import('../../lib/below-language.ts');
    await loadLanguage(code);
    preferences.set({ language: chosen });
  } catch {
    // Without a network. The page stays in its language.
  }
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  /** Null means the browser's. */
  readonly chosen: T | null;
  readonly onChoose: (chosen: T | null) => void;
}

function Choice<T extends string>({ label, values, names, chosen, onChoose }: ChoiceProps<T>) {
  const { texts } = useLanguage();
  const id = useId();
  return (
    <div>
      <label className="for-screen-readers" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={({ target }) => onChoose(values.find((value) => value === target.value) ?? null)}
      >
        {/* Closed, the field says what it sets. */}
        <option value="">{chosen === null ? label : texts.settings.asBrowser}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {names[value]}
          </option>
        ))}
      </select>
    </div>
  );
}
