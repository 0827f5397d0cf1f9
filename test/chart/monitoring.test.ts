import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { RULES as RULE_FILES } from '../../monitoring/rules/rule-files.ts';
import { THRESHOLDS } from '../../monitoring/rules/thresholds.ts';
import { complaints } from '../monitoring/alert-case.ts';
import { CHART, render } from './helm.ts';
import { all, find, isSelected, type Labels, podOf } from './kubernetes-object.ts';
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
  const values = {
    prometheusRule: { enabled: true, labels: { release: 'kube-prometheus-stack' } },
    dashboards: { enabled: true, annotations: { grafana_folder: 'Dataiku' } },
  };

  test('become one object each, with the labels by which they are picked up', (t) => {
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
    const shown = DASHBOARD.replace('}}"', '}} (time/dataiku)"').replace('"clock"', '"clock-$1"');
    const [[file, text = ''] = ['']] = Object.entries(dashboard.data ?? {});
    assert.equal(file, 'time-dataiku-clock.json');
    assert.equal(text.replace(/clock-[0-9a-f]{8}"/, 'clock-$1"'), shown);
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

suite('the alerts', () => {
  interface Alert {
    readonly alert?: string;
    readonly record?: string;
    readonly expr: unknown;
    readonly for?: string;
    readonly labels?: Readonly<Record<string, string>>;
  }
  const rulesWith = (prometheusRule: object): readonly Alert[] =>
    all(
      render({ values: { prometheusRule: { enabled: true, ...prometheusRule } } }),
      'PrometheusRule',
    )
      .flatMap(({ spec }) => spec?.groups ?? [])
      .flatMap(({ rules = [] }) => rules as readonly Alert[]);
  const alertOf = (rules: readonly Alert[], name: string) =>
    rules.find(({ alert }) => alert === name);

  test('are those of the files until they are changed', () => {
    const written = Object.values(RULE_FILES).flatMap((groups) =>
      groups.flatMap(({ rules }) => rules),
    );
    const rendered = rulesWith({});
    assert.equal(rendered.length, written.length);
    for (const rule of written) {
      const same = rendered.some((other) => isDeepStrictEqual(other, rule));
      assert.ok(same, JSON.stringify(rule));
    }
  });

  test('have the thresholds of the values, whose defaults are those of the rules', () => {
    const { prometheusRule } = parse(readFileSync(join(CHART, 'values.yaml'), 'utf8'));
    assert.deepEqual(prometheusRule.thresholds, THRESHOLDS);
    const thresholds = { errors: 0.01, slow: 0.05, uncertain: 0.02, certificate: 0.2 };
    const recorded = rulesWith({ thresholds }).filter(({ record }) =>
      /:threshold$/.test(record ?? ''),
    );
    assert.deepEqual(Object.fromEntries(recorded.map(({ record, expr }) => [record, expr])), {
      'dataiku:errors:threshold': 'vector(0.01)',
      'dataiku:slow:threshold': 'vector(0.05)',
      'dataiku:uncertain:threshold': 'vector(0.02)',
      'dataiku:certificate:threshold': 'vector(0.2)',
    });
  });

  test('can each be switched off, and have another duration and severity', () => {
    const rules = rulesWith({
      alerts: {
        DataikuCrashLoop: { for: '15m', severity: 'critical' },
        DataikuPodsOnOneNode: { enabled: false },
      },
    });
    const { for: duration, labels } = alertOf(rules, 'DataikuCrashLoop') ?? {};
    assert.deepEqual([duration, labels], ['15m', { severity: 'critical' }]);
    assert.equal(alertOf(rules, 'DataikuPodsOnOneNode'), undefined);
  });

  test('of namespaces that do not page are never critical', async () => {
    const groups = all(
      render({
        values: { prometheusRule: { enabled: true, pagingNamespaces: ['production', 'shop'] } },
      }),
      'PrometheusRule',
    ).flatMap(({ spec }) => spec?.groups ?? []);
    const down = (namespace: string) =>
      `up{namespace="${namespace}",release="dataiku",component="api",endpoint="metrics",pod="a"}`;
    const firing = (namespace: string, severity: string) => ({
      labels: { namespace, release: 'dataiku', component: 'api', severity },
      summary: `No api of ${namespace}/dataiku answers`,
      description: 'Prometheus reaches none of the api pods of dataiku: 0 of them are up.',
    });
    const names = ['production', 'shop', 'staging', 'preproduction'];
    const problem = await complaints(groups as never, {
      alert: 'DataikuComponentDown',
      interval: '1m',
      series: Object.fromEntries(names.map((name) => [down(name), '0x30'])),
      at: {
        '10m': names.map((name, index) => firing(name, index < 2 ? 'critical' : 'warning')),
      },
    });
    assert.equal(problem, '');
  });
});

suite('instead of the ServiceMonitor,', () => {
  test('a PodMonitor scrapes the pods, with the same labels on each series', () => {
    const objects = render({ values: valueSets['pods scraped'] });
    const { spec } = find(objects, 'PodMonitor', 'dataiku');
    assert.deepEqual(
      spec?.podMetricsEndpoints?.map(({ port }) => port),
      ['management', 'metrics'],
    );
    for (const { relabelings = [] } of spec?.podMetricsEndpoints ?? []) {
      assert.deepEqual(
        relabelings.map(({ targetLabel, replacement }) => [targetLabel, replacement]),
        [
          ['release', 'dataiku'],
          ['component', undefined],
          ['node', undefined],
          ['endpoint', 'metrics'],
        ],
      );
    }
    for (const component of ['api', 'frontend']) {
      assert.ok(isSelected(podOf(objects, component).labels, spec?.selector.matchLabels as Labels));
    }
    assert.deepEqual(all(objects, 'ServiceMonitor'), []);
  });

  test("Google's PodMonitoring does", () => {
    const objects = render({ values: valueSets["pods scraped by Google's Prometheus"] });
    const [monitoring] = objects.filter(({ kind }) => kind === 'PodMonitoring') as unknown as {
      spec: { endpoints: object[] };
    }[];
    assert.deepEqual(
      monitoring?.spec.endpoints,
      ['management', 'metrics'].map((port) => ({
        port,
        interval: '30s',
        timeout: '10s',
        metricRelabeling: [{ targetLabel: 'release', replacement: 'dataiku', action: 'replace' }],
      })),
    );
  });
});

test("the Grafana operator's dashboards are those of the ConfigMaps", () => {
  const objects = render({ values: valueSets.everything });
  const dashboards = objects.filter(({ kind }) => kind === 'GrafanaDashboard') as unknown as {
    spec: { configMapRef: { name: string; key: string } };
  }[];
  assert.equal(dashboards.length, 4);
  for (const { spec } of dashboards) {
    const { data = {} } = find(objects, 'ConfigMap', spec.configMapRef.name);
    assert.deepEqual(Object.keys(data), [spec.configMapRef.key]);
  }
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
