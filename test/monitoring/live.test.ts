import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { after, before, suite, type TestContext, test } from 'node:test';
import { startFakeServer, timeAhead } from '../../app/api/src/ntp/fake-server.fixture.ts';
import { makeAuthority } from '../../app/api/src/ntp/nts/certificates.fixture.ts';
import { encodeReply } from '../../app/api/src/ntp/reply.fixture.ts';
import { type PageNginx, startPageNginx } from '../images/page-nginx.ts';
import { type ApiProcess, startApi } from '../system/api-process.ts';
import { startNtsChrony } from '../system/chrony-server.ts';
import { freeUdpPort } from '../system/free-port.ts';
import { type AlertReceiver, startAlertReceiver } from './alert-receiver.ts';
import { routingTo } from './alertmanager-routing.ts';
import { RECORDINGS } from './all-rules.ts';
import { debianTool, run } from './debian-tools.ts';
import { dataMissing, unusedMetrics } from './known-gaps.ts';
import {
  type Daemon,
  type Prometheus,
  RATE_INTERVAL,
  startAlertmanager,
  startNginxExporter,
  startPrometheus,
  type Target,
} from './prometheus-server.ts';
import { metricsIn } from './promql.ts';
import { dashboardQueries, ruleQueries, variableQueries } from './queries.ts';
import { startStandIn } from './stand-in.ts';

const NAMESPACE = 'live';
/** What somebody has chosen in the dashboards. */
const shown = {
  namespace: NAMESPACE,
  release: 'healthy',
  pod: '.*',
  __rate_interval: RATE_INTERVAL,
};

/**
 * What a fault may set off beside its own alert. 5 % of failures also use up the budget of days, and a
 * clock without its source that of the clock: whether that is noticed in time is a race. And a machine
 * that others share may be slow by itself.
 */
const mayFire = (alert: string | undefined) =>
  /^Dataiku(ErrorBudgetBurnSlow$|ClockBudgetBurn|Latency)/.test(alert ?? '');

/** Ends what was started, the last first. */
const cleanUps: (() => unknown)[] = [];
const later = (cleanUp: () => unknown) => cleanUps.push(cleanUp);

suite('a real Prometheus and Alertmanager', { timeout: 300_000 }, () => {
  let healthy: ApiProcess;
  let failing: ApiProcess;
  let doomed: ApiProcess;
  let page: PageNginx;
  let exporter: Daemon;
  let receiver: AlertReceiver;
  let prometheus: Prometheus;
  const seconds = new AbortController();

  before(async () => {
    const honest = await startFakeServer(timeAhead(0n));
    later(honest.close);
    // The first answer is the time, each further one forbids to ask again.
    const forbidding = await startFakeServer((request, client) =>
      forbidding.requests.length === 1
        ? timeAhead(0n)(request, client)
        : [encodeReply(request, { stratum: 0, leap: 3, referenceId: 'DENY' })],
    );
    later(forbidding.close);
    const ntp = (...ports: number[]) => ({
      CLOCK_SOURCES: 'ntp',
      NTP_SERVERS: ports.map((port) => `127.0.0.1:${port}`).join(),
    });
    const start = async (env: Record<string, string>) => {
      const api = await startApi({ LOG_LEVEL: 'info', ...env });
      later(api.kill);
      return api;
    };
    const authority = makeAuthority({ after: later });
    const nts = await startNtsChrony(authority.issue('DNS:localhost'));
    later(nts.stop);
    healthy = await start({
      ...ntp(honest.port, await freeUdpPort()),
      NTS_SERVERS: nts.name,
      NTS_CA_FILE: authority.certificateFile,
    });
    // Overloaded by what arrives at once: one turn of its loop may take 5 ms.
    failing = await start({ ...ntp(honest.port), EVENTS_PER_ADDRESS: '1', MAX_LOOP_LAG_MS: '1' });
    const survivor = await start(ntp(honest.port));
    doomed = await start(ntp(honest.port));
    const losing = await start(ntp(forbidding.port));

    page = await startPageNginx();
    later(() => {
      page.quit();
      return page.ended;
    });
    exporter = await startNginxExporter(page.statusPort);
    later(exporter.stop);
    const standIn = await startStandIn(NAMESPACE, 'healthy');
    later(standIn.close);
    receiver = await startAlertReceiver();
    later(receiver.close);
    const alertmanager = await startAlertmanager(routingTo(receiver.url));
    later(alertmanager.stop);
    prometheus = await startPrometheus(
      [
        apiTarget('healthy', 'a', healthy),
        apiTarget('failing', 'a', failing),
        apiTarget('killed', 'a', survivor),
        apiTarget('killed', 'b', doomed),
        apiTarget('losing', 'a', losing),
        {
          job: 'page',
          address: exporter.address,
          labels: identity('healthy', 'frontend', 'a'),
        },
        { job: 'cluster', address: new URL(standIn.url).host, labels: {} },
      ],
      alertmanager.address,
    );
    later(prometheus.stop);
    later(() => seconds.abort());
    // The only stream that an address may have there, held on to: what nobody holds is collected.
    const stream = await fetch(`${failing.url}/api/v1/events`);
    later(() => stream.body?.cancel());
  });

  after(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });

  test('an injected fault fires its alert and no other, and reaches the right receiver', async (t) => {
    await doomed.kill();
    const burn = receiver.alert('DataikuErrorBudgetBurn', 'firing');
    const down = receiver.alert('DataikuTargetDown', 'firing');
    const holdover = receiver.alert('DataikuClockHoldover', 'firing');
    await untilDone(t, Promise.all([burn, down, holdover]));

    const [page, ...tickets] = await Promise.all([burn, down, holdover]);
    assert.deepEqual(
      [page, ...tickets].map(({ receiver, labels }) => [receiver, labels.release]),
      [
        ['page', 'failing'],
        ['ticket', 'killed'],
        ['ticket', 'losing'],
      ],
    );
    for (const { annotations } of [page, ...tickets]) {
      assert.doesNotMatch(Object.values(annotations).join(), /no value|error expanding/i);
    }
    const names = (await prometheus.firing()).map(({ alertname, release }) => [release, alertname]);
    assert.deepEqual(names.filter(([, name]) => !mayFire(name)).toSorted(), [
      ['failing', 'DataikuErrorBudgetBurn'],
      ['killed', 'DataikuTargetDown'],
      ['losing', 'DataikuClockHoldover'],
    ]);
    const told = new Set(receiver.received.map(({ labels }) => labels.alertname));
    assert.deepEqual([...told].filter((name) => !mayFire(name)).toSorted(), [
      'DataikuClockHoldover',
      'DataikuErrorBudgetBurn',
      'DataikuTargetDown',
    ]);
  });

  test('every query of the dashboards gives data, or is known not to here', async () => {
    const empty: string[] = [];
    for (const { owner, expr } of dashboardQueries(shown)) {
      if ((await prometheus.query(expr)).length === 0) empty.push(owner);
    }
    assert.deepEqual(empty.toSorted(), Object.keys(dataMissing).toSorted());
  });

  test('the variables of the dashboards offer what runs here', async () => {
    const offered = new Set<string>();
    for (const { selector, label } of variableQueries(shown)) {
      const values = await prometheus.labelValues(label, selector);
      offered.add(`${label}: ${values.toSorted()}`);
    }
    assert.deepEqual(
      offered,
      new Set([
        `namespace: ${NAMESPACE}`,
        'release: failing,healthy,killed,losing',
        'pod: healthy-api-7f9c4d-a',
      ]),
    );
  });

  test('every rule is evaluated, and every recorded series has data', async () => {
    for (const { expr } of ruleQueries()) await prometheus.query(expr);
    const names = await prometheus.labelValues('__name__');
    for (const { record } of RECORDINGS) assert.ok(names.includes(record), record);
  });

  test('every metric that a query names exists', async () => {
    const names = [
      ...(await prometheus.labelValues('__name__')),
      ...exposedNames(await metricsOf(healthy.managementUrl)),
    ];
    for (const query of [...dashboardQueries(shown), ...ruleQueries()]) {
      for (const name of metricsIn(query))
        assert.ok(names.includes(name), `${query.owner}: ${name}`);
    }
  });

  test('every metric of the API and of the exporter is shown or alerted on, or deliberately not', async () => {
    const used = new Set(
      [...dashboardQueries(shown), ...ruleQueries()]
        .flatMap(metricsIn)
        .map((name) => name.replace(/_(bucket|count|sum)$/, '')),
    );
    const exposed = [healthy.managementUrl, `http://${exporter.address}`].map(metricsOf);
    const names = (await Promise.all(exposed)).flatMap(exposedNames);
    assert.ok(names.length > 40);
    assert.deepEqual(
      names.filter((name) => !used.has(name)).toSorted(),
      Object.keys(unusedMetrics).toSorted(),
    );
  });

  test('promtool finds nothing wrong with the metrics of the API', async () => {
    const { exitCode, output } = await run(
      debianTool('promtool'),
      ['check', 'metrics'],
      await metricsOf(healthy.managementUrl),
    );
    // What prom-client names itself: millions of processes do so.
    const ours = output.split('\n').filter((line) => line !== '' && !line.startsWith('nodejs_'));
    assert.deepEqual([ours, exitCode === 1], [[], false], output);
  });

  /** Sends mixed traffic on each second that the healthy API announces, until something has happened. */
  async function untilDone(t: TestContext, something: Promise<unknown>): Promise<void> {
    let isDone = false;
    const finished = something.then(() => {
      isDone = true;
    });
    const signal = AbortSignal.any([t.signal, seconds.signal]);
    const { body } = await fetch(`${healthy.url}/api/v1/events?ticks=true`, { signal });
    assert.ok(body !== null);
    for await (const _second of body) {
      await sendTraffic();
      if (isDone) return finished;
    }
  }

  async function sendTraffic(): Promise<void> {
    for (let i = 0; i < 19; i += 1) {
      await send(healthy.url, ['/api/v1/time', '/api/v1/compare', '/nothing', '/'][i % 4] ?? '/');
      await send(`http://127.0.0.1:${page.port}`, ['/', '/nothing'][i % 2] ?? '/');
      await send(failing.url, '/api/v1/time');
    }
    await send(failing.url, '/api/v1/events');
    await sendAtOnce(failing, '/api/v1/timezones?q=a');
  }
});

/** So many connections overload the failing server on any machine: a search takes it about a millisecond. */
const CONNECTIONS = 32;

/** Sends requests over many connections at once: over each, as many as may be under way there. */
async function sendAtOnce({ url }: ApiProcess, path: string): Promise<void> {
  const request = (connection: string) =>
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: ${connection}\r\n\r\n`;
  const sockets = Array.from({ length: CONNECTIONS }, () =>
    connect(Number(new URL(url).port), '127.0.0.1'),
  );
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  for (const socket of sockets) socket.write(request('keep-alive').repeat(7) + request('close'));
  await Promise.all(sockets.map((socket) => buffer(socket)));
}

async function send(url: string, path: string): Promise<number> {
  const answer = await fetch(url + path);
  await answer.arrayBuffer();
  return answer.status;
}

async function metricsOf(url: string): Promise<string> {
  return (await fetch(`${url}/metrics`)).text();
}

/** Those too that have no sample at the moment. */
function exposedNames(exposition: string): readonly string[] {
  return [...exposition.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
}

function apiTarget(release: string, pod: string, api: ApiProcess): Target {
  const address = api.managementUrl.replace('http://', '');
  return { job: `${release}-${pod}`, address, labels: identity(release, 'api', pod) };
}

function identity(release: string, component: string, pod: string) {
  const node = `node-${pod}`;
  const labels = { namespace: NAMESPACE, release, component, endpoint: 'metrics', node };
  return { ...labels, pod: `${release}-${component}-7f9c4d-${pod}` };
}
