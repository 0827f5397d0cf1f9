import { LANGUAGE_CODES, type LanguageCode } from './language.ts';
import type { Memory } from './memory.ts';

export const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** What the visitor chose against what the browser says; null leaves it to the browser. */
interface Preferences {
  readonly theme: Theme | null;
  readonly language: LanguageCode | null;
}

/** The preferences, as an outside store. */
export interface PreferenceStore {
  readonly getPreferences: () => Preferences;
  readonly subscribe: (listener: () => void) => () => void;
  set(changed: Partial<Preferences>): void;
}

/** Keeps the preferences in memory. public/before-page.js reads the theme before anything is drawn. */
export function keepPreferences(memory: Memory): PreferenceStore {
  const listeners = new Set<() => void>();
  const oneOf = <T extends string>(values: readonly T[], text: string | null) =>
    values.find((value) => value === text) ?? null;
  let preferences: Preferences = {
    theme: oneOf(THEMES, memory.read('theme')),
    language: oneOf(LANGUAGE_CODES, memory.read('language')),
  };
  return {
    getPreferences: () => preferences,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(changed) {
      preferences = { ...preferences, ...changed };
      // Only these: another page may have changed the others meanwhile.
      for (const [key, value] of Object.entries(changed)) memory.write(key, value);
      for (const listener of listeners) listener();
    },
  };
}
