import type { en } from './en.ts';

/** The words below the reading, in one language. */
export type BelowTexts = typeof en;
