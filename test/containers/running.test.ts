import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { TimeAnswer } from '@dataiku-assessment/contract';
import { healthCheck } from '../images/health-check.ts';
import { Container, runToTheEnd } from './container.ts';
import type { ImageName } from './engine.ts';

/** Asks the addresses in turn, on kept connections, until told to stop; counts the answers. */
function load(addresses: readonly string[]) {
  const urls = new Set(addresses);
  const outcomes = new Map<number | string, number>();
  const underWay = new Map<string, Set<Promise<void>>>(addresses.map((url) => [url, new Set()]));
  let isOn = true;
  let turn = 0;
  const ask = async (url: string) => {
    const outcome = await fetch(url).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      (error: Error) => String(error.cause ?? error),
    );
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  };
  const keepAsking = async () => {
    while (isOn) {
      const url = [...urls][turn++ % urls.size] ?? '';
      const asking = ask(url);
      underWay.get(url)?.add(asking);
      await asking;
      underWay.get(url)?.delete(asking);
    }
  };
  const clients = Array.from({ length: 8 }, keepAsking);
  return {
    outcomes,
    /** Sends no more requests to an address, as when it leaves the endpoints; waits for the open ones. */
    async retire(url: string) {
      urls.delete(url);
      await Promise.all(underWay.get(url) ?? []);
    },
    async stop() {
      isOn = false;
      await Promise.all(clients);
    },
  };
}

for (const [name, path, signal] of [
  ['dataiku-api', '/api/v1/time', 'SIGTERM'],
  ['dataiku-frontend', '/', 'SIGQUIT'],
] as const) {
  suite(`two containers of ${name}`, () => {
    const containers: Container[] = [];
    before(async () => {
      for (let i = 0; i < 2; i += 1) containers.push(await Container.start(name));
    });
    after(() => {
      for (const container of containers) container.remove();
    });

    test('one that stops under load loses no request, and ends with 0', async (t) => {
      const [stopping, other] = containers as [Container, Container];
      const stoppingUrl = stopping.url(8080, path);
      const requests = load([stoppingUrl, other.url(8080, path)]);
      await stopping.answers(8080, path, 200);
      if (signal === 'SIGTERM') {
        stopping.tellToStop(signal);
        await stopping.answers(9464, '/readyz', 503);
        // Until here it was sent requests; a cluster now takes it out of the endpoints.
        await requests.retire(stoppingUrl);
      } else {
        // nginx closes its port when it is told to stop: the chart's preStop gives the time for this.
        await requests.retire(stoppingUrl);
        stopping.tellToStop(signal);
      }
      assert.equal(await stopping.exitCode(), 0);
      await requests.stop();
      t.diagnostic(`answers: ${JSON.stringify([...requests.outcomes])}`);
      assert.deepEqual([...requests.outcomes.keys()], [200]);
    });
  });
}

test('all in one serves the page and the API', async () => {
  const container = await Container.start('dataiku');
  const page = await fetch(container.url(8080, '/'));
  assert.match(await page.text(), /<!doctype html>/);
  const time = await fetch(container.url(8080, '/api/v1/time'));
  assert.equal(time.status, 200);
  await time.arrayBuffer();
  container.remove();
});

for (const name of ['dataiku-api', 'dataiku'] satisfies ImageName[]) {
  test(`${name} has the native file that reads the kernel's clock`, async () => {
    const container = await Container.start(name);
    const answer = await fetch(container.url(8080, '/api/v1/time'));
    const { clock } = (await answer.json()) as TimeAnswer;
    container.remove();
    assert.doesNotMatch(String(clock.reason), /can't be read/);
  });
}

for (const [name, file] of [
  ['dataiku-api', 'app/api/Dockerfile'],
  ['dataiku-frontend', 'app/frontend/Dockerfile'],
  ['dataiku', 'app/api/Dockerfile'],
] as const) {
  // The command itself: an image in OCI's format, as podman builds it, has no health check.
  test(`${name} passes the health check of its Dockerfile`, async () => {
    const container = await Container.start(name);
    container.execute(healthCheck(file));
    container.remove();
  });
}

for (const name of ['dataiku-api', 'dataiku'] satisfies ImageName[]) {
  test(`${name} says in one line which setting is not allowed`, () => {
    assert.deepEqual(runToTheEnd(name, '--env=PORT=x'), {
      exitCode: 1,
      log: ['dataiku-api: PORT is "x"; allowed: a whole number from 0 to 65535'],
    });
  });
}
