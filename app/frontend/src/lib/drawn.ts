import type { SyncedClockState } from '@dataiku-assessment/clock-sync';
import type { Language } from './language.ts';
import type { Frame } from './ticker.ts';

/** What is drawn without React: a frame, the clock's state at it, and the language of the words. */
export interface Drawn {
  readonly frame: Frame;
  readonly state: SyncedClockState;
  readonly language: Language;
}
