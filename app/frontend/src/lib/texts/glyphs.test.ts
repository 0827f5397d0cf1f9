import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { create } from 'fontkitten';
import { NO_DIGITS } from '../clock-digits.ts';
import { dateTimeFormat } from '../date-time-format.ts';
import { formatDuration, formatMark, formatSigned, formatSpan } from '../format-measure.ts';
import { LANGUAGE_CODES } from '../language.ts';
import { regionName } from '../region-name.ts';
import { en } from './en.ts';
import { en as enAlone } from './en-alone.ts';
import { en as enBelow } from './en-below.ts';
import { flatten } from './flatten.fixture.ts';
import { fr } from './fr.ts';
import { fr as frAlone } from './fr-alone.ts';
import { fr as frBelow } from './fr-below.ts';

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
const LOCALES = ['en', 'en-US', 'en-GB', 'en-IN', 'fr', 'fr-CA', 'fr-CH'];
const ALPHABET = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

test('the font has a glyph for each character of all texts', () => {
  for (const text of [en, enAlone, enBelow, fr, frAlone, frBelow]) {
    for (const [path, words] of flatten(text)) assert.equal(missing([words]), '', path);
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
          dateTimeFormat(locale, { dateStyle, timeStyle: 'medium' }).format(ms),
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
  assert.ok(LANGUAGE_CODES.every((code) => LOCALES.includes(code)));
});
