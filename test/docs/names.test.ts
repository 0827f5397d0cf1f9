import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { parse } from 'yaml';
import { startFakeServer, timeAhead } from '../../app/api/src/ntp/fake-server.fixture.ts';
import { type ApiProcess, startApi } from '../system/api-process.ts';
import { blocksOf, codeSpansOf, proseOf } from './blocks.ts';
import { FILES, FILES_AND_FOLDERS, PAGES, read } from './pages.ts';

/** Every name that a page of the documentation may mention has to be there still. */

const CODE = FILES.filter((path) => /\.(ts|tsx|sh|yaml|py|json)$|(^|\/)(Makefile|run)$/.test(path))
  .filter((path) => path !== 'package-lock.json' && path !== 'cspell.json')
  .map(read)
  .join('\n');
const WORDS_OF_CODE = new Set(CODE.match(/[A-Za-z_]\w*/g));

/** Code in the sentences of a page, and the lines of its blocks; a program has names of its own. */
function codeOf(page: string): string[] {
  const markdown = read(page);
  const blocks = blocksOf(markdown).filter(({ language }) => !/^(mermaid|ts|html)$/.test(language));
  return [...codeSpansOf(markdown), ...blocks.flatMap(({ text }) => text.split('\n'))];
}

/** The names in all pages that `find` finds, and of those the ones that `isThere` denies. */
function goneNames(
  find: (page: string) => readonly string[],
  isThere: (name: string) => boolean,
): { count: number; gone: string[] } {
  const found = PAGES.flatMap((page) => find(page).map((name) => ({ page, name })));
  const gone = found
    .filter(({ name }) => !isThere(name))
    .map(({ page, name }) => `${page}: ${name}`);
  return { count: found.length, gone };
}

function matches(texts: readonly string[], pattern: RegExp): string[] {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name));
}

function assertThere({ count, gone }: { count: number; gone: string[] }, least: number) {
  assert.deepEqual(gone, []);
  assert.ok(count >= least, `only ${count} names were found: the search is broken`);
}

test('every path that a page names is there', () => {
  const folders = [...FILES_AND_FOLDERS].filter((path) => !path.includes('/') && path !== '.');
  const path = new RegExp(
    String.raw`(?<![\w/.@:-])((?:${folders.join('|').replaceAll('.', '\\.')})/[\w./*<>{},-]*\w)`,
    'g',
  );
  const find = (page: string) =>
    matches([proseOf(read(page)).replace(/\]\([^)]*\)/g, ''), ...codeOf(page)], path);
  const isThere = (name: string) => {
    // A decision is called by its number. A placeholder stands for any name.
    const pattern = name.replace(/[.]/g, '\\.').replace(/\*|<[^>]*>/g, '[^/]+');
    const regexp = new RegExp(`^${pattern}(-[^/]*)?(/|$)`);
    return FILES.some((file) => regexp.test(file)) || isBuilt(name);
  };
  assertThere(goneNames(find, isThere), 30);
});

/** What only a build makes. */
function isBuilt(path: string): boolean {
  return /^(app|packages)\/[\w-]+\/dist\b/.test(path);
}

test('every heading that a file refers to in words is there', () => {
  const texts = FILES.filter((path) => /\.(md|ts|yaml)$/.test(path)).map(read);
  const found = texts.flatMap((text) => [...text.matchAll(/\b(docs\/[\w-]+\.md), "([^"]+)"/g)]);
  const gone = found.filter(([, page = '', heading = '']) => {
    return !FILES.includes(page) || !new RegExp(`^#+ ${heading}$`, 'm').test(read(page));
  });
  assert.deepEqual(
    gone.map(([reference]) => reference),
    [],
  );
  assert.ok(found.length > 0);
});

test('every make target that a page names is there', () => {
  const targets = new Set(matches([read('Makefile')], /^([a-z][a-z-]*):/gm));
  const find = (page: string) => matches(codeOf(page), /\bmake ((?:[a-z][a-z-]*)\b)(?! *=)/g);
  assertThere(
    goneNames(find, (name) => targets.has(name)),
    20,
  );
});

test('every npm script that a page names is there', () => {
  const scripts = FILES.filter((path) => path.endsWith('package.json')).flatMap((path) =>
    Object.keys((JSON.parse(read(path)) as { scripts?: object }).scripts ?? {}),
  );
  const find = (page: string) => matches(codeOf(page), /\bnpm run ([a-z][\w:-]*)/g);
  assertThere(
    goneNames(find, (name) => scripts.includes(name)),
    1,
  );
});

test('every environment variable that a page names is read somewhere', () => {
  const find = (page: string) =>
    matches(codeOf(page), /(?<![\w${])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/g);
  const isThere = (name: string) => WORDS_OF_CODE.has(name) || OF_OTHERS.test(name);
  assertThere(goneNames(find, isThere), 20);
});

/** OpenTelemetry's own, and the kernel's flags. */
const OF_OTHERS = /^(OTEL|STA|TIME|CLOCK_(REALTIME|MONOTONIC)$)/;

test('every value of the chart that a page names is there', () => {
  // An answer of the API has a `clock` too.
  const fields = new Set(read('packages/contract/src/clock.ts').match(/\w+/g));
  const values = parse(read('charts/dataiku/values.yaml')) as Record<string, unknown>;
  const path = new RegExp(
    String.raw`(?<![\w.$/-])((?:${Object.keys(values).join('|')})(?:\.[a-z]\w*)+)(?![\w./-])`,
    'g',
  );
  // Names of hosts and files have dots too, and so have programs.
  const settings = (page: string) => codeOf(page).filter((line) => !/^ |\bimport\b/.test(line));
  const find = (page: string) =>
    matches(settings(page), path).filter((name) => !/\.(org|ts|json|yaml)$/.test(name));
  const isThere = (name: string) =>
    (name.startsWith('clock.') && fields.has(name.slice('clock.'.length))) ||
    name.split('.').reduce<unknown>((part, key) => valueAt(part, key), values) !== undefined;
  assertThere(goneNames(find, isThere), 10);
});

/** The value below a key. What is empty by default takes any key. */
function valueAt(part: unknown, key: string): unknown {
  if (part === null || typeof part !== 'object') return undefined;
  return Object.keys(part).length === 0 ? {} : (part as Record<string, unknown>)[key];
}

test('every alert of ours that a page names is there', () => {
  const find = (page: string) => matches(codeOf(page), /\b(Dataiku[A-Z]\w+)/g);
  assertThere(
    goneNames(find, (name) => WORDS_OF_CODE.has(name)),
    10,
  );
});

test('every image that a page names has the version that is built', () => {
  const { version } = JSON.parse(read('app/api/package.json')) as { version: string };
  const find = (page: string) => matches(codeOf(page), /\bdataiku(?:-api|-frontend)?:(\d[\w.]*)/g);
  assertThere(
    goneNames(find, (name) => name === version),
    1,
  );
});

suite('what the running API has', { timeout: 60_000 }, () => {
  let api: ApiProcess;
  const cleanUps: (() => Promise<void>)[] = [];

  before(async () => {
    const ntp = await startFakeServer(timeAhead(0n));
    cleanUps.push(ntp.close);
    api = await startApi({ NTP_SERVERS: `127.0.0.1:${ntp.port}` });
    cleanUps.push(api.kill);
  });
  after(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });

  test('every metric of ours that a page names is served', async () => {
    await fetch(`${api.url}/api/v1/time`);
    const metrics = await (await fetch(`${api.managementUrl}/metrics`)).text();
    const served = new Set(matches([metrics], /^# TYPE (\S+)/gm));
    const ours =
      /(?<![\w:$/.-])((?:http|clock|ntp|event|dataiku|nodejs|process)_[a-z0-9_]+[a-z0-9])(?![\w:])/g;
    const find = (page: string) => matches(codeSpansOf(read(page)), ours);
    const isThere = (name: string) =>
      served.has(name.replace(/_(bucket|sum|count)$/, '')) || name === 'clock_gettime';
    assertThere(goneNames(find, isThere), 15);
  });

  test('every path of the API that a page names is served', async () => {
    const document = await (await fetch(`${api.url}/api/openapi.json`)).json();
    const { paths } = document as { paths: Record<string, unknown> };
    // A page may also name what many paths begin with.
    const served = [...Object.keys(paths), '/api/docs', '/api/openapi.json'].map(
      (path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}(\\.txt)?$`),
    );
    const isBeginning = (name: string) =>
      Object.keys(paths).some((path) => path.startsWith(`${name}/`));
    const find = (page: string) =>
      matches(codeOf(page), /(?<!app)(\/api(?:\/[\w.{}/-]*[\w}])?)(?![\w@:])/g);
    const isThere = (name: string) => isBeginning(name) || served.some((path) => path.test(name));
    assertThere(goneNames(find, isThere), 20);
  });
});
