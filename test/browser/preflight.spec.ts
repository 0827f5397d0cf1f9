import { startLoopbackServer } from '../system/loopback-server.ts';
import { expect, test } from './page.fixture.ts';

const HEADERS = {
  'accept-language': 'fr',
  baggage: 'key=value',
  'cache-control': 'no-cache',
  'content-type': 'application/json',
  pragma: 'no-cache',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  tracestate: 'vendor=value',
  'x-requested-with': 'XMLHttpRequest',
};

const PATHS = [
  '/api/v1/time',
  '/api/v1/sync?nonce=0123456789abcdefghijkl',
  '/api/timezone/Europe/Paris',
  '/api/timesync',
];

test('a page of another origin may send the headers of tracing and of common libraries', async ({
  api,
  page,
}) => {
  const elsewhere = await startLoopbackServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<link rel="icon" href="data:,">');
  });
  await page.goto(elsewhere.url);
  const send = (path: string, headers: Readonly<Record<string, string>>) =>
    page.evaluate(
      async ([url, headers]) => {
        const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'timesync' });
        const post = { method: 'POST', body, headers };
        const isPost = url.endsWith('/timesync');
        return (await fetch(url, isPost ? post : { headers })).status;
      },
      [`${api.url}${path}`, headers] as const,
    );
  for (const path of PATHS) {
    // The timesync protocol is JSON, and says so.
    const own = path === '/api/timesync' ? { 'content-type': 'application/json' } : {};
    for (const [name, value] of Object.entries(HEADERS)) {
      expect(await send(path, { ...own, [name]: value }), `${path} with ${name}`).toBe(200);
    }
    expect(await send(path, HEADERS), `${path} with all of them`).toBe(200);
  }
  await page.close();
  await elsewhere.close();
});
