import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTraceparent } from './trace-context.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN_ID = '00f067aa0ba902b7';

test('reads the trace and the span of its caller', () => {
  assert.deepEqual(parseTraceparent(`00-${TRACE_ID}-${SPAN_ID}-01`), {
    traceId: TRACE_ID,
    parentSpanId: SPAN_ID,
  });
});

test('reads a later version, which may carry more', () => {
  assert.equal(parseTraceparent(`01-${TRACE_ID}-${SPAN_ID}-01-more`)?.traceId, TRACE_ID);
});

const invalid: readonly [why: string, header: string | string[] | undefined][] = [
  ['that is not there', undefined],
  ['that is given twice', [`00-${TRACE_ID}-${SPAN_ID}-01`, `00-${TRACE_ID}-${SPAN_ID}-01`]],
  ['that is empty', ''],
  ['of the version that is never used', `ff-${TRACE_ID}-${SPAN_ID}-01`],
  ['of version 00 with more in it', `00-${TRACE_ID}-${SPAN_ID}-01-more`],
  ['without a trace', `00-${'0'.repeat(32)}-${SPAN_ID}-01`],
  ['without a span', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
  ['in upper case', `00-${TRACE_ID.toUpperCase()}-${SPAN_ID}-01`],
  ['that is cut', `00-${TRACE_ID}-${SPAN_ID}`],
  ['with something behind it', `00-${TRACE_ID}-${SPAN_ID}-01x`],
];
for (const [why, header] of invalid) {
  test(`ignores a traceparent ${why}`, () => assert.equal(parseTraceparent(header), null));
}
