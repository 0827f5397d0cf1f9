import { type AlteredServer, startAlteredServer } from './altered-server.ts';
import { test as base } from './page.fixture.ts';

/** A test of the page over a server whose answers and clock the test alters. */
export const test = base.extend<{ readonly server: AlteredServer }>({
  server: async ({ api }, use) => {
    const server = await startAlteredServer(api.port);
    await use(server);
    await server.proxy.close();
  },
  // The page goes before its server, or it would complain of it.
  page: async ({ page, server: _ }, use) => {
    await use(page);
    await page.close();
  },
});

export { expect } from './page.fixture.ts';
