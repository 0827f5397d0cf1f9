import type { ServerResponse } from 'node:http';
import { forward } from '../system/forward.ts';
import { startLoopbackServer } from '../system/loopback-server.ts';
import { expect, test } from './page.fixture.ts';

/** Hands everything to the API but the events, which the test gives itself. */
async function serveEvents(apiPort: number, onEvents: (response: ServerResponse) => void) {
  let syncs = 0;
  const server = await startLoopbackServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/api/v1/events')) return onEvents(outgoing);
    if (incoming.url?.startsWith('/api/v1/sync')) syncs += 1;
    forward(incoming, outgoing, { port: apiPort });
  });
  return { ...server, syncs: () => syncs };
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
  await server.close();
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
    await server.close();
  });
});
