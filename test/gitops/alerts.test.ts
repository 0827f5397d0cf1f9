import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AlertCase, complaints, unseen } from '../monitoring/alert-case.ts';
import { DELIVERY_GROUPS } from './monitoring-stack.ts';

const DAY_S = 86_400;
const CERTIFICATE = { name: 'grafana-tls', exported_namespace: 'monitoring' };
const notBefore = (namespace = 'monitoring') => ofCertificate('not_before', namespace);
const notAfter = (namespace = 'monitoring') => ofCertificate('not_after', namespace);

function ofCertificate(fact: string, namespace: string): string {
  return `certmanager_certificate_${fact}_timestamp_seconds{name="grafana-tls",exported_namespace="${namespace}"}`;
}

function notRenewed(left: string) {
  return {
    labels: CERTIFICATE,
    summary: `monitoring/grafana-tls has ${left} of its lifetime left, and was not renewed`,
    description: 'Once it has expired, browsers refuse the site.',
  };
}

async function assertAlert(alertCase: AlertCase): Promise<void> {
  assert.equal(await complaints(DELIVERY_GROUPS, alertCase), '');
}

for (const days of [90, 45, 6]) {
  test(`a certificate of ${days} days pages with a fifth left, until it is renewed`, async () => {
    const hundredthS = (days * DAY_S) / 100;
    await assertAlert({
      alert: 'CertificateNotRenewed',
      interval: `${hundredthS}s`,
      series: {
        [notBefore()]: `0x84 ${85 * hundredthS}x30`,
        [notAfter()]: `${100 * hundredthS}x84 ${185 * hundredthS}x30`,
      },
      at: {
        // Renewal is due with a third left.
        [`${70 * hundredthS}s`]: [],
        [`${80 * hundredthS}s`]: [notRenewed('20%')],
        [`${90 * hundredthS}s`]: [],
      },
    });
  });
}

test('a renewal that is late by less than an hour pages nobody', async () => {
  await assertAlert({
    alert: 'CertificateNotRenewed',
    interval: '10m',
    series: { [notBefore()]: `${-36 * DAY_S}x20`, [notAfter()]: `${9 * DAY_S}x20` },
    at: { '30m': [], '2h': [notRenewed('19.81%')] },
  });
});

test("an environment's certificate is left to the chart's own alert", async () => {
  const namespace = 'dataiku-production';
  await assertAlert({
    alert: 'CertificateNotRenewed',
    interval: '10m',
    series: {
      [notBefore(namespace)]: `${-36 * DAY_S}x20`,
      [notAfter(namespace)]: `${9 * DAY_S}x20`,
    },
    at: { '2h': [] },
  });
});

test('a certificate that is not issued is reported, until it is', async () => {
  const labels = { ...CERTIFICATE, condition: 'True' };
  await assertAlert({
    alert: 'CertificateNotReady',
    interval: '1m',
    series: {
      'certmanager_certificate_ready_status{name="grafana-tls",exported_namespace="monitoring",condition="True"}':
        '0x30 1x30',
    },
    at: {
      '10m': [],
      '20m': [
        {
          labels,
          summary: 'monitoring/grafana-tls has no certificate yet',
          description: "The usual cause is a challenge that Let's Encrypt can't reach.",
        },
      ],
      '40m': [],
    },
  });
});

test('it is reported that nobody watches certificates, until somebody does', async () => {
  await assertAlert({
    alert: 'CertificatesUnwatched',
    interval: '1m',
    series: { [notAfter()]: '_x60 1x60' },
    at: {
      '20m': [],
      '40m': [
        {
          labels: {},
          summary: 'No certificate is watched, so that none would be missed',
          description: "Prometheus doesn't reach cert-manager, or nothing asks for a certificate.",
        },
      ],
      '80m': [],
    },
  });
});

const IN_ORDER = { name: 'dataiku-production', sync_status: 'Synced', health_status: 'Healthy' };

/** Two series of an Application: how it is for half an hour, and in order afterwards. */
function wasOnce(state: Partial<typeof IN_ORDER>) {
  const series = (labels: typeof IN_ORDER) =>
    `argocd_app_info{${Object.entries(labels).map(([name, value]) => `${name}="${value}"`)}}`;
  const labels = { ...IN_ORDER, ...state };
  return { labels, series: { [series(labels)]: '1x30 _x60', [series(IN_ORDER)]: '_x30 1x60' } };
}

test('an Application that is out of step is reported, until it is in step', async () => {
  const { labels, series } = wasOnce({ sync_status: 'OutOfSync' });
  const firing = {
    labels,
    summary: 'dataiku-production is OutOfSync: the cluster does not run what git says',
    description: 'Either a manifest is refused, or a smoke test fails.',
  };
  const at = { '10m': [], '20m': [firing], '50m': [] };
  await assertAlert({ alert: 'ApplicationNotSynced', interval: '1m', series, at });
});

test('an Application that is degraded is reported, until it is healthy', async () => {
  const { labels, series } = wasOnce({ health_status: 'Degraded' });
  const firing = {
    labels,
    summary: 'dataiku-production is Degraded',
    description: 'The last release is the first suspect.',
  };
  const at = { '10m': [], '20m': [firing], '50m': [] };
  await assertAlert({ alert: 'ApplicationNotHealthy', interval: '1m', series, at });
});

test('an Application that somebody suspended is not reported', async () => {
  const { series } = wasOnce({ health_status: 'Suspended' });
  await assertAlert({
    alert: 'ApplicationNotHealthy',
    interval: '1m',
    series,
    at: { '25m': [] },
  });
});

test('every alert of the platform was seen firing, staying quiet and resolving', () => {
  assert.deepEqual(unseen(DELIVERY_GROUPS), []);
});
