import assert from 'node:assert/strict';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { SyncAnswer } from '@dataiku-assessment/contract';
import { startApi } from './api-process.ts';
import { spawn } from './spawn.ts';
import { startSyncProxy } from './sync-proxy.ts';

const COMMAND = fileURLToPath(new URL('../../packages/clock-sync/src/cli.ts', import.meta.url));

async function run(...args: string[]) {
  const child = spawn(process.execPath, ['--conditions=source', COMMAND, ...args]);
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { stdout, stderr, status };
}

/** What a server says that knows UTC within 2 ms. */
function synchronized(answer: SyncAnswer): SyncAnswer {
  return {
    ...answer,
    utcMinusHost: { minNs: '-2000000', maxNs: '2000000' },
    clock: { ...answer.clock, status: 'synchronized', reason: null },
  };
}

test('the command tells the offset and exits by what is known of UTC', async (t) => {
  const api = await startApi({ CLOCK_SOURCES: 'none' });
  t.after(api.kill);
  const proxy = await startSyncProxy([{ port: api.port, alter: synchronized }]);
  t.after(proxy.close);

  const known = await run('--max-bound', '60000', proxy.url);
  assert.equal(known.status, 0);
  assert.match(
    known.stdout,
    /^this clock agrees with UTC within [\d.]+ ms; the server is synchronized/,
  );

  const tooCoarse = await run('--max-bound', '1', '--json', proxy.url);
  assert.equal(tooCoarse.status, 1);
  const report = JSON.parse(tooCoarse.stdout);
  assert.equal(report.synchronized, false);
  assert.equal(report.scale, 'utc');
  assert.ok(report.boundMs >= 2);

  const unknown = await run(api.url);
  assert.equal(unknown.status, 1);
  assert.match(unknown.stdout, /agrees with the server's clock within .*; the server is unknown: /);
});

test('a server that does not answer is an exit status of 1, and the reason is told', async (t) => {
  const api = await startApi();
  t.after(api.kill);
  await api.kill();
  const { stdout, status } = await run('--timeout', '1', api.url);
  assert.equal(status, 1);
  assert.match(stdout, /^no answer yet: .*ECONNREFUSED/);
});

test('a reader that has seen enough ends a watch without a complaint', async (t) => {
  const api = await startApi();
  t.after(api.kill);
  const child = spawn(process.execPath, ['--conditions=source', COMMAND, '--watch', api.url]);
  child.stdout.once('data', () => child.stdout.destroy());
  const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

test('wrong usage is an exit status of 2, and the usage is told', async () => {
  const { stderr, status } = await run('nonsense');
  assert.equal(status, 2);
  assert.match(
    stderr,
    /^clock-sync: <url> is "nonsense", but must be an http or https address\nusage: /,
  );
});
