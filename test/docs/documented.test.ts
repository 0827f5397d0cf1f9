import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startApi } from '../system/api-process.ts';
import { read } from './pages.ts';

const NTP_SERVER = '127.0.0.1:1';
const NTS_SERVER = '127.0.0.2:1';
const api = await startApi({ NTP_SERVERS: NTP_SERVER, NTS_SERVERS: NTS_SERVER });
after(api.kill);

async function get(url: string): Promise<string> {
  return await (await fetch(url)).text();
}

/** The names in `text` that are set as code in the first column of a table. */
function tableNames(text: string, pattern: RegExp): readonly string[] {
  const cells = [...text.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(pattern)].map(([, name = '']) => name));
}

test('docs/api.md has every path of the API, and no other', async () => {
  const { paths } = JSON.parse(await get(`${api.url}/api/openapi.json`));
  const page = read('docs/api.md');
  const missing = Object.keys(paths).filter((path) => !page.includes(path));
  assert.deepEqual(missing, []);
  const documented = [...page.matchAll(/`(?:GET |POST )?(\/api\/v1\/[a-z]+)/g)].map(
    ([, path]) => path,
  );
  assert.deepEqual(
    documented.filter((path) => !(String(path) in paths)),
    [],
  );
});

test('docs/monitoring.md has every metric of the API, and no other', async () => {
  // Both series of each request, and the reading of each source.
  await get(`${api.url}/api/v1/time`);
  const metrics = await get(`${api.managementUrl}/metrics`);
  const names = [...metrics.matchAll(/^# TYPE (\S+) /gm)]
    .map(([, name = '']) => name)
    .filter((name) => !/^(nodejs|process)_/.test(name));
  const documented = tableNames(
    read('docs/monitoring.md'),
    /`([a-z]+_[a-z_]+)(?:\{[^}]*\})?`/g,
  ).filter((name) => !/^(nodejs|process|nginx)_/.test(name));
  assert.deepEqual(names.toSorted(), [...new Set(documented)].toSorted());
});
