import { render } from '../chart/helm.ts';
import { containerOf, find, podOf } from '../chart/kubernetes-object.ts';
import { startPageNginx } from '../images/page-nginx.ts';
import { startApi } from '../system/api-process.ts';
import { forward } from '../system/forward.ts';
import { startLoopbackServer } from '../system/loopback-server.ts';
import { expect, test } from './page.fixture.ts';

// What the chart gives the two servers for this path, and nginx and the API behind a router that knows the
// paths of the Ingress and leaves them as they are.
const BASE_PATH = '/clock';
const objects = render({
  values: { host: 'time.example', basePath: BASE_PATH, ingress: { enabled: true } },
});
const [rule] = find(objects, 'Ingress', 'dataiku').spec?.rules ?? [];
const [mounted] = Object.values(
  objects
    .filter(({ kind }) => kind === 'ConfigMap')
    .map((object) => (object as unknown as { data: Record<string, string> }).data)[0] ?? {},
);
const env = containerOf(podOf(objects, 'api'), 'api').env ?? [];
const given = env.find(({ name }) => name === 'BASE_PATH')?.value ?? '';

test('below a path, page, service worker, API and drop-ins work', async ({ page }) => {
  const api = await startApi({ BASE_PATH: given });
  const nginx = await startPageNginx(undefined, mounted);
  const ports = [api.port, nginx.port];
  const edge = await startLoopbackServer((incoming, outgoing) => {
    const path = new URL(incoming.url ?? '', 'http://edge').pathname;
    const index = (rule?.http?.paths ?? []).findIndex(
      ({ path: prefix = '' }) => path === prefix || path.startsWith(`${prefix}/`),
    );
    if (index < 0) outgoing.writeHead(404).end();
    else forward(incoming, outgoing, { port: ports[index] ?? 0 });
  });

  // Without its slash, as somebody would type it.
  await page.goto(`${edge.url}${BASE_PATH}?zones=Europe/Paris`);
  expect(page.url()).toBe(`${edge.url}${BASE_PATH}/?zones=Europe/Paris`);
  await expect(page.getByRole('status')).toHaveText('Connected.');
  await expect(page.getByRole('listitem')).toContainText('Paris');

  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(`${edge.url}${BASE_PATH}/`);
  const kept = await page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain(`${BASE_PATH}/`);
  expect(kept.filter((path) => !path.startsWith(`${BASE_PATH}/`))).toEqual([]);

  const answers = await page.evaluate(async (base) => {
    const paths = ['api/v1/time', 'api/timezone/Europe/Paris', 'api/openapi.json', 'icon.svg'];
    return Promise.all(paths.map(async (path) => (await fetch(`${base}/${path}`)).status));
  }, `${edge.url}${BASE_PATH}`);
  expect(answers).toEqual([200, 200, 200, 200]);

  await page.goto(`${edge.url}${BASE_PATH}/api/docs`);
  await expect(page.getByText('/api/v1/time', { exact: true }).first()).toBeVisible();

  // Offline, the worker has all of it.
  await page.goto(`${edge.url}${BASE_PATH}/`);
  await edge.close();
  await page.context().setOffline(true);
  await page.goto(`${edge.url}${BASE_PATH}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  nginx.quit();
  await api.kill();
});
test.use({ mayLoseConnection: true });
