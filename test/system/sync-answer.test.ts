import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SyncAnswer as ContractAnswer } from '@dataiku-assessment/contract';
import { ClockStatus, SyncAnswer } from '@dataiku-assessment/contract';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import {
  type SyncAnswer as LibraryAnswer,
  readSyncAnswer,
} from '../../packages/clock-sync/src/adapters/sync-answer.ts';

const nanoseconds = fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }).map(String);
const word = fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/);
const answers: fc.Arbitrary<ContractAnswer> = fc.record({
  nonce: fc.stringMatching(/^[A-Za-z0-9_-]{22}$/),
  receivedNs: nanoseconds,
  sentNs: nanoseconds,
  stepNs: fc.bigInt({ min: 0n, max: 2n ** 62n }).map(String),
  utcMinusHost: fc.option(fc.record({ minNs: nanoseconds, maxNs: nanoseconds })),
  clock: fc.record({
    status: fc.constantFrom(...(ClockStatus.enum as ContractAnswer['clock']['status'][])),
    reason: fc.option(fc.string()),
    source: fc.constantFrom('kernel', 'ntp', 'none'),
    id: word,
    baseNs: nanoseconds,
    utcMinusHostNs: fc.option(nanoseconds),
    readingAgeMs: fc.option(fc.nat()),
    driftPpm: fc.nat(),
    leap: fc.constantFrom('none', 'insert', 'delete', 'unknown'),
    taiOffsetSeconds: fc.option(fc.nat()),
    authenticated: fc.option(fc.boolean()),
  }),
});

test('the library reads every answer that the contract allows, and takes each value as it is', () => {
  fc.assert(
    fc.property(answers, (answer) => {
      assert.ok(Value.Check(SyncAnswer, answer));
      const { clock, utcMinusHost } = answer;
      // Doesn't compile when the library reads a field that the contract hasn't, or has otherwise.
      const read = readSyncAnswer(answer satisfies LibraryAnswer, answer.nonce);
      assert.deepEqual(read, {
        hostReceivedNs: BigInt(answer.receivedNs),
        hostSentNs: BigInt(answer.sentNs),
        hostStepNs: BigInt(answer.stepNs),
        hostBaseNs: BigInt(clock.baseNs),
        utcMinusHost: utcMinusHost && {
          minNs: BigInt(utcMinusHost.minNs),
          maxNs: BigInt(utcMinusHost.maxNs),
        },
        server: {
          status: clock.status,
          reason: clock.reason,
          source: clock.source,
          authenticated: clock.authenticated,
          clockId: clock.id,
        },
      });
    }),
  );
});
