import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSyncAnswer, type SyncAnswer } from './sync-answer.ts';

const NONCE = 'q83vEjRWeJCrze8SNFZ4kA';
const ANSWER: SyncAnswer = {
  nonce: NONCE,
  receivedNs: '1795410422879099121',
  sentNs: '1795410422879199121',
  stepNs: '1500',
  utcMinusHost: { minNs: '-2000', maxNs: '3000' },
  clock: { status: 'holdover', reason: 'No source.', source: 'ntp', id: 'c1f0', baseNs: '-5' },
};

test('reads counts of nanoseconds without losing a digit', () => {
  const part = readSyncAnswer(ANSWER, NONCE);
  assert.equal(part.hostReceivedNs, 1795410422879099121n);
  assert.equal(part.hostBaseNs, -5n);
  assert.deepEqual(part.utcMinusHost, { minNs: -2000n, maxNs: 3000n });
  assert.deepEqual(part.server, {
    status: 'holdover',
    reason: 'No source.',
    source: 'ntp',
    authenticated: null,
    clockId: 'c1f0',
  });
});

test('a server that bounds nothing gives null', () => {
  assert.equal(readSyncAnswer({ ...ANSWER, utcMinusHost: null }, NONCE).utcMinusHost, null);
});

const refused: Record<string, [unknown, RegExp]> = {
  'no object': [[], /nonce/],
  'nothing at all': [null, /answer/],
  'the nonce of another': [{ ...ANSWER, nonce: 'A'.repeat(22) }, /nonce/],
  'a number for a count': [{ ...ANSWER, receivedNs: 1795410422879 }, /receivedNs/],
  'a count with a fraction': [{ ...ANSWER, sentNs: '1.5' }, /sentNs/],
  'a count too long to be one': [{ ...ANSWER, sentNs: '1'.repeat(30) }, /sentNs/],
  'a step below nought': [{ ...ANSWER, stepNs: '-1' }, /stepNs/],
  'half an interval': [{ ...ANSWER, utcMinusHost: { minNs: '1' } }, /maxNs/],
  'no clock': [{ ...ANSWER, clock: undefined }, /baseNs/],
  'a status that is none': [{ ...ANSWER, clock: { ...ANSWER.clock, status: 'fine' } }, /status/],
  'a clock without id': [{ ...ANSWER, clock: { ...ANSWER.clock, id: 7 } }, /id/],
};
for (const [what, [body, message]] of Object.entries(refused)) {
  test(`refuses an answer with ${what}, and names the field`, () => {
    assert.throws(() => readSyncAnswer(body, NONCE), { code: 'bad-sync-answer', message });
  });
}
