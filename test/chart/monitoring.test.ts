import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { CHART, render } from './helm.ts';
import { all, find } from './kubernetes-object.ts';
import { valueSets } from './value-sets.ts';

const RULES = `# A comment, as generated files have one.
groups:
  - name: clock
    rules:
      - alert: ClockLost
        expr: 'clock_status{status="unknown"} == 1'
        annotations: { summary: 'Clock of {{ $labels.pod }} is lost' }
`;
const DASHBOARD = '{\n  "title": "Clock {{pod}}",\n  "uid": "clock"\n}\n';

suite('the ServiceMonitor', () => {
  const monitor = find(render({ values: valueSets.production }), 'ServiceMonitor', 'dataiku');

  test("scrapes every 30 seconds, what is called metrics, of this release's Services", () => {
    const [endpoint, ...others] = monitor.spec?.endpoints ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual([endpoint?.port, endpoint?.interval], ['metrics', '30s']);
    assert.deepEqual(monitor.spec?.selector.matchLabels, {
      'app.kubernetes.io/name': 'dataiku',
      'app.kubernetes.io/instance': 'dataiku',
    });
  });

  test('is picked up by the labels that the values give', () => {
    assert.equal(monitor.metadata.labels?.release, 'kube-prometheus-stack');
  });

  test('says of each series which release, component and node it comes from', () => {
    const { relabelings = [] } = monitor.spec?.endpoints[0] ?? {};
    assert.deepEqual(
      relabelings.map(({ targetLabel }) => targetLabel),
      ['release', 'component', 'node'],
    );
  });

  test('leaves no default to the cluster, which Argo CD would take for a difference', () => {
    const { relabelings = [] } = monitor.spec?.endpoints[0] ?? {};
    assert.deepEqual(
      relabelings.map(({ action }) => action),
      relabelings.map(() => 'replace'),
    );
  });
});

suite("the rules and dashboards of the chart's files", () => {
  const values = valueSets.everything;

  test('become one object each, word for word, with the labels by which they are picked up', (t) => {
    const chart = chartWith(t, {
      'rules/clock.yaml': RULES,
      'dashboards/clock.json': DASHBOARD,
      'dashboards/overview.json': DASHBOARD,
    });
    const objects = render({ chart, values });
    const rule = find(objects, 'PrometheusRule', 'dataiku-rules-clock');
    assert.equal(rule.metadata.labels?.release, 'kube-prometheus-stack');
    const alert = rule.spec?.groups?.[0]?.rules?.[0];
    assert.equal(alert?.annotations?.summary, 'Clock of {{ $labels.pod }} is lost');

    const dashboard = find(objects, 'ConfigMap', 'dataiku-dashboard-clock');
    assert.equal(dashboard.metadata.labels?.grafana_dashboard, '1');
    assert.deepEqual(dashboard.metadata.annotations, { grafana_folder: 'Dataiku' });
    assert.deepEqual(dashboard.data, { 'dataiku-clock.json': DASHBOARD });
    assert.ok(find(objects, 'ConfigMap', 'dataiku-dashboard-overview'));
  });

  test('make nothing where there is no file', (t) => {
    const objects = render({ chart: chartWith(t, {}), values });
    assert.deepEqual([...all(objects, 'PrometheusRule'), ...all(objects, 'ConfigMap')], []);
  });

  test('make nothing until they are asked for', (t) => {
    const chart = chartWith(t, { 'rules/clock.yaml': RULES, 'dashboards/clock.json': DASHBOARD });
    const objects = render({ chart });
    assert.deepEqual([...all(objects, 'PrometheusRule'), ...all(objects, 'ConfigMap')], []);
  });
});

/** A copy of the chart with these rules and dashboards, and no others. */
function chartWith(
  t: { after(run: () => void): void },
  files: Readonly<Record<string, string>>,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'chart-'));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(CHART, folder, {
    recursive: true,
    filter: (path) => !/files\/(rules|dashboards)\/[^/]+$/.test(path),
  });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, 'files', name), text);
  }
  return folder;
}
