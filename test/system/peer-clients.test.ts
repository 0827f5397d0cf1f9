import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startApi } from './api-process.ts';

const api = await startApi();
after(() => api.kill());

/** How dash.js 5 (SegmentTimeline, TimeSyncController.js) reads an xs:dateTime. */
function dashXsDate(text: string): number {
  const pattern =
    /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]*)(\.[0-9]*)?)?(?:([+-])([0-9]{2})([0-9]{2}))?/;
  const match = pattern.exec(text);
  assert.ok(match !== null);
  const [, year, month, day, hours, minutes, seconds, fraction] = match.map(Number);
  const whole = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hours, minutes, seconds);
  return whole + (fraction ?? 0) * 1000;
}

const schemes: readonly [scheme: string, read: (answer: Response) => Promise<number>][] = [
  ['iso', async (answer) => Date.parse(await answer.text())],
  ['xsdate', async (answer) => dashXsDate(await answer.text())],
];
for (const [scheme, read] of schemes) {
  test(`a player of DASH streams reads http-${scheme}`, async () => {
    const beforeMs = Date.now();
    const answer = await fetch(`${api.url}/api/utctiming/${scheme}?CMCD=ot%3Do`);
    const readMs = await read(answer);
    // Rounded down to a ms on both sides, and stamps are 250 ns early.
    assert.ok(readMs >= beforeMs - 1 && readMs <= Date.now(), `${readMs}`);
  });
}

test('a player of DASH streams reads the Date of http-head', async () => {
  const beforeMs = Date.now();
  const answer = await fetch(`${api.url}/api/utctiming/head`, { method: 'HEAD' });
  const dateMs = Date.parse(answer.headers.get('date') ?? '');
  assert.ok(dateMs > beforeMs - 1001 && dateMs <= Date.now(), `${dateMs}`);
  assert.match(answer.headers.get('access-control-expose-headers') ?? '', /\bDate\b/);
});

test('a program for worldtimeapi.org that sets its clock finds what it reads', async () => {
  // As the examples of ESP8266 and Home Assistant users read it.
  const answer = await fetch(`${api.url}/api/timezone/Europe/Madrid.txt`);
  const fields = new Map(
    (await answer.text()).split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)] as const;
    }),
  );
  const unixtime = Number(fields.get('unixtime'));
  const offset = Number(fields.get('raw_offset')) + Number(fields.get('dst_offset'));
  assert.ok(Math.abs(unixtime - Date.now() / 1000) < 2);
  const local = new Date((unixtime + offset) * 1000).toISOString().slice(0, 19);
  assert.equal(fields.get('datetime')?.slice(0, 19), local);
});
