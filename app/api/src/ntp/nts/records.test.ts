import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeMessage, decodeNumbers, encodeNumbers, encodeRecord } from './records.ts';

const END = '80000000';

const records = fc.array(
  fc.record(
    {
      isCritical: fc.boolean(),
      type: fc.integer({ min: 1, max: 0x7fff }),
      body: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    },
    { noNullPrototype: true },
  ),
  { maxLength: 12 },
);

/** RFC 8915 §4, figure 2, digit by digit. */
function inHex(isCritical: boolean, type: number, body: Buffer): string {
  const first = (type + (isCritical ? 32_768 : 0)).toString(16).padStart(4, '0');
  return first + body.length.toString(16).padStart(4, '0') + body.toString('hex');
}

test('a record is its critical bit and type, the length of its body, and its body', () => {
  const record = { isCritical: true, type: 4, body: Buffer.from([0, 15]) };
  assert.equal(encodeRecord(record).toString('hex'), '80040002000f');
  assert.equal(encodeRecord({ ...record, isCritical: false }).toString('hex'), '00040002000f');
});

test('writes each record as another encoder does, and reads back what that wrote', () => {
  fc.assert(
    fc.property(records, fc.uint8Array({ maxLength: 9 }), (message, rest) => {
      const hex = message
        .map(({ isCritical, type, body }) => inHex(isCritical, type, body))
        .join('');
      assert.equal(Buffer.concat(message.map(encodeRecord)).toString('hex'), hex);
      const bytes = Buffer.concat([Buffer.from(hex + END, 'hex'), rest]);
      assert.deepEqual(decodeMessage(bytes), message);
    }),
  );
});

test('a message has not ended before its last byte', () => {
  fc.assert(
    fc.property(records, fc.nat(), (message, cut) => {
      const bytes = Buffer.concat([...message.map(encodeRecord), Buffer.from(END, 'hex')]);
      assert.equal(decodeMessage(bytes.subarray(0, cut % bytes.length)), null);
    }),
  );
});

test('reads any bytes without an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const message = decodeMessage(Buffer.from(bytes));
      assert.ok(message === null || Array.isArray(message));
    }),
    { numRuns: 10_000 },
  );
});

test('a list of numbers is two bytes for each', () => {
  assert.equal(encodeNumbers(0, 15, 0xabcd).toString('hex'), '0000000fabcd');
  assert.deepEqual(decodeNumbers(Buffer.from('0000000fabcd', 'hex')), [0, 15, 0xabcd]);
  assert.deepEqual(decodeNumbers(Buffer.alloc(0)), []);
  assert.equal(decodeNumbers(Buffer.alloc(3)), null);
});
