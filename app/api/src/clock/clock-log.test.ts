import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logClockChanges } from './clock-log.ts';
import { fakeHost, fakeSource, offsetReading } from './fake-host.fixture.ts';
import { ServerClock } from './server-clock.ts';

function setUp() {
  const host = fakeHost();
  const source = fakeSource(offsetReading());
  const clock = new ServerClock({ host, source, maxBoundNs: 1_000_000_000n });
  const lines: [level: string, facts: object, message: string][] = [];
  logClockChanges(clock, {
    info: (facts, message) => lines.push(['info', facts, message]),
    warn: (facts, message) => lines.push(['warn', facts, message]),
  });
  return { host, source, clock, lines };
}

test('a lost source is a warning with the reason, its return is news', () => {
  const { source, clock, lines } = setUp();
  source.reading = { kind: 'unknown', source: 'ntp', reason: 'silence' };
  clock.refresh();
  source.reading = offsetReading();
  clock.refresh();
  assert.deepEqual(lines, [
    [
      'warn',
      { status: 'holdover', source: 'kernel', reason: 'silence', before: 'synchronized' },
      'the clock is holdover',
    ],
    [
      'info',
      { status: 'synchronized', source: 'kernel', reason: null, before: 'holdover' },
      'the clock is synchronized',
    ],
  ]);
});

test('a step is a warning that says how far, and no change of status', () => {
  const { host, clock, lines } = setUp();
  host.step(-1_500_000_000n);
  clock.read();
  assert.deepEqual(lines, [
    ['warn', { stepMs: -1500 }, 'the host clock was stepped, or the host slept'],
  ]);
});

test('a fall back to sources without authentication is a warning, once, the way up is none', () => {
  const { source, clock, lines } = setUp();
  const states = [true, false, false, true].map((authenticated) => ({
    ...offsetReading({ source: 'ntp' }),
    authenticated,
  }));
  for (const reading of states) {
    source.reading = reading;
    clock.refresh();
  }
  assert.deepEqual(lines.slice(1), [
    ['warn', { source: 'ntp' }, 'the clock has fallen back to sources without authentication'],
  ]);
});
