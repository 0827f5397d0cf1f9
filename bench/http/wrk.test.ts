import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseWrk } from './wrk.ts';

const REPORT = `Running 2s test @ http://127.0.0.1:8080/
  1 threads and 64 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     2.10ms  310.00us   8.20ms   91.00%
  Latency Distribution
     50%  980.00us
     75%    2.20ms
     90%    2.41ms
     99%    1.20s
  60500 requests in 2.00s, 55.00MB read
Requests/sec:  30214.17
Transfer/sec:     27.41MB
`;

test('reads throughput and latencies, whatever their unit', () => {
  assert.deepEqual(parseWrk(REPORT), {
    requestsPerSecond: 30214.17,
    p50Ms: 0.98,
    p99Ms: 1200,
    broken: 0,
    errors: 0,
  });
});

test('counts bad answers and broken connections as errors', () => {
  const report = `${REPORT}  Socket errors: connect 1, read 2, write 0, timeout 3
  Non-2xx or 3xx responses: 10
`;
  assert.equal(parseWrk(report).broken, 3);
  assert.equal(parseWrk(report).errors, 16);
});

test('refuses a report without figures', () => {
  assert.throws(() => parseWrk('unable to connect'), /lacks/);
});
