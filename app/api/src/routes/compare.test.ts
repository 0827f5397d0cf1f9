import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompareAnswer } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import type { NoOffset } from '../clock/clock-source.ts';
import { readConfig } from '../config.ts';

const config = readConfig({});
/** The interval of the fixture's clock reaches from 02.878099121 to 02.882100621. */
const SECOND = '2026-11-23T05:07:02';

async function ask(instant: string, reading?: NoOffset) {
  const url = `/api/v1/compare?instant=${encodeURIComponent(instant)}`;
  return await buildApp(config, openPorts(reading)).inject(url);
}

test('an instant before the interval has passed, one after it has not, one inside is uncertain', async () => {
  for (const [fraction, passed] of [
    ['878099120', 'yes'],
    ['878099121', 'uncertain'],
    ['882100621', 'uncertain'],
    ['882100622', 'no'],
  ] as const) {
    const answer = await ask(`${SECOND}.${fraction}Z`);
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.json().passed, passed, fraction);
    assert.deepEqual([...Value.Errors(CompareAnswer, answer.json())], []);
  }
});

test('the answer tells the instant in UTC and the interval that it was judged by', async () => {
  const { instant, interval, now } = (await ask('1816-02-29T01:00:00+01:00')).json();
  assert.equal(instant, '1816-02-29T00:00:00.000000000Z');
  assert.equal(now, '2026-11-23T05:07:02.880099871Z');
  assert.equal(interval.earliest, `${SECOND}.878099121Z`);
  assert.equal(interval.latest, `${SECOND}.882100621Z`);
});

test('without an interval everything is uncertain', async () => {
  const reading: NoOffset = { kind: 'unknown', source: 'none', reason: 'no source' };
  for (const instant of ['1970-01-01T00:00:00Z', '2100-01-01T00:00:00Z']) {
    const answer = (await ask(instant, reading)).json();
    assert.equal(answer.passed, 'uncertain');
    assert.equal(answer.interval, null);
  }
});

test('plain text is the one word', async () => {
  const answer = await buildApp(config, openPorts()).inject({
    url: '/api/v1/compare?instant=2000-01-01T00:00:00Z',
    headers: { accept: 'text/plain' },
  });
  assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
  assert.equal(answer.headers.vary, 'Accept');
  assert.equal(answer.body, 'yes\n');
});

test('what is no instant is refused by name', async () => {
  const answer = await ask('noon');
  assert.equal(answer.statusCode, 400);
  assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
  assert.equal(answer.json().code, 'invalid-parameter');
  assert.equal(answer.json().parameter, 'instant');
});

const unreadable: readonly [instant: string, fault: string, status?: number][] = [
  ['2026-06-15T12:30:00,5Z', 'has a comma in its seconds, which RFC 3339 writes as a point'],
  ['2026-06-15T12:30:00.0123456789Z', 'has more than 9 decimals, and is read to the nanosecond'],
  ['2026-06-15T12:30:60Z', 'has a second 60, but there was no leap second then', 404],
  ['2026-06-15T12:30:00+02:00[UTC]', 'has an offset that its zone does not have then', 409],
  ['2026-06-15T12:30:00', 'has no offset from UTC'],
  ['2026-06-15', 'has no time of day'],
];
for (const [instant, fault, status = 400] of unreadable) {
  test(`says of ${instant} that it ${fault}`, async () => {
    const answer = await ask(instant);
    assert.deepEqual([answer.statusCode, answer.json().detail], [status, `\`instant\` ${fault}.`]);
  });
}

test('an instant of an unknown zone is refused by the zone', async () => {
  const answer = await ask('2026-06-15T12:30:00+02:00[Europe/Pari]');
  const { code, parameter, got, nearest } = answer.json();
  assert.equal(answer.statusCode, 404);
  assert.deepEqual(
    [code, parameter, got, nearest[0]],
    ['unknown-timezone', 'instant', 'Europe/Pari', 'Europe/Paris'],
  );
});

test('a leap second has passed, and is told as one', async () => {
  const { instant, passed } = (await ask('2016-12-31T23:59:60Z')).json();
  assert.deepEqual([instant, passed], ['2016-12-31T23:59:60.000000000Z', 'yes']);
});

test('takes counts since 1970, and states their unit', async () => {
  const { instant, epochUnit, passed } = (await ask('1796320800123')).json();
  assert.deepEqual([instant, epochUnit, passed], ['2026-12-03T18:00:00.123000000Z', 'ms', 'no']);
});
