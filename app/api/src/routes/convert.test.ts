import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConvertAnswer, ConvertAnswers, Problem } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { tzDatabase } from '../zones/tz-database.ts';

function get(query: Record<string, string>) {
  return buildApp(readConfig({}), openPorts()).inject({ url: '/api/v1/convert', query });
}

async function convert(query: Record<string, string>): Promise<ConvertAnswer> {
  const answer = await get(query);
  assert.equal(answer.statusCode, 200, answer.body);
  assert.deepEqual([...Value.Errors(ConvertAnswer, answer.json())], []);
  return answer.json();
}

async function refuse(query: Record<string, string>, status = 400): Promise<Problem> {
  const answer = await get(query);
  assert.equal(answer.statusCode, status, answer.body);
  assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
  assert.deepEqual([...Value.Errors(Problem, answer.json())], []);
  return answer.json();
}

const REPEATED = { from: 'Europe/Paris', at: '2026-10-25T02:30:00', to: 'UTC' };
const SKIPPED = { from: 'Europe/Paris', at: '2026-03-29T02:30:00', to: 'UTC' };

test('converts a wall time to several zones, in their order', async () => {
  const answer = await get({
    from: 'europe/paris',
    at: '2026-11-23T06:07:02.5',
    to: 'Asia/Tokyo,America/New_York',
  });
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  assert.deepEqual(answer.json(), {
    instant: '2026-11-23T05:07:02.500000000Z',
    epochNs: '1795410422500000000',
    leapSecond: false,
    kind: 'unique',
    disambiguation: 'compatible',
    from: {
      id: 'Europe/Paris',
      local: '2026-11-23T06:07:02.500000000+01:00[Europe/Paris]',
      utcOffset: '+01:00',
      standardOffset: '+01:00',
      isDst: false,
      abbreviation: 'CET',
    },
    alternatives: [],
    to: [
      {
        id: 'Asia/Tokyo',
        local: '2026-11-23T14:07:02.500000000+09:00[Asia/Tokyo]',
        utcOffset: '+09:00',
        standardOffset: '+09:00',
        isDst: false,
        abbreviation: 'JST',
      },
      {
        id: 'America/New_York',
        local: '2026-11-23T00:07:02.500000000-05:00[America/New_York]',
        utcOffset: '-05:00',
        standardOffset: '-05:00',
        isDst: false,
        abbreviation: 'EST',
      },
    ],
    tzdb: tzDatabase().version,
  });
});

const instants: readonly [at: string, instant: string][] = [
  ['2026-11-23T05:07:02Z', '2026-11-23T05:07:02.000000000Z'],
  ['2026-11-23T06:07:02+01:00', '2026-11-23T05:07:02.000000000Z'],
  ['2026-11-23T06:07:02 01:00', '2026-11-23T05:07:02.000000000Z'],
  ['2026-11-23t06:07:02.5+01:00[Europe/Paris]', '2026-11-23T05:07:02.500000000Z'],
  ['1900-01-01 00:00-12:00', '1900-01-01T12:00:00.000000000Z'],
  ['2100-12-31T23:59:59.999999999-12:00', '2101-01-01T11:59:59.999999999Z'],
];
for (const [at, instant] of instants) {
  test(`takes ${at} for an instant, which needs no zone`, async () => {
    const answer = await convert({ at, to: 'UTC' });
    assert.deepEqual([answer.instant, answer.kind, answer.from], [instant, 'instant', null]);
  });
}

test('shows an instant in the zone it is asked from too', async () => {
  const { from } = await convert({ at: '2026-07-01T00:00Z', from: 'Asia/Kolkata', to: 'UTC' });
  assert.equal(from?.local, '2026-07-01T05:30:00.000000000+05:30[Asia/Kolkata]');
});

const choices: readonly [
  query: Record<string, string>,
  kind: string,
  disambiguation: string,
  instant: string,
][] = [
  [REPEATED, 'repeated', 'compatible', '2026-10-25T00:30'],
  [REPEATED, 'repeated', 'earlier', '2026-10-25T00:30'],
  [REPEATED, 'repeated', 'later', '2026-10-25T01:30'],
  [SKIPPED, 'skipped', 'compatible', '2026-03-29T01:30'],
  [SKIPPED, 'skipped', 'earlier', '2026-03-29T00:30'],
  [SKIPPED, 'skipped', 'later', '2026-03-29T01:30'],
];
for (const [query, kind, disambiguation, instant] of choices) {
  test(`takes the ${disambiguation} of a ${kind} time, and shows both`, async () => {
    const answer = await convert({ ...query, disambiguation });
    assert.deepEqual([answer.kind, answer.disambiguation], [kind, disambiguation]);
    assert.equal(answer.instant, `${instant}:00.000000000Z`);
    assert.deepEqual(
      answer.alternatives.map(({ disambiguation, from }) => [disambiguation, from.local]),
      kind === 'repeated'
        ? [
            ['earlier', '2026-10-25T02:30:00.000000000+02:00[Europe/Paris]'],
            ['later', '2026-10-25T02:30:00.000000000+01:00[Europe/Paris]'],
          ]
        : [
            ['earlier', '2026-03-29T01:30:00.000000000+01:00[Europe/Paris]'],
            ['later', '2026-03-29T03:30:00.000000000+02:00[Europe/Paris]'],
          ],
    );
  });
}

test('rejects a repeated or a skipped time on request, and says what it could be', async () => {
  const repeated = await refuse({ ...REPEATED, disambiguation: 'reject' }, 409);
  assert.deepEqual(
    [repeated.code, repeated.parameter, repeated.got],
    ['ambiguous-time', 'at', REPEATED.at],
  );
  assert.match(repeated.allowed ?? '', /2026-10-25T00:30:00\.0+Z or 2026-10-25T01:30:00\.0+Z/);
  const skipped = await refuse({ ...SKIPPED, disambiguation: 'reject' }, 404);
  assert.equal(skipped.code, 'nonexistent-time');
});

test('a whole day that was skipped is a gap too', async () => {
  const answer = await convert({ from: 'Pacific/Apia', at: '2011-12-30T12:00:00', to: 'UTC' });
  assert.equal(answer.kind, 'skipped');
  assert.deepEqual(
    answer.alternatives.map(({ from }) => from.local.slice(0, 10)),
    ['2011-12-29', '2011-12-31'],
  );
});

const badTimes = [
  '2026-02-30T00:00:00',
  '2026-13-01T00:00:00',
  '1899-12-31T23:59:59',
  '2101-01-01T00:00:00',
  '-002026-01-01T00:00:00Z',
  '2026-11-23',
  '2026-11-23T24:00:00',
  '2026-11-23T06:07:02+24:00',
  '2026-11-23T06:07:02[Europe/Paris]',
  '9999999999',
  'now',
  '',
];
for (const at of badTimes) {
  test(`refuses the time "${at}"`, async () => {
    const problem = await refuse({ from: 'UTC', at, to: 'UTC' });
    assert.deepEqual(
      [problem.code, problem.parameter, problem.got],
      ['invalid-parameter', 'at', at],
    );
    assert.match(problem.allowed ?? '', /years 1900 to 2100/);
  });
}

for (const [at, status, code] of [
  ['2026-12-31T23:59:60Z', 404, 'nonexistent-time'],
  ['2026-11-23T06:07:02+02:00[Europe/Paris]', 409, 'contradictory-time'],
] as const) {
  test(`refuses the time "${at}" with ${status}: it has the right form`, async () => {
    const problem = await refuse({ at, to: 'UTC' }, status);
    assert.deepEqual([problem.code, problem.parameter, problem.got], [code, 'at', at]);
  });
}

test('says in its own words why it refuses a time', async () => {
  const { detail, allowed } = await refuse({ from: 'UTC', at: '2026-02-30T00:00', to: 'UTC' });
  assert.equal(detail, '`at` is not a valid date.');
  assert.match(allowed ?? '', /years 1900 to 2100\. Example: 2026-10-25T02:30:00\+02:00$/);
});

test('refuses a wall time without its zone', async () => {
  const problem = await refuse({ at: '2026-11-23T06:07:02', to: 'UTC' }, 409);
  assert.deepEqual([problem.code, problem.parameter], ['missing-parameter', 'from']);
});

test('refuses zones that are none, by the parameter that names them', async () => {
  const at = '2026-11-23T06:07:02Z';
  const inTo = await refuse({ at, to: 'UTC,Europe/Pari' }, 404);
  assert.deepEqual(
    [inTo.code, inTo.parameter, inTo.got],
    ['unknown-timezone', 'to', 'Europe/Pari'],
  );
  const inFrom = await refuse({ at, from: '+01:00', to: 'UTC' }, 404);
  assert.deepEqual([inFrom.code, inFrom.parameter], ['unknown-timezone', 'from']);
});

test('converts to 20 zones, and refuses 21', async () => {
  const at = '2026-11-23T06:07:02Z';
  const { to } = await convert({ at, to: Array(20).fill('UTC').join(',') });
  assert.equal(to.length, 20);
  const problem = await refuse({ at, to: Array(21).fill('UTC').join(',') });
  assert.equal(problem.parameter, 'to');
  assert.match(problem.allowed ?? '', /1 to 20/);
});

test('takes the time that /api/v1/time shows in a zone', async () => {
  const app = buildApp(readConfig({}), openPorts());
  const query = { timezone: 'Europe/Paris' };
  const { zone } = (await app.inject({ url: '/api/v1/time', query })).json();
  assert.equal((await convert({ at: zone.local, to: 'UTC' })).kind, 'instant');
});

test('takes a count since 1970, and states its unit', async () => {
  const { instant, epochUnit, kind } = await convert({ at: '1796320800', to: 'UTC' });
  assert.deepEqual([instant, epochUnit, kind], ['2026-12-03T18:00:00.000000000Z', 's', 'instant']);
});

test('maps a leap second as POSIX does, and says so', async () => {
  for (const query of [
    { at: '2016-12-31T23:59:60Z' },
    { at: '2016-12-31T23:59:60', from: 'UTC' },
    { at: '2017-01-01T08:59:60', from: 'Asia/Tokyo' },
  ]) {
    const answer = await convert({ ...query, to: 'UTC' });
    assert.deepEqual([answer.instant, answer.leapSecond], ['2017-01-01T00:00:00.000000000Z', true]);
  }
  const refused = await refuse({ at: '2016-12-31T23:59:60', from: 'Asia/Tokyo', to: 'UTC' }, 404);
  assert.equal(refused.detail, '`at` has a second 60, but there was no leap second then.');
});

test('takes a plus that arrives as a space, and spaces around the zones', async () => {
  const url = '/api/v1/convert?at=2026-11-23T06:07&from=Etc/GMT+5&to=Asia/Tokyo, Etc/GMT+5 ,UTC';
  const answer = await buildApp(readConfig({}), openPorts()).inject(url);
  assert.equal(answer.statusCode, 200, answer.body);
  const { from, to } = answer.json();
  const ids = to.map(({ id }: { id: string }) => id);
  assert.deepEqual([from.id, ...ids], ['Etc/GMT+5', 'Asia/Tokyo', 'Etc/GMT+5', 'UTC']);
});

test('refuses a disambiguation that is none', async () => {
  const problem = await refuse({ ...REPEATED, disambiguation: 'guess' });
  assert.deepEqual([problem.parameter, problem.got], ['disambiguation', 'guess']);
});

function post(payload: string | object) {
  const app = buildApp(readConfig({}), openPorts());
  const headers = { 'content-type': 'application/json' };
  return app.inject({ method: 'POST', url: '/api/v1/convert', headers, payload });
}

test('converts several times at once, each as GET does', async () => {
  const at = ['2026-11-23T06:07:02Z', '1796320800', '2026-10-25T02:30:00'];
  const answer = await post({ at, from: 'Europe/Paris', to: ['Asia/Tokyo', 'Etc/GMT+5'] });
  assert.equal(answer.statusCode, 200, answer.body);
  assert.deepEqual([...Value.Errors(ConvertAnswers, answer.json())], []);
  const single = { from: 'Europe/Paris', to: 'Asia/Tokyo,Etc/GMT+5' };
  const answers = await Promise.all(at.map((one) => convert({ ...single, at: one })));
  assert.deepEqual(answer.json(), { answers });
});

const badRequests: readonly [
  request: string | object,
  parameter: string | undefined,
  detail: string,
  status?: number,
][] = [
  ['{', undefined, 'The body must be a JSON object.'],
  ['[]', undefined, 'The body must be a JSON object.'],
  [{ at: [], to: ['UTC'] }, 'at', '`at` must have at least 1 item.'],
  [{ at: ['0'], to: Array(21).fill('UTC') }, 'to', '`to` must have at most 20 items.'],
  [{ at: '0', to: ['UTC'] }, 'at', '`at` must be of the JSON type array.'],
  [{ at: ['0', 'noon'], to: ['UTC'] }, 'at/1', '`at/1` is not a time as in RFC 3339.'],
  [{ at: ['0'] }, 'to', 'The body needs `to`.'],
  [{ at: ['0'], to: ['UTC'], in: 1 }, 'in', 'This path has no parameter `in`.'],
  [{ at: ['0'], to: ['Mars'] }, 'to', 'No such zone in the tz database.', 404],
];
for (const [request, parameter, detail, status = 400] of badRequests) {
  test(`refuses to convert ${JSON.stringify(request).slice(0, 60)}`, async () => {
    const answer = await post(request);
    assert.equal(answer.statusCode, status, answer.body);
    assert.deepEqual([...Value.Errors(Problem, answer.json())], []);
    assert.deepEqual([answer.json().parameter, answer.json().detail], [parameter, detail]);
  });
}
