import type { en } from './en.ts';

/** The words of the page, in one language. */
export type Texts = typeof en;
