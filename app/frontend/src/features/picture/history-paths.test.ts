import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawHistory } from './history-paths.ts';

const at = (atMs: number, earliestMs: number, latestMs: number) => ({
  atMs,
  roundTripMs: latestMs - earliestMs,
  earliestMs,
  latestMs,
});
const span = (fromMs: number, toMs: number, ms = 5) => ({
  from: at(fromMs, -ms, ms),
  to: at(toMs, -ms, ms),
});

test('what is known now fills the drawing, whose lines are round figures', () => {
  const quarter = (ms: number) =>
    drawHistory({ exchanges: [], known: [span(0, 1, ms)], untilMs: 1 }).quarterMs;
  assert.deepEqual(
    [0.001, 0.3, 0.5, 1.5, 6, 8, 700].map(quarter),
    [0.01, 0.5, 0.5, 2, 10, 10, 1_000],
  );
});

test('distances are as long as they are, and what is too wide leaves the drawing', () => {
  // A quarter is 5 ms.
  const draw = (earliestMs: number, latestMs: number) =>
    drawHistory({ exchanges: [at(0, earliestMs, latestMs)], known: [span(0, 1)], untilMs: 1 })
      .latest;
  assert.equal(draw(-5, 2.5), 'M0 300V150');
  assert.equal(draw(-80, 9), 'M0 400V20');
});

test('time runs from the first exchange to now', () => {
  const exchanges = [at(1_000, -10, 10), at(2_000, -10, 10)];
  const paths = drawHistory({ exchanges, known: [span(1_000, 2_000)], untilMs: 5_000 });
  assert.equal(paths.exchanges, 'M0 400V0');
  assert.equal(paths.latest, 'M250 400V0');
  assert.equal(paths.known, 'M0 100L250 100V300L0 300Z');
  assert.equal(paths.estimate, 'M0 200L250 200');
});

test('the estimate goes on from one exchange to the next, and breaks off where nothing was known', () => {
  const { estimate, known } = drawHistory({
    exchanges: [],
    known: [span(0, 100), span(100, 200), span(300, 400)],
    untilMs: 1_000,
  });
  assert.equal(estimate, 'M0 200L100 200L100 200L200 200M300 200L400 200');
  assert.equal(known.split('Z').length - 1, 3);
});

test('nothing is drawn of nothing', () => {
  const paths = drawHistory({ exchanges: [], known: [], untilMs: 0 });
  const { exchanges, latest, known, estimate } = paths;
  assert.deepEqual([exchanges, latest, known, estimate], ['', '', '', '']);
});
