import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { after, before, suite, test } from 'node:test';
import { type LoopbackServer, startLoopbackServer } from '../system/loopback-server.ts';
import { render, type Values } from './helm.ts';
import { containerOf, find, podOf } from './kubernetes-object.ts';
import { valueSets } from './value-sets.ts';

interface Target {
  readonly name: string;
  readonly url: string;
  readonly address?: string;
  readonly answer: string;
}

const containerWith = (values: Values) => containerOf(podOf(render({ values }), 'test'), 'test');
const targetsWith = (values: Values) =>
  JSON.parse(containerWith(values).args?.at(-1) ?? '') as readonly Target[];

suite('the pod that helm test runs', () => {
  test("runs the API's own image, once, and goes when it passed", () => {
    const objects = render({ values: valueSets.production });
    const pod = find(objects, 'Pod', 'dataiku-test');
    assert.deepEqual(pod.metadata.annotations, {
      'helm.sh/hook': 'test',
      'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded',
    });
    assert.equal(pod.spec?.restartPolicy, 'Never');
    assert.equal(pod.spec?.containers[0]?.image, containerOf(podOf(objects, 'api'), 'api').image);
  });

  test('asks both Services', () => {
    assert.deepEqual(
      targetsWith({}).map(({ url, answer }) => [url, answer]),
      [
        ['http://dataiku-api/api/v1/time', 'time'],
        ['http://dataiku-frontend/', 'page'],
      ],
    );
  });

  test("asks both paths of the Ingress's name, at the controller's address", () => {
    const [, , ...asked] = targetsWith(valueSets.everything);
    const [, , ...resolved] = targetsWith(valueSets.production);
    const origin = 'https://dataiku.promoldova.org/clock';
    const urls = [`${origin}/api/v1/time`, `${origin}/`];
    assert.deepEqual(
      asked.map(({ url }) => url),
      urls,
    );
    assert.deepEqual(
      asked.map(({ address }) => address),
      Array(2).fill('traefik.traefik:8443'),
    );
    assert.deepEqual(
      resolved.map(({ address }) => address),
      ['', ''],
    );
  });
});

suite('the script that helm test runs', () => {
  let server: LoopbackServer;
  let address: string;

  // An ingress controller as the script sees it: it knows one name.
  before(async () => {
    server = await startLoopbackServer(({ url, headers }, response) => {
      if (headers.host !== 'time.example') response.writeHead(404).end();
      else if (url === '/') response.setHeader('content-type', 'text/html').end('<!doctype html>');
      else if (url === '/api/v1/time') response.end('{"now":"2026-11-23T05:07:02.879099121Z"}');
      else response.end('{"now":"later"}');
    });
    address = new URL(server.url).host;
  });
  after(() => server.close());

  const time = { name: 'the Ingress', url: 'http://time.example/api/v1/time', answer: 'time' };
  const page = { name: 'the Ingress', url: 'http://time.example/', answer: 'page' };

  test('ends well when everything answers, with a line for each', async () => {
    const targets = [time, page].map((target) => ({ ...target, address }));
    assert.deepEqual(await ask(targets), {
      code: 0,
      output:
        'the Ingress: http://time.example/api/v1/time answers\nthe Ingress: http://time.example/ answers\n',
    });
  });

  test('asks the host of the URL where no address is given', async () => {
    const { code, output } = await ask([{ ...time, url: `http://${address}/`, address: '' }]);
    assert.equal(code, 1);
    assert.match(output, /answers 404/);
  });

  const failures = {
    'the name is not served': [{ ...time, url: 'http://other.example/api/v1/time' }, /answers 404/],
    'the time is none': [{ ...time, url: 'http://time.example/x' }, /tells no time: .*later/],
    'the page is the API': [{ ...page, url: time.url }, /answers with undefined/],
  } as const;
  for (const [name, [target, problem]] of Object.entries(failures)) {
    test(`fails, and says why, when ${name}`, async () => {
      const { code, output } = await ask([
        { ...target, address },
        { ...page, address },
      ]);
      assert.equal(code, 1);
      assert.match(output, problem);
      assert.match(output, /time\.example\/ answers\n$/, 'the others are asked all the same');
    });
  }

  test('fails, and says why, when nobody listens', async () => {
    const { code, output } = await ask([{ ...time, address: '127.0.0.1:1' }]);
    assert.equal(code, 1);
    assert.match(output, /ECONNREFUSED/);
  });
});

/** Runs the rendered command, with these targets in the place of its own, asking each once. */
async function ask(targets: readonly Target[]): Promise<{ code: number; output: string }> {
  const { command = [], args = [] } = containerWith({});
  const [program, ...options] = command;
  assert.equal(program, 'node');
  const [script = ''] = args;
  const child = spawn(process.execPath, [...options, script, '1', JSON.stringify(targets)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { code, output };
}
