import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import { Clock } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { offsetReading } from '../clock/fake-host.fixture.ts';
import { readConfig } from '../config.ts';

async function serve(t: TestContext, environment: Record<string, string> = {}) {
  const ports = openPorts();
  const app = buildApp(readConfig(environment), ports);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  t.after(() => app.close());
  const turn = (kind: 'offset' | 'unknown') => {
    ports.source.reading =
      kind === 'offset'
        ? offsetReading()
        : { kind: 'unsynchronized', source: 'kernel', reason: 'lost' };
    ports.clock.refresh();
  };
  return { ...ports, app, url: `${url}/api/v1/events`, turn };
}

async function open(url: string): Promise<IncomingMessage> {
  const [response] = await once(get(url), 'response');
  return response;
}

/** Reads a stream by its blocks, the parts between blank lines. */
function reader(stream: IncomingMessage) {
  const chunks = stream.iterator({ destroyOnReturn: false });
  let text = '';
  return async (count: number): Promise<string[]> => {
    while (text.split('\n\n').length <= count) text += String((await chunks.next()).value);
    const blocks = text.split('\n\n');
    text = blocks.slice(count).join('\n\n');
    return blocks.slice(0, count);
  };
}

function data(block: string | undefined) {
  return JSON.parse(/^data: (.*)$/m.exec(block ?? '')?.[1] ?? '');
}

test('a stream begins with the state of the clock', async (t) => {
  const { url } = await serve(t);
  const stream = await open(url);
  assert.equal(stream.statusCode, 200);
  assert.equal(stream.headers['content-type'], 'text/event-stream; charset=utf-8');
  assert.equal(stream.headers['cache-control'], 'no-store');
  assert.equal(stream.headers['x-accel-buffering'], 'no');
  assert.equal(stream.headers['access-control-allow-origin'], '*');
  assert.ok(stream.headers['content-security-policy']);
  const [retry, clock] = await reader(stream)(2);
  assert.equal(retry, 'retry: 2000');
  assert.match(clock ?? '', /^event: clock\n/);
  assert.deepEqual([...Value.Errors(Clock, data(clock))], []);
  stream.destroy();
});

test('each change of state is told to everyone, and nothing else is', async (t) => {
  const { url, turn, clock } = await serve(t);
  const streams = [await open(url), await open(url)];
  const readers = streams.map(reader);
  for (const read of readers) await read(2);
  turn('unknown');
  clock.refresh();
  turn('offset');
  for (const read of readers) {
    const statuses = (await read(2)).map((block) => data(block).status);
    assert.deepEqual(statuses, ['unsynchronized', 'synchronized']);
  }
  for (const stream of streams) stream.destroy();
});

test('HEAD answers as GET would, and subscribes to nothing', async (t) => {
  const { app, metrics } = await serve(t);
  const answer = await app.inject({ method: 'HEAD', url: '/api/v1/events?ticks=true' });
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'text/event-stream; charset=utf-8');
  assert.match(await metrics.metrics(), /^event_streams 0$/m);
});

test('a stream that was asked for behind another request follows its answer', async (t) => {
  const { url, turn } = await serve(t);
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const requests = ['/api/v1/timezones', '/api/v1/events'];
  socket.write(requests.map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join(''));
  const chunks = socket.iterator({ destroyOnReturn: false });
  let text = '';
  const readTo = async (end: string) => {
    while (!text.includes(end)) text += String((await chunks.next()).value);
  };
  await readTo('event: clock');
  turn('unknown');
  await readTo('"status":"unsynchronized"');
  assert.match(text, /^HTTP\/1\.1 200 OK.*HTTP\/1\.1 200 OK.*\r\n\r\nretry: 2000\n\nevent: clock/s);
  socket.destroy();
});

test('an address that holds its share is told to come back later', async (t) => {
  const { url, app } = await serve(t, { EVENTS_PER_ADDRESS: '2' });
  const streams = [await open(url), await open(url)];
  const refused = await app.inject('/api/v1/events');
  assert.equal(refused.statusCode, 429);
  assert.equal(refused.headers['content-type'], 'application/problem+json; charset=utf-8');
  assert.equal(refused.json().code, 'too-many-streams');
  const retryAfter = Number(refused.headers['retry-after']);
  assert.ok(retryAfter >= 5 && retryAfter <= 30);
  for (const stream of streams) stream.destroy();
});

test('a place is free again when its stream is closed', async (t) => {
  const { url, metrics } = await serve(t, { EVENTS_PER_ADDRESS: '1' });
  const first = await open(url);
  first.destroy();
  while (!/^event_streams 0$/m.test(await metrics.metrics())) await new Promise(setImmediate);
  const second = await open(url);
  assert.equal(second.statusCode, 200);
  second.destroy();
});

test('who does not read is cut instead of buffered', async (t) => {
  const { url, turn, metrics } = await serve(t);
  const stream = await open(url);
  stream.on('error', () => {});
  const closed = once(stream, 'close');
  // The kernel's buffers take some megabytes first. All in one turn of the event loop, in which
  // nobody reads.
  for (let count = 0; count < 100_000; count += 1) turn(count % 2 === 0 ? 'unknown' : 'offset');
  assert.match(await metrics.metrics(), /^event_streams_cut_total 1$/m);
  stream.resume();
  await closed;
});

test('a shutdown ends each stream, and spreads when they come back', async (t) => {
  const { url, app } = await serve(t);
  const streams = await Promise.all(Array.from({ length: 8 }, () => open(url)));
  const texts = streams.map(async (stream) => (await stream.toArray()).join(''));
  await app.close();
  const retries = (await Promise.all(texts)).map((text) =>
    Number(/retry: (\d+)\n\n$/.exec(text)?.[1]),
  );
  for (const retry of retries) assert.ok(retry >= 2_000 && retry <= 12_000);
  assert.ok(new Set(retries).size > 1);
});

test('a stream counts neither as a request nor as a slow one', async (t) => {
  const { url, metrics, logLines } = await serve(t, { LOG_REQUESTS: 'all' });
  const stream = await open(url);
  stream.destroy();
  while (!/^event_streams 0$/m.test(await metrics.metrics())) await new Promise(setImmediate);
  assert.doesNotMatch(await metrics.metrics(), /route="\/api\/v1\/events"/);
  assert.deepEqual(
    logLines.filter(({ msg }) => msg === 'request'),
    [],
  );
});

test('an unknown parameter is refused before anything is streamed', async (t) => {
  const { app } = await serve(t);
  for (const query of ['tick=true', 'ticks=yes']) {
    const answer = await app.inject(`/api/v1/events?${query}`);
    assert.equal(answer.statusCode, 400);
    assert.equal(answer.json().parameter, query.split('=')[0]);
  }
});
