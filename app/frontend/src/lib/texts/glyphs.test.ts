import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { create } from 'fontkitten';
import { NO_DIGITS } from '../clock-digits.ts';
import { formatDuration, formatMark, formatSigned, formatSpan } from '../format-measure.ts';
import { LANGUAGE_CODES } from '../language.ts';
import { regionName } from '../region-name.ts';
import { ALL_TEXTS } from './all-texts.fixture.ts';

const font = create(
  readFileSync(
    createRequire(import.meta.url).resolve(
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ),
  ),
);
const GLYPHS = new Set('characterSet' in font ? font.characterSet : []);

/** The characters of texts that the page's font lacks. Spaces need no glyph. */
function missing(texts: readonly string[]): string {
  const characters = new Set(texts.join('').replaceAll(/\s/g, ''));
  return [...characters].filter((character) => !GLYPHS.has(character.codePointAt(0) ?? 0)).join('');
}

/** A moment in each month and on each day of the week, and the offsets of a year. */
const MOMENTS_MS = Array.from({ length: 366 }, (_, day) => Date.UTC(2028, 0, day + 1, 17, 5, 9));
const MEASURES_MS = [0.0004, 0.05, 0.5, 5, 500, 5_000, 300_000, 8e6, 9e8];
/** The others are written in a font of the visitor's system: one of their own would take longer than the page. */
const IN_LATIN_LETTERS = LANGUAGE_CODES.filter((code) => !['ja', 'ar'].includes(code));
const LOCALES = [
  ...['en', 'en-US', 'en-GB', 'en-IN', 'fr', 'fr-CA', 'fr-CH'],
  ...['de', 'de-AT', 'de-CH', 'es', 'es-MX', 'es-AR'],
];
const ALPHABET = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

test('the font has a glyph for each character of all texts', () => {
  for (const code of IN_LATIN_LETTERS) {
    for (const [path, words] of ALL_TEXTS.get(code) ?? []) {
      assert.equal(missing([words]), '', `${code} ${path}`);
    }
  }
  assert.equal(missing([...NO_DIGITS, '–', '±?:·0123456789']), '');
});

for (const locale of LOCALES) {
  test(`the font has a glyph for each character of dates, figures and countries: ${locale}`, () => {
    const dates = ['full', 'long', 'medium', 'short'] as const;
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    const texts = [
      ...MOMENTS_MS.flatMap((ms) =>
        dates.map((dateStyle) =>
          new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'medium' }).format(ms),
        ),
      ),
      ...MEASURES_MS.flatMap((ms) => [
        formatDuration(ms, locale),
        formatMark(ms, locale),
        formatSigned(-ms, locale, 'ceil'),
        formatSpan(ms * 1_234, ms, locale).span,
      ]),
      ...[-1, 0, 1, 2, 30].flatMap((count) => [
        relative.format(count, 'day'),
        relative.format(count, 'hour'),
        relative.format(count, 'minute'),
      ]),
      ...ALPHABET.flatMap((a) => ALPHABET.map((b) => regionName(a + b, locale))),
    ];
    assert.equal(missing(texts), '');
  });
}

test('a missing glyph is found', () => {
  assert.equal(missing(['5 µs ≥ 1']), 'µ≥');
  assert.ok(IN_LATIN_LETTERS.every((code) => LOCALES.includes(code)));
});
