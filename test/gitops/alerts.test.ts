import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { unpackPackage } from '../system/unpack-package.ts';
import { applicationOf, renderRoot, valuesOf } from './manifests.ts';

const debian = unpackPackage('prometheus');
const stack = applicationOf(renderRoot(), 'kube-prometheus-stack');
const { additionalPrometheusRulesMap: rules } = valuesOf(stack) as {
  additionalPrometheusRulesMap: { delivery: object };
};

const DAY = 86_400;
/** A certificate of so many days, of which some have passed already. */
const certificate = (lifetimeDays: number, ageDays: number) => [
  {
    series: `certmanager_certificate_not_before_timestamp_seconds{${labels}}`,
    values: `${-ageDays * DAY}x200`,
  },
  {
    series: `certmanager_certificate_not_after_timestamp_seconds{${labels}}`,
    values: `${(lifetimeDays - ageDays) * DAY}x200`,
  },
];
const labels = 'name="grafana-tls",exported_namespace="monitoring"';

/** What promtool has against so many alerts firing, after series that begin at time 0. */
function judge(series: readonly object[], alert: string, minutes: number, firing: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'alerts-'));
  writeFileSync(join(folder, 'rules.yaml'), JSON.stringify(rules.delivery));
  const unit = {
    rule_files: ['rules.yaml'],
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: series,
        promql_expr_test: [
          {
            expr: `count(ALERTS{alertname="${alert}",alertstate="firing"}) or vector(0)`,
            eval_time: `${minutes}m`,
            exp_samples: [{ labels: '{}', value: firing }],
          },
        ],
      },
    ],
  };
  writeFileSync(join(folder, 'test.yaml'), JSON.stringify(unit));
  const run = spawnSync(`${debian}/usr/bin/promtool`, ['test', 'rules', 'test.yaml'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return run.status === 0 ? '' : run.stdout + run.stderr;
}

const application = (state: string) => [
  { series: `argocd_app_info{name="dataiku-production",${state}}`, values: '1x200' },
];

const cases: readonly (readonly [string, readonly object[], string, number, number])[] = [
  [
    'a 45-day certificate that was renewed in time',
    certificate(45, 29),
    'CertificateNotRenewed',
    120,
    0,
  ],
  ['a 45-day certificate with a fifth left', certificate(45, 36), 'CertificateNotRenewed', 120, 1],
  ['a 90-day certificate with a third left', certificate(90, 60), 'CertificateNotRenewed', 120, 0],
  ['a 6-day certificate with a fifth left', certificate(6, 4.8), 'CertificateNotRenewed', 120, 1],
  ['a renewal that is an hour late only', certificate(45, 36), 'CertificateNotRenewed', 30, 0],
  [
    "an environment's certificate, which the chart's own alert watches",
    certificate(45, 36).map(({ series, values }) => ({
      series: series.replace('"monitoring"', '"dataiku-production"'),
      values,
    })),
    'CertificateNotRenewed',
    120,
    0,
  ],
  ['nobody watching', [], 'CertificatesUnwatched', 60, 1],
  ['certificates being watched', certificate(45, 1), 'CertificatesUnwatched', 60, 0],
  [
    'a certificate that is not issued',
    [
      {
        series: `certmanager_certificate_ready_status{condition="True",${labels}}`,
        values: '0x200',
      },
    ],
    'CertificateNotReady',
    30,
    1,
  ],
  [
    'an Application in step',
    application('sync_status="Synced",health_status="Healthy"'),
    'ApplicationNotSynced',
    30,
    0,
  ],
  [
    'an Application out of step',
    application('sync_status="OutOfSync",health_status="Healthy"'),
    'ApplicationNotSynced',
    30,
    1,
  ],
  [
    'a degraded Application',
    application('sync_status="Synced",health_status="Degraded"'),
    'ApplicationNotHealthy',
    30,
    1,
  ],
  [
    'a healthy Application',
    application('sync_status="Synced",health_status="Healthy"'),
    'ApplicationNotHealthy',
    30,
    0,
  ],
];
for (const [name, series, alert, minutes, firing] of cases) {
  test(`${alert} ${firing === 1 ? 'fires' : 'is silent'} for ${name}`, () => {
    assert.equal(judge(series, alert, minutes, firing), '');
  });
}
