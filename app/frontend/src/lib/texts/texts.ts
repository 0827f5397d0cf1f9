/**
 * Every word of the page, in three files for each language: `en.ts` has the reading and the settings,
 * `en-below.ts` the parts below, which are loaded later, and `en-alone.ts` the clock alone. The French files
 * have the same keys.
 */
import type { en } from './en.ts';
import type { en as enAlone } from './en-alone.ts';
import type { en as enBelow } from './en-below.ts';

/** The words of the reading and of the settings, in one language. */
export type Texts = typeof en;

/** The words of the clock alone, in one language. */
export type AloneTexts = typeof enAlone;

/** The words of the parts below, in one language. */
export type BelowTexts = typeof enBelow;
