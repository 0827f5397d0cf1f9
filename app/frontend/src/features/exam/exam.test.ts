import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countExam, examAt, parseTimeOfDay, writeLeft } from './exam.ts';

const HOUR_MS = 3_600_000;
const inParis = (epochMs: number) => epochMs + HOUR_MS;
const at = (text: string) => Date.parse(`2026-11-28T${text}Z`);
const times = (start: string | null, finish: string | null, now: string) => {
  const parse = (text: string | null) => (text === null ? null : parseTimeOfDay(text));
  const exam = examAt(parse(start), parse(finish), at(now), inParis);
  const write = (ms: number | null) => ms && new Date(ms).toISOString().slice(8, 16);
  return [write(exam.startMs), write(exam.finishMs), countExam(exam, at(now)).state];
};

test('a time of day is read with or without seconds, and nothing else is one', () => {
  assert.deepEqual(parseTimeOfDay('9:00'), { ofDayMs: 9 * HOUR_MS });
  assert.deepEqual(parseTimeOfDay('09:00:30'), { ofDayMs: 9 * HOUR_MS + 30_000 });
  for (const text of ['24:00', '9', '9:60', '2026-11-28T09:00Z', '']) {
    assert.equal(parseTimeOfDay(text), null, text);
  }
});

test('times of day are those of the day in the zone', () => {
  assert.deepEqual(times('09:00', '12:00', '07:30:00'), ['28T08:00', '28T11:00', 'before']);
  assert.deepEqual(times('09:00', '12:00', '08:00:00'), ['28T08:00', '28T11:00', 'running']);
  assert.deepEqual(times('09:00', '12:00', '11:00:00'), ['28T08:00', '28T11:00', 'finished']);
  assert.deepEqual(times(null, '12:00', '07:30:00'), [null, '28T11:00', 'running']);
  // It is tomorrow there already.
  assert.deepEqual(times('09:00', null, '23:30:00'), ['29T08:00', null, 'before']);
});

test('a time of day is a whole minute, at each fraction of a millisecond', () => {
  for (let fraction = 0; fraction < 8; fraction += 1) {
    const nowMs = at('07:30:00') + fraction / 4_096;
    const { startMs } = examAt(parseTimeOfDay('09:00'), null, nowMs, inParis);
    assert.equal(startMs, at('08:00:00'));
  }
});

test('a finish before the start is on the next day', () => {
  assert.deepEqual(times('22:00', '02:00', '20:00:00'), ['28T21:00', '29T01:00', 'before']);
  assert.deepEqual(times('22:00', '02:00', '00:30:00'), ['27T21:00', '28T01:00', 'running']);
});

test('a change of the offset until the finish is counted', () => {
  // Paris, in the night in which clocks go back.
  const changeMs = Date.parse('2026-10-25T01:00:00Z');
  const toLocalMs = (epochMs: number) => epochMs + (epochMs < changeMs ? 2 : 1) * HOUR_MS;
  const nowMs = Date.parse('2026-10-24T23:00:00Z');
  const { finishMs } = examAt(null, { ofDayMs: 5 * HOUR_MS }, nowMs, toLocalMs);
  assert.equal(new Date(Number(finishMs)).toISOString(), '2026-10-25T04:00:00.000Z');
});

test('instants stay what they are', () => {
  const epochMs = at('10:00');
  assert.deepEqual(examAt({ epochMs }, null, at('01:00'), inParis), {
    startMs: epochMs,
    finishMs: null,
  });
});

test('time left is rounded up to whole seconds, and has no digit that is not known', () => {
  assert.equal(writeLeft(5_000_001, 9), '1:23:21');
  assert.equal(writeLeft(400, 6), '0:00:01');
  assert.equal(writeLeft(5_000_000, 4), '1:23:––');
  assert.equal(writeLeft(50 * HOUR_MS, 6), '50:00:00');
});
