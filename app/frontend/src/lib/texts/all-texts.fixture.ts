import { LANGUAGE_CODES, type LanguageCode } from '../language.ts';
import { flatten } from './flatten.fixture.ts';

/** Every text of the page by its path, in each language. */
export const ALL_TEXTS = new Map<LanguageCode, readonly [string, string][]>();

for (const code of LANGUAGE_CODES) {
  const [reading, below, alone] = await Promise.all(
    [code, `${code}-below`, `${code}-alone`].map((name) => import(`./${name}.ts`)),
  );
  const texts = { ...reading[code], ...below[code], alone: alone[code] };
  ALL_TEXTS.set(code, flatten(texts));
}
