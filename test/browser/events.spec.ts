import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './page.fixture.ts';

/** Hands everything to the API but the events, which the test gives itself. */
async function serveEvents(apiPort: number, onEvents: (response: ServerResponse) => void) {
  let syncs = 0;
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url: path = '' } = incoming;
    if (path.startsWith('/api/v1/events')) return onEvents(outgoing);
    if (path.startsWith('/api/v1/sync')) syncs += 1;
    request({ host: '127.0.0.1', port: apiPort, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    syncs: () => syncs,
    close: () => server.closeAllConnections(),
  };
}

test('the page asks at once when the server tells of a change', async ({ api, page }) => {
  let stream: ServerResponse | undefined;
  const server = await serveEvents(api.port, (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    stream = response;
  });
  await page.goto(server.url);
  await expect.poll(server.syncs).toBeGreaterThanOrEqual(8);
  // By itself the page asks every 4 s: ten times would outlast this test.
  for (let count = 0; count < 10; count += 1) {
    const before = server.syncs();
    stream?.write('event: clock\ndata: {}\n\n');
    await expect.poll(server.syncs, { intervals: [20] }).toBeGreaterThan(before);
  }
  await page.close();
  server.close();
});

test.describe('turned away', () => {
  test.use({ mayLoseConnection: true });

  test('a refused event stream is asked for again, which no browser does itself', async ({
    api,
    page,
  }) => {
    let asked = 0;
    const server = await serveEvents(api.port, (response) => {
      asked += 1;
      response.writeHead(503).end();
    });
    await page.goto(server.url);
    await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
    await expect(page.getByRole('status')).toHaveText('Connected.');
    await page.close();
    server.close();
  });
});
