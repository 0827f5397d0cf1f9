import { HOUR_CYCLES, type HourCycle } from './hours.ts';
import { LANGUAGE_CODES, type LanguageCode } from './language.ts';
import type { Memory } from './memory.ts';

export const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** The visitor's choices; null means the browser's setting. */
interface Preferences {
  readonly theme: Theme | null;
  readonly language: LanguageCode | null;
  readonly hours: HourCycle | null;
  /** Null: the digits are shown as far as they are known. */
  readonly seconds: 'off' | null;
}

/** The preferences, as an external store. */
export interface PreferenceStore {
  readonly getPreferences: () => Preferences;
  readonly subscribe: (listener: () => void) => () => void;
  set(changed: Partial<Preferences>): void;
  /** Takes over what another open page has changed. */
  reread(): void;
}

/** Keeps the preferences in memory. public/before-page.js reads the theme before the first paint. */
export function keepPreferences(memory: Memory): PreferenceStore {
  const listeners = new Set<() => void>();
  const oneOf = <T extends string>(values: readonly T[], text: string | null) =>
    values.find((value) => value === text) ?? null;
  const read = (): Preferences => ({
    theme: oneOf(THEMES, memory.read('theme')),
    language: oneOf(LANGUAGE_CODES, memory.read('language')),
    hours: oneOf(HOUR_CYCLES, memory.read('hours')),
    seconds: oneOf(['off'], memory.read('seconds')),
  });
  let preferences = read();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  return {
    getPreferences: () => preferences,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(changed) {
      preferences = { ...preferences, ...changed };
      // Only the changed ones: another open page may have changed the others meanwhile.
      for (const [key, value] of Object.entries(changed)) memory.write(key, value);
      notify();
    },
    reread() {
      preferences = read();
      notify();
    },
  };
}
