import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startApi } from '../system/api-process.ts';
import { startPageNginx } from './page-nginx.ts';
import { exchangeRaw, type RawAnswer } from './raw-exchange.ts';

// The page is served by nginx on a cluster and by the API elsewhere; nobody may see a difference.

const PAGE = fileURLToPath(new URL('../../app/frontend/dist', import.meta.url));
const files = readdirSync(PAGE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.gz') && entry.name !== 'index.html')
  .map((entry) => `${entry.parentPath.slice(PAGE.length)}/${entry.name}`);
const script = files.find((path) => path.endsWith('.js')) ?? '';
const LONG = 20_000;
const ENCODINGS = [
  '',
  'gzip, deflate, br, zstd',
  'identity',
  'br',
  '*',
  'gzip;q=0',
  'gzip;q=0, *',
  'GZIP',
];

const [api, nginx] = await Promise.all([
  // Whatever else this machine does, no request is turned away.
  startApi({ MAX_LOOP_LAG_MS: '60000' }),
  startPageNginx(),
]);
after(async () => {
  nginx.quit();
  await Promise.all([api.kill(), nginx.ended]);
});

function request(path: string, { method = 'GET', headers = [] as string[], body = '' } = {}) {
  const head = [`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** What differs with the server, and not with the answer. */
const OWN_HEADERS = ['connection', 'date', 'etag', 'keep-alive', 'last-modified', 'server'];
/** The API serves parts of files, nginx doesn't: see "known differences". */
const RANGES = 'accept-ranges';

function comparable({ status, headers, body }: RawAnswer) {
  const compared = [...headers].filter(([name]) => ![...OWN_HEADERS, RANGES].includes(name));
  return {
    status,
    headers: Object.fromEntries(compared),
    isValidated: headers.has('etag') && headers.has('last-modified'),
    body: body.toString('latin1'),
  };
}

async function assertSameAnswer(bytes: string, status: number): Promise<void> {
  const [fromApi, fromNginx] = await Promise.all([
    exchangeRaw(api.port, bytes),
    exchangeRaw(nginx.port, bytes),
  ]);
  assert.equal(fromApi.status, status);
  assert.deepEqual(comparable(fromNginx), comparable(fromApi));
}

suite('both servers give the same answer', () => {
  for (const path of ['/', '/?a=b', ...files]) {
    const kind = path.replace(/-[\w-]{8}\./, '-….');
    for (const accepted of ENCODINGS) {
      test(`for ${kind} to those who accept "${accepted}"`, async () => {
        const headers = accepted === '' ? [] : [`Accept-Encoding: ${accepted}`];
        await assertSameAnswer(request(path, { headers }), 200);
      });
    }
  }

  test('to those who come through a proxy, or by HTTP/1.0', async () => {
    const headers = ['Accept-Encoding: gzip', 'Via: 1.1 proxy'];
    await assertSameAnswer(request('/', { headers }), 200);
    await assertSameAnswer(`GET / HTTP/1.0\r\n${headers.join('\r\n')}\r\n\r\n`, 200);
  });

  for (const path of ['/', script, '/none']) {
    for (const headers of [[], ['Accept-Encoding: gzip']]) {
      test(`to HEAD for ${path.replace(script, 'the script')} with "${headers}"`, async () => {
        const status = path === '/none' ? 404 : 200;
        await assertSameAnswer(request(path, { method: 'HEAD', headers }), status);
      });
    }
  }

  for (const path of ['/', '/icon.svg', script]) {
    test(`when ${path.replace(script, 'the script')} has not changed`, async () => {
      for (const headers of [[], ['Accept-Encoding: gzip']]) {
        for (const server of [api, nginx]) {
          const first = await exchangeRaw(server.port, request(path, { headers }));
          const condition = `If-None-Match: ${first.headers.get('etag')}`;
          const bytes = request(path, { headers: [...headers, condition] });
          const second = await exchangeRaw(server.port, bytes);
          assert.deepEqual([second.status, second.body.length], [304, 0]);
          assert.equal(second.headers.get('cache-control'), first.headers.get('cache-control'));
          assert.equal(second.headers.get('vary'), 'accept-encoding');
        }
      }
    });
  }

  for (const [condition, status] of [
    ['If-None-Match: *', 304],
    ['If-None-Match: "other"', 200],
    ['If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT', 304],
    ['If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT', 200],
    ['If-Match: "other"', 412],
    ['If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT', 412],
  ] as const) {
    test(`under the condition ${condition}`, async () => {
      await assertSameAnswer(request('/', { headers: [condition] }), status);
    });
  }

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    test(`to ${method}`, async () => {
      await assertSameAnswer(request('/', { method }), 405);
      await assertSameAnswer(request('/icon.svg', { method }), 405);
      await assertSameAnswer(request('/none', { method }), 404);
    });
  }

  const absent = [
    '/index.html',
    '/index.html.gz',
    '/assets',
    '/assets/',
    `${script}.gz`,
    '/zones',
    '/ICON.SVG',
    '/icon.svg/',
    '/icon.svg;x',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2E%2E%2Fsecret.txt',
    '/..%2fsecret.txt',
    '/..\\secret.txt',
    '/..',
    '/.',
    '//',
    '//icon.svg',
    '/./icon.svg',
    '/assets/../icon.svg',
    '/%2f',
    '/%3f',
    '/icon.svg%00.js',
    '/.refused/unknown-path',
    'http://localhost/none',
  ];
  for (const path of absent) {
    test(`to ${path.replace(script, 'the script')}`, () => assertSameAnswer(request(path), 404));
  }

  for (const path of ['/icon%2esvg', '/%69con.svg', '/icon.svg?', '/icon.svg?/../x', '/?%zz']) {
    test(`to ${path}, another spelling`, () => assertSameAnswer(request(path), 200));
  }

  for (const [what, bytes, status] of [
    ['a broken percent-encoding', request('/%zz'), 400],
    ['half a percent-encoding', request('/icon.svg%'), 400],
    ['a control character', request('/\x01'), 400],
    ['no HTTP', 'nonsense\r\n\r\n', 400],
    ['an unknown version of HTTP', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n', 400],
    ['a tunnel', request('/', { method: 'CONNECT' }), 405],
    ['a length that is none', request('/', { headers: ['Content-Length: x'] }), 400],
    ['a long query', request(`/?${'a'.repeat(4090)}`), 200],
    ['a URL of 4097 characters', request(`/?${'a'.repeat(4095)}`), 414],
    ['a path of 4097 characters', request(`/${'a'.repeat(4096)}`), 414],
    ['a URL that fills the buffers', request(`/${'a'.repeat(LONG)}`), 414],
    ['a header that fills the buffers', request('/', { headers: [`X: ${'a'.repeat(LONG)}`] }), 431],
    ['a long header', request('/', { headers: [`X: ${'a'.repeat(5000)}`] }), 200],
    ['an unknown expectation', request('/', { headers: ['Expect: something'] }), 200],
  ] as const) {
    test(`to ${what}`, () => assertSameAnswer(bytes, status));
  }

  for (const [what, bytes] of [
    ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two Hosts', request('/', { headers: ['Host: other'] })],
    ['a Host with a space', request('/').replace('localhost', 'local host')],
    ['a Host with a path', request('/').replace('localhost', 'localhost/')],
    ['GET for the whole server', request('*')],
  ] as const) {
    test(`to ${what}, but for the sentence`, async () => {
      for (const { port } of [api, nginx]) {
        const { status, body } = await exchangeRaw(port, bytes);
        assert.equal(status, 400);
        assert.equal(JSON.parse(body.toString()).code, 'malformed-request');
      }
    });
  }

  for (const [length, path, method, status] of [
    [5, '/', 'GET', 200],
    [5, '/', 'POST', 405],
    [16_384, '/', 'POST', 405],
    [16_385, '/', 'POST', 413],
    [16_385, '/none', 'POST', 413],
  ] as const) {
    test(`to ${method} ${path} with a body of ${length} bytes`, async () => {
      const headers = [`Content-Length: ${length}`];
      const bytes = request(path, { method, headers, body: 'a'.repeat(length) });
      await assertSameAnswer(bytes, status);
    });
  }
});

suite('known differences: nginx', () => {
  const fromNginx = (bytes: string) => exchangeRaw(nginx.port, bytes);

  test('answers with the whole file to those who ask for a part of it', async () => {
    const whole = await fromNginx(request('/'));
    for (const range of ['bytes=0-9', 'bytes=99999-', 'bytes=0-1,3-4']) {
      const answer = await fromNginx(request('/', { headers: [`Range: ${range}`] }));
      assert.equal(answer.status, 200);
      assert.deepEqual(answer.body, whole.body);
      assert.equal(answer.headers.get(RANGES), undefined);
    }
  });

  test('says that it is healthy, to GET and HEAD alone', async () => {
    const answer = await fromNginx(request('/healthz'));
    assert.deepEqual([answer.status, answer.body.toString()], [200, 'healthy\n']);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal((await fromNginx(request('/healthz', { method: 'HEAD' }))).status, 200);
    assert.equal((await fromNginx(request('/healthz', { method: 'POST' }))).status, 405);
  });

  test('names itself, but not its version', async () => {
    assert.equal((await fromNginx(request('/'))).headers.get('server'), 'nginx');
    const refusal = await fromNginx(request('/none'));
    assert.equal(refusal.headers.get('server'), 'nginx');
    assert.doesNotMatch(refusal.body.toString(), /nginx/);
  });

  test('answers that nothing changed to those who want no answer of a cache, too', async () => {
    for (const [{ port }, status] of [
      [nginx, 304],
      [api, 200],
    ] as const) {
      const etag = (await exchangeRaw(port, request('/'))).headers.get('etag');
      const headers = [`If-None-Match: ${etag}`, 'Cache-Control: no-cache'];
      assert.equal((await exchangeRaw(port, request('/', { headers }))).status, status);
    }
  });

  test('overlooks a header without a colon', async () => {
    assert.equal((await fromNginx(request('/', { headers: ['nonsense'] }))).status, 200);
  });
});

test('nginx tells its counters on loopback, and nothing else there', async () => {
  const counters = await exchangeRaw(nginx.statusPort, request('/stub_status'));
  assert.equal(counters.status, 200);
  assert.match(counters.body.toString(), /^Active connections: \d+ /);
  assert.equal((await exchangeRaw(nginx.statusPort, request('/'))).status, 404);
});
