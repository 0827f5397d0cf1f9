import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { after, suite, type TestContext, test } from 'node:test';
import { stringify } from 'yaml';
import { startLoopbackServer } from '../system/loopback-server.ts';
import { ROUTING, routingFrom, SPEC } from './alertmanager-routing.ts';
import { ALERTS } from './all-rules.ts';
import { debianTool, run } from './debian-tools.ts';
import { type Daemon, startAlertmanager } from './prometheus-server.ts';

const RELEASE = { namespace: 'prod', release: 'dataiku' };

suite('the routing of alerts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'routing-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'alertmanager.yaml');
  writeFileSync(file, stringify(ROUTING));
  const amtool = debianTool('amtool');

  test('is what Alertmanager takes', async () => {
    const { exitCode, output } = await run(amtool, ['check-config', file]);
    assert.equal(exitCode, 0, output);
    assert.match(output, /SUCCESS/);
    assert.match(output, /3 receivers/);
    assert.match(output, /5 inhibit rules/);
  });

  test('wakes somebody for what is critical, and lets the rest wait', async () => {
    for (const { alert, labels } of ALERTS) {
      const expected = labels.severity === 'critical' ? 'page' : 'ticket';
      assert.equal(await receiverOf(alert, labels.severity), expected, alert);
    }
    assert.equal(await receiverOf('AnyOfTheStack', 'critical'), 'page');
    assert.equal(await receiverOf('AnyOfTheStack', 'warning'), 'ticket');
  });

  test('tells nobody of what always fires, or only informs', async () => {
    assert.equal(await receiverOf('Watchdog', 'none'), 'nobody');
    assert.equal(await receiverOf('InfoInhibitor', 'none'), 'nobody');
    assert.equal(await receiverOf('AnyOfTheStack', 'info'), 'nobody');
  });

  test('inhibits by alerts that exist', () => {
    const names = ALERTS.map(({ alert }) => alert);
    const named = stringify(ROUTING).match(/Dataiku\w+/g) ?? [];
    assert.ok(named.length > 0);
    for (const name of named) assert.ok(names.includes(name), name);
  });

  test("has the receivers' addresses from a Secret that may be missing", () => {
    const [mount] = SPEC.volumeMounts;
    const volume = SPEC.volumes.find(({ name }) => name === mount?.name);
    assert.deepEqual(volume?.secret, { secretName: 'alertmanager-receivers', optional: true });
    for (const { name, slack_configs = [] } of ROUTING.receivers) {
      for (const { api_url_file } of slack_configs) {
        assert.equal(api_url_file, `${mount?.mountPath}/${name}`);
      }
    }
  });

  async function receiverOf(alert: string, severity: string): Promise<string> {
    const labels = [`alertname=${alert}`, `severity=${severity}`];
    const args = ['config', 'routes', 'test', `--config.file=${file}`, ...labels];
    return (await run(amtool, args)).output.split('\n')[0] ?? '';
  }
});

suite('a real Alertmanager without the addresses of its receivers', { timeout: 60_000 }, () => {
  test('stays up, keeps its alerts, and tells of them once it has an address', async (t) => {
    const { alertmanager, receivers } = await start(t);
    const { promise: message, resolve } = Promise.withResolvers<SlackMessage>();
    const chat = await startLoopbackServer(async (request, response) => {
      resolve((await json(request)) as SlackMessage);
      response.end('ok');
    });
    t.after(chat.close);

    const labels = { alertname: 'DataikuErrorBudgetBurn', severity: 'critical', ...RELEASE };
    const annotations = { summary: 'It fails', description: 'by 5 %', runbook_url: 'https://x/y' };
    await send(alertmanager, [{ labels, annotations }]);
    await alertmanager.logged(/page\/slack.*no such file or directory/);
    assert.equal((await fetch(`http://${alertmanager.address}/-/healthy`)).status, 200);
    assert.deepEqual(
      (await alertsOf(alertmanager)).map((alert) => alert.labels),
      [labels],
    );

    writeFileSync(join(receivers, 'page'), `${chat.url}/hook\n`);
    const [attachment] = (await message).attachments;
    assert.equal(attachment?.title, 'FIRING DataikuErrorBudgetBurn (1)');
    assert.equal(attachment?.text, 'It fails\nby 5 %\nhttps://x/y\n');
  });

  test('is silent about what follows from a graver alert, of the same release only', async (t) => {
    const { alertmanager } = await start(t);
    const critical = { severity: 'critical', ...RELEASE };
    const warning = { severity: 'warning', ...RELEASE };
    const labels: readonly Labels[] = [
      { alertname: 'DataikuErrorBudgetBurn', ...critical },
      { alertname: 'DataikuComponentDown', ...critical, component: 'api' },
      { alertname: 'DataikuErrorBudgetBurnSlow', ...warning },
      { alertname: 'DataikuErrorBudgetBurnSlow', ...warning, release: 'other' },
      { alertname: 'DataikuLatencyBudgetBurnSlow', ...warning },
      { alertname: 'DataikuTargetDown', ...warning, component: 'api', pod: 'a' },
      { alertname: 'DataikuTargetDown', ...warning, component: 'frontend', pod: 'a' },
    ];
    await send(
      alertmanager,
      labels.map((labels) => ({ labels })),
    );
    // It takes them in one after the other.
    let silent: readonly Labels[] = [];
    while (silent.length < 2) {
      silent = (await alertsOf(alertmanager))
        .filter(({ status }) => status.inhibitedBy.length > 0)
        .map((alert) => alert.labels);
    }
    assert.deepEqual(new Set(silent), new Set([labels[2], labels[5]]));
  });
});

type Labels = Readonly<Record<string, string>>;

interface SlackMessage {
  readonly attachments: readonly { readonly title: string; readonly text: string }[];
}

interface Alert {
  readonly labels: Labels;
  readonly status: { readonly inhibitedBy: readonly string[] };
}

/** With the routing of the platform, sent at once, to addresses in a folder that is empty. */
async function start(t: TestContext) {
  const receivers = mkdtempSync(join(tmpdir(), 'receivers-'));
  t.after(() => rmSync(receivers, { recursive: true }));
  const alertmanager = await startAlertmanager(routingFrom(receivers));
  t.after(alertmanager.stop);
  return { alertmanager, receivers };
}

/** Sends alerts as Prometheus does. */
async function send(
  { address }: Daemon,
  alerts: readonly { readonly labels: Labels; readonly annotations?: Labels }[],
): Promise<void> {
  const { status } = await fetch(`http://${address}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(alerts),
  });
  assert.equal(status, 200);
}

async function alertsOf({ address }: Daemon): Promise<readonly Alert[]> {
  return (await (await fetch(`http://${address}/api/v2/alerts`)).json()) as Alert[];
}
