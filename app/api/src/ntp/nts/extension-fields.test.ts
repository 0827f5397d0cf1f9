import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeFields, encodeField } from './extension-fields.ts';

const HEADER = Buffer.alloc(48, 0xff);

const fields = fc.array(
  fc.record({
    type: fc.integer({ min: 0, max: 0xffff }),
    body: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  }),
  { maxLength: 10 },
);

/** RFC 7822 §3, figure 3, digit by digit: the length counts the header and the padding. */
function inHex(type: number, body: Buffer): string {
  const padding = '00'.repeat((4 - (body.length % 4)) % 4);
  const hex = body.toString('hex') + padding;
  const lengths = [type, 4 + hex.length / 2].map((n) => n.toString(16).padStart(4, '0'));
  return lengths.join('') + hex;
}

test('writes each field as another encoder does, and reads back what that wrote', () => {
  fc.assert(
    fc.property(fields, (list) => {
      const hex = list.map(({ type, body }) => inHex(type, body)).join('');
      assert.equal(
        Buffer.concat(list.map(({ type, body }) => encodeField(type, body))).toString('hex'),
        hex,
      );
      const read = decodeFields(Buffer.concat([HEADER, Buffer.from(hex, 'hex')]), HEADER.length);
      assert.ok(read !== null);
      assert.equal(read.map(({ type, body }) => inHex(type, body)).join(''), hex);
    }),
  );
});

test('tells where each field starts', () => {
  const packet = Buffer.concat([
    HEADER,
    encodeField(1, Buffer.alloc(5)),
    encodeField(2, Buffer.alloc(0)),
  ]);
  assert.deepEqual(
    decodeFields(packet, 48)?.map(({ startsAt }) => startsAt),
    [48, 60],
  );
});

test('nothing behind the last field that is wanted is read', () => {
  const rest = Buffer.from('0003ffff', 'hex');
  const packet = Buffer.concat([HEADER, encodeField(1, Buffer.alloc(4)), rest]);
  assert.equal(decodeFields(packet, 48, 1)?.length, 1);
  assert.equal(decodeFields(packet, 48), null);
});

const refused = {
  'a length that runs over the end': '0001000c00000000',
  'a length of nought, which would never end': '00010000',
  'a length that is shorter than its own header': '00010003',
  'a length that is not a multiple of 4': '000100090000000000000000',
  'half a header': '0001',
};
for (const [what, hex] of Object.entries(refused)) {
  test(`refuses ${what}`, () => {
    assert.equal(decodeFields(Buffer.concat([HEADER, Buffer.from(hex, 'hex')]), 48), null);
  });
}

test('refuses each field that is cut off', () => {
  const packet = Buffer.concat([HEADER, encodeField(1, Buffer.alloc(32))]);
  for (let end = HEADER.length + 1; end < packet.length; end += 1) {
    assert.equal(decodeFields(packet.subarray(0, end), 48), null);
  }
});
