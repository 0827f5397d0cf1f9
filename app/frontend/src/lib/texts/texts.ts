import type { en } from './en.ts';

/** The words of the reading and of the settings, in one language. */
export type Texts = typeof en;
