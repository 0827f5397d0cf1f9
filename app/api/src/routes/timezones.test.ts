import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { TimezonesAnswer, type ZoneSummary } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

function get(query = '', headers = {}) {
  const url = `/api/v1/timezones${query}`;
  return buildApp(readConfig({}), openPorts()).inject({ url, headers });
}

async function idsOf(query: string): Promise<string[]> {
  return (await get(query)).json().timezones.map(({ id }: ZoneSummary) => id);
}

test('lists every zone and link, sorted, in one page', async () => {
  const answer = await get();
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  assert.equal(answer.headers['cache-control'], 'public, max-age=3600');
  const body = answer.json();
  assert.deepEqual([...Value.Errors(TimezonesAnswer, body)], []);
  const ids = body.timezones.map(({ id }: ZoneSummary) => id);
  assert.deepEqual(ids, ids.toSorted());
  assert.equal(body.next, null);
  for (const id of ['UTC', 'Etc/GMT+5', 'Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'EST']) {
    assert.ok(ids.includes(id), id);
  }
  assert.deepEqual(
    Intl.supportedValuesOf('timeZone').filter((id) => !ids.includes(id)),
    [],
  );
});

test('says what a link links to, and where a zone lies', async () => {
  const [calcutta] = (await get('?q=calcutta')).json().timezones;
  assert.deepEqual(calcutta, {
    id: 'Asia/Calcutta',
    linksTo: 'Asia/Kolkata',
    country: { code: 'IN', name: 'India' },
    cities: ['Mumbai', 'Delhi', 'Bengaluru', 'Hyderabad'],
  });
});

test('finds zones by id, city and country; case, accents and underscores aside', async () => {
  assert.ok((await idsOf('?q=new%20york')).includes('America/New_York'));
  assert.ok((await idsOf('?q=MARSEILLE')).includes('Europe/Paris'));
  assert.ok((await idsOf('?q=mexico')).includes('America/Tijuana'));
  assert.deepEqual(await idsOf('?q=koln'), ['Europe/Berlin']);
  assert.deepEqual(await idsOf('?q=no-such-place'), []);
});

const USES_HST = [
  'America/Adak',
  'America/Atka',
  'HST',
  'Pacific/Honolulu',
  'Pacific/Johnston',
  'US/Aleutian',
  'US/Hawaii',
];
const found: readonly [query: string, ids: readonly string[]][] = [
  ['q=gmt+5', ['Etc/GMT+5']],
  ['q=Etc/GMT%2B5', ['Etc/GMT+5']],
  ['q=Etc/GMT-5', ['Etc/GMT-5']],
  ['q=new-york', ['America/New_York']],
  ['q=Bangalore', ['Asia/Calcutta', 'Asia/Kolkata']],
  ['q=bombay', ['Asia/Calcutta', 'Asia/Kolkata']],
  ['q=T%C3%BCrkiye', ['Asia/Istanbul', 'Europe/Istanbul', 'Turkey']],
  ['q=DE', ['Europe/Berlin', 'Europe/Busingen']],
  ['q=kolk', ['Asia/Calcutta', 'Asia/Kolkata']],
  ['q=seattle', ['America/Los_Angeles', 'US/Pacific']],
  ['q=%E6%9D%B1%E4%BA%AC', ['Asia/Tokyo', 'Japan']],
  ['q=munich', ['Europe/Berlin']],
  ['q=bangalore,bom', []],
  ['country=nz', ['NZ', 'NZ-CHAT', 'Pacific/Auckland', 'Pacific/Chatham']],
  ['abbreviation=hst&country=US', USES_HST],
  ['q=usa&abbreviation=HST', USES_HST],
  ['country=ZZ', []],
];
for (const [query, ids] of found) {
  test(`finds ${ids.length} zones by ${query}`, async () =>
    assert.deepEqual(await idsOf(`?${query}`), ids));
}

test('USA means the United States, and nothing else', async () => {
  const ids = await idsOf('?q=USA');
  assert.ok(ids.includes('America/New_York') && !ids.includes('Africa/Kigali'));
  assert.deepEqual(ids, await idsOf('?country=US'));
});

test('no name of a country has a space at its end', async () => {
  const { timezones } = (await get()).json();
  const names = timezones.map(({ country }: ZoneSummary) => country?.name ?? '');
  assert.deepEqual(
    names.filter((name: string) => name !== name.trim()),
    [],
  );
});

test('goes on behind a cursor whose plus arrives as a space', async () => {
  const [next] = (await get('?limit=1&cursor=Etc/GMT+5')).json().timezones;
  assert.equal(next.id, 'Etc/GMT+6');
});

test('pages through all of them without a gap or a repetition', async () => {
  const all = await idsOf('');
  const paged: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { timezones, next } = (await get(`?limit=100${query}`)).json();
    paged.push(...timezones.map(({ id }: ZoneSummary) => id));
    cursor = next;
  }
  assert.deepEqual(paged, all);
});

test('answers 304 without a body to those who have the content', async () => {
  const first = await get('?q=paris');
  const etag = String(first.headers.etag);
  const again = await get('?q=paris', { 'if-none-match': `"other", ${etag}` });
  assert.deepEqual([again.statusCode, again.body, again.headers.etag], [304, '', etag]);
  assert.equal((await get('?q=tokyo', { 'if-none-match': etag })).statusCode, 200);
});

test('goes out compressed to those who accept it, when that pays', async () => {
  const whole = await get('', { 'accept-encoding': 'br, gzip' });
  assert.equal(whole.headers['content-encoding'], 'gzip');
  assert.equal(whole.headers.vary, 'Accept-Encoding');
  assert.deepEqual(JSON.parse(gunzipSync(whole.rawPayload).toString()), (await get()).json());
  const small = await get('?q=paris', { 'accept-encoding': 'gzip' });
  assert.equal(small.headers['content-encoding'], undefined);
  const refused = await get('', { 'accept-encoding': 'gzip;q=0' });
  assert.equal(refused.headers['content-encoding'], undefined);
});

for (const query of [
  'limit=0',
  'limit=1001',
  'limit=-1',
  'limit=1e3',
  'q=',
  'country=DEU',
  'abbreviation=!',
  'cursor=',
  'page=2',
]) {
  test(`refuses ?${query}`, async () => {
    const answer = await get(`?${query}`);
    assert.equal(answer.statusCode, 400);
    assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.equal(answer.json().parameter, query.split('=')[0]);
  });
}

test('answers HEAD without the body', async () => {
  const app = buildApp(readConfig({}), openPorts());
  const answer = await app.inject({ method: 'HEAD', url: '/api/v1/timezones' });
  assert.deepEqual([answer.statusCode, answer.body], [200, '']);
});
