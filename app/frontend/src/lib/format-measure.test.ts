import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDuration, formatMark, formatSigned, formatSpan } from './format-measure.ts';

const SYMBOLS_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  day: 86_400_000,
  days: 86_400_000,
};

/** What a reader takes from `1 h 0 min 0.5 s`, in ms. */
function read(text: string): number {
  return [...text.matchAll(/([\d.,]+)\u00a0([^\s\d]+)/g)].reduce(
    (sum, [, number, symbol = '']) =>
      sum + Number(number?.replaceAll(',', '')) * (SYMBOLS_MS[symbol] ?? Number.NaN),
    0,
  );
}

test('a duration has two digits in the unit that reads best', () => {
  const texts = [0.0042, 0.42, 4.2, 42, 420, 4_200, 420_000, 32_000_000, 318_000_000].map((ms) =>
    formatDuration(ms, 'en'),
  );
  assert.deepEqual(texts, [
    '0.0042\u00a0ms',
    '0.42\u00a0ms',
    '4.2\u00a0ms',
    '42\u00a0ms',
    '420\u00a0ms',
    '4.2\u00a0s',
    '7.0\u00a0min',
    '8.9\u00a0h',
    '3.7\u00a0days',
  ]);
  assert.equal(formatDuration(318_000_000, 'fr'), '3,7\u00a0j');
});

test('a duration that is rounded up to a whole second is one', () => {
  assert.equal(formatDuration(990, 'en'), '990\u00a0ms');
  assert.equal(formatDuration(990.1, 'en'), '1.0\u00a0s');
});

test('a duration is never shown shorter than it is', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 8e10, noNaN: true }), (ms) => {
      assert.ok(read(formatDuration(ms, 'en')) >= ms * (1 - 1e-9));
    }),
  );
});

test('a least duration is never shown longer than it is', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 8e10, noNaN: true }), (ms) => {
      assert.ok(read(formatDuration(ms, 'en', 'floor')) <= ms * (1 + 1e-9));
    }),
  );
});

test('a deviation is rounded away from the truth, whatever its side', () => {
  const shown = [3.81, -3.81].flatMap((ms) => [
    formatSigned(ms, 'en', 'floor'),
    formatSigned(ms, 'en', 'ceil'),
  ]);
  assert.deepEqual(
    shown.map((text) => text.replace('\u00a0', ' ')),
    ['+3.8 ms', '+3.9 ms', '−3.9 ms', '−3.8 ms'],
  );
});

test('a span has the digits that its bound leaves certain, and one more', () => {
  const shown = (spanMs: number, boundMs: number) => {
    const { span, bound } = formatSpan(spanMs, boundMs, 'en');
    return `${span} ± ${bound}`.replaceAll('\u00a0', ' ');
  };
  assert.equal(shown(1_234.1234, 0.82), '1.2341 s ± 0.87 ms');
  assert.equal(shown(-1_234.1234, 820), '1.2 s ± 870 ms');
  assert.equal(shown(12.34, 0.82), '12.3 ms ± 0.87 ms');
  assert.equal(shown(3_600_123.4, 0.82), '1 h 0 min 0.1234 s ± 0.87 ms');
  assert.equal(shown(59_999.99, 0.82), '1 min 0.0000 s ± 0.87 ms');
});

test('a shown span with its shown bound contains what the span with its bound contains', () => {
  const spans = fc.double({ min: 0, max: 1e8, noNaN: true });
  const bounds = fc.double({ min: 0.05, max: 1e5, noNaN: true });
  fc.assert(
    fc.property(spans, bounds, (spanMs, boundMs) => {
      const { span, bound } = formatSpan(spanMs, boundMs, 'en');
      const shownMs = read(span.replaceAll(',', ''));
      assert.ok(read(bound) + 1e-6 >= Math.abs(shownMs - spanMs) + boundMs);
    }),
  );
});

test('the decades of the scale have short names', () => {
  const names = [0.01, 0.1, 1, 10, 100, 1_000, 10_000].map((ms) => formatMark(ms, 'en'));
  assert.deepEqual(
    names.map((name) => name.replace('\u00a0', ' ')),
    ['0.01 ms', '0.1 ms', '1 ms', '10 ms', '0.1 s', '1 s', '10 s'],
  );
});

test('numbers are written as the language has them', () => {
  assert.equal(formatDuration(0.42, 'fr'), '0,42\u00a0ms');
});

test('a span of years is told in days', () => {
  const spanMs = 30 * 86_400_000 + 3_723_456;
  assert.equal(
    formatSpan(spanMs, 0.9, 'en').span,
    '30\u00a0days 1\u00a0h 2\u00a0min 3.4560\u00a0s',
  );
});
