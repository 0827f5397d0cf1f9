import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { chromium } from '@playwright/test';
import { healthCheck } from '../health-check.ts';
import { IngressProxy } from './ingress-proxy.ts';
import { createNetwork, Pod, removeNetwork, runToTheEnd } from './pods.ts';

before(createNetwork);
after(removeNetwork);

/** Asks without a pause until told to stop, and tells what came back. */
function load(url: string, connections: number) {
  const statuses = new Map<number, number>();
  let isOn = true;
  const ask = async () => {
    while (isOn) {
      const answer = await fetch(url);
      await answer.arrayBuffer();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    }
  };
  const clients = Array.from({ length: connections }, ask);
  return {
    statuses,
    async stop() {
      isOn = false;
      await Promise.all(clients);
    },
  };
}

suite('two pods each behind an ingress', () => {
  const pods: { api: Pod[]; frontend: Pod[] } = { api: [], frontend: [] };
  let proxy: IngressProxy;
  let url = '';

  before(async () => {
    pods.api = [await Pod.start('api'), await Pod.start('api')];
    pods.frontend = [await Pod.start('frontend'), await Pod.start('frontend')];
    proxy = new IngressProxy(addresses(pods.api), addresses(pods.frontend));
    url = await proxy.listen();
  });
  after(async () => {
    await proxy.close();
    for (const pod of [...pods.api, ...pods.frontend]) pod.remove();
  });

  test('the API is ready soon', (t) => {
    t.diagnostic(`start to ready: ${pods.api.map((pod) => `${pod.startMs()} ms`).join(', ')}`);
  });

  test('each passes the health check of its image, and an API that does not answer fails it', () => {
    const [api] = pods.api as [Pod, Pod];
    const [frontend] = pods.frontend as [Pod, Pod];
    assert.equal(frontend.execute(healthCheck('app/frontend/Dockerfile')), 0);
    const ofApi = healthCheck('app/api/Dockerfile');
    assert.equal(api.execute(ofApi), 0);
    assert.equal(api.execute(ofApi, '--env=MANAGEMENT_PORT=1'), 1);
  });

  test('the page shows the time, without a fault in the console', async () => {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(url);
    await page.getByRole('status').filter({ hasText: 'Connected.' }).waitFor();
    await browser.close();
    assert.deepEqual(faults, []);
  });

  test('an API that stops under load loses no request, and ends with 0', async (t) => {
    const [stopping] = pods.api as [Pod, Pod];
    const requests = load(`${url}/api/v1/time`, 8);
    await stopping.answers('http:8080/api/v1/time', 200);
    stopping.tellToStop('SIGTERM');
    await stopping.answers('http:9464/readyz', 503);
    // As the cluster does with what is not ready; until here, the pod was sent requests as before.
    proxy.remove(stopping.address);
    assert.equal(await stopping.exitCode(), 0);
    await requests.stop();
    t.diagnostic(`answers by status: ${JSON.stringify([...requests.statuses])}`);
    assert.deepEqual([...requests.statuses.keys()], [200]);
  });

  test('a page server that stops under load loses no request, and ends with 0', async (t) => {
    const [stopping] = pods.frontend as [Pod, Pod];
    const requests = load(`${url}/`, 8);
    await stopping.answers('http:8080/healthz', 200);
    // nginx closes its port when it is told to stop: the chart's preStop gives the time for this.
    proxy.remove(stopping.address);
    stopping.tellToStop('SIGQUIT');
    assert.equal(await stopping.exitCode(), 0);
    await requests.stop();
    t.diagnostic(`answers by status: ${JSON.stringify([...requests.statuses])}`);
    assert.deepEqual([...requests.statuses.keys()], [200]);
  });
});

test('all in one serves the page and the API', async () => {
  const pod = await Pod.start('all');
  const page = await fetch(`http://${pod.address}:8080/`);
  assert.match(await page.text(), /<!doctype html>/);
  const time = await fetch(`http://${pod.address}:8080/api/v1/time`);
  assert.equal(time.status, 200);
  await time.arrayBuffer();
  assert.equal(pod.execute(healthCheck('app/api/Dockerfile')), 0);
  pod.remove();
});

test('a setting that is not allowed gives one line', () => {
  const end = runToTheEnd('api', '--env=PORT=x');
  assert.deepEqual(end, {
    exitCode: 1,
    log: ['dataiku-api: PORT is "x"; allowed: a whole number from 0 to 65535'],
  });
});

test('a page server without a /tmp that it may write to says so in one line', () => {
  const { exitCode, log } = runToTheEnd('frontend');
  assert.equal(exitCode, 1);
  assert.equal(log.length, 1);
  assert.match(log[0] ?? '', /\[emerg\].* "\/tmp\/.*Read-only file system/);
});

function addresses(list: readonly Pod[]): readonly string[] {
  return list.map((pod) => pod.address);
}
