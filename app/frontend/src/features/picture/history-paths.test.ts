import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawHistory } from './history-paths.ts';

const at = (atMs: number, earliestMs: number, latestMs: number) => ({
  atMs,
  roundTripMs: latestMs - earliestMs,
  earliestMs,
  latestMs,
});

test('the edge is the end of the decade that the widest exchange reaches', () => {
  const decades = (ms: number) =>
    drawHistory({ exchanges: [at(0, -ms, 1)], known: [], untilMs: 1 }).decades;
  assert.deepEqual([0.1, 4.9, 5.1, 49, 51, 1e6].map(decades), [3, 3, 4, 4, 5, 7]);
});

test('deviations lie to both sides of the middle, on the logarithmic scale', () => {
  // Three decades from 5 µs: 50 µs is one third of the way to an edge, 0.5 ms two thirds.
  const { latest } = drawHistory({ exchanges: [at(0, -0.05, 0.5)], known: [], untilMs: 1 });
  assert.equal(latest, 'M0 266.7V66.7');
});

test('time runs from the first exchange to now', () => {
  const exchanges = [at(1_000, -5, 5), at(2_000, -5, 5)];
  const known = [{ from: at(1_000, -5, 5), to: at(2_000, -5, 5) }];
  const paths = drawHistory({ exchanges, known, untilMs: 5_000 });
  assert.equal(paths.exchanges, 'M0 400V0');
  assert.equal(paths.latest, 'M250 400V0');
  assert.equal(paths.known, 'M0 0L250 0V400L0 400Z');
  assert.equal(paths.estimate, 'M0 200L250 200');
});

test('the estimate goes on from one exchange to the next, and breaks off where nothing was known', () => {
  const span = (fromMs: number, toMs: number) => ({ from: at(fromMs, -5, 5), to: at(toMs, -5, 5) });
  const { estimate, known } = drawHistory({
    exchanges: [],
    known: [span(0, 100), span(100, 200), span(300, 400)],
    untilMs: 1_000,
  });
  assert.equal(estimate, 'M0 200L100 200L100 200L200 200M300 200L400 200');
  assert.equal(known.split('Z').length - 1, 3);
});

test('nothing is drawn of nothing', () => {
  const { exchanges, latest, known, estimate } = drawHistory({
    exchanges: [],
    known: [],
    untilMs: 0,
  });
  assert.deepEqual([exchanges, latest, known, estimate], ['', '', '', '']);
});
