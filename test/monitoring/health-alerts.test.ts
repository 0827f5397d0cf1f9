import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from '../../monitoring/rules/rule-files.ts';
import { type AlertCase, complaints, unseen } from './alert-case.ts';

const GROUPS = RULES['health.yaml'] ?? [];

const IDENTITY = { namespace: 'prod', release: 'dataiku' };

/** `up` of one pod of a component. */
function up(pod: string, node: string, component = 'api'): string {
  return `up{namespace="prod",release="dataiku",component="${component}",endpoint="metrics",pod="${pod}",node="${node}"}`;
}

/** What kube-state-metrics says of the ReplicaSet of a pod. */
function owner(pod: string, replicaSet: string): string {
  return `kube_pod_owner{namespace="prod",pod="${pod}",owner_kind="ReplicaSet",owner_name="${replicaSet}"}`;
}

async function assertAlert(alertCase: AlertCase): Promise<void> {
  assert.equal(await complaints(GROUPS, alertCase), '');
}

test('a pod that is not reached for three minutes is reported, until it is', async () => {
  await assertAlert({
    alert: 'DataikuTargetDown',
    interval: '30s',
    series: { [up('dataiku-api-1', 'n1')]: '1x4 0x12 1x60', [up('dataiku-api-2', 'n2')]: '1x80' },
    at: {
      '3m': [],
      '6m': [
        {
          labels: {
            ...IDENTITY,
            component: 'api',
            endpoint: 'metrics',
            pod: 'dataiku-api-1',
            node: 'n1',
          },
          summary: 'prod/dataiku-api-1 does not answer',
          description:
            'Prometheus has not reached the metrics of dataiku-api-1 (api of dataiku, on n1) for 3 minutes.',
        },
      ],
      '10m': [],
    },
  });
});

test('targets of others are left to others', async () => {
  await assertAlert({
    alert: 'DataikuTargetDown',
    interval: '30s',
    series: {
      'up{namespace="x",component="api",endpoint="metrics"}': '0x40',
      'up{namespace="x",release="y",component="database",endpoint="metrics"}': '0x40',
      'up{namespace="x",release="y",component="api",endpoint="web"}': '0x40',
    },
    at: { '20m': [] },
  });
});

test('a component of which no pod answers pages within two minutes, until one does', async () => {
  await assertAlert({
    alert: 'DataikuComponentDown',
    interval: '30s',
    series: {
      [up('dataiku-api-1', 'n1')]: '1x2 0x10 1x60',
      [up('dataiku-api-2', 'n2')]: '1 0x60',
      [up('dataiku-frontend-1', 'n1', 'frontend')]: '1x60',
    },
    at: {
      '1m': [],
      '3m': [
        {
          labels: { ...IDENTITY, component: 'api' },
          summary: 'No api of prod/dataiku answers',
          description: 'Prometheus reaches none of the api pods of dataiku: 0 of them are up.',
        },
      ],
      '10m': [],
    },
  });
});

test('a component whose targets are gone pages, until they are back', async () => {
  await assertAlert({
    alert: 'DataikuMetricsAbsent',
    interval: '1m',
    series: {
      [up('dataiku-api-1', 'n1')]: '1x5 _x30 1x60',
      [up('dataiku-frontend-1', 'n1', 'frontend')]: '1x100',
    },
    at: {
      '5m': [],
      '30m': [
        {
          labels: { ...IDENTITY, component: 'api' },
          summary: 'Nothing is known of api of dataiku',
          description:
            'Prometheus has no target any more for api of prod/dataiku: no other alert can fire for it.',
        },
      ],
      '45m': [],
    },
  });
});

test('no target at all pages, even where there never was one', async () => {
  await assertAlert({
    alert: 'DataikuMetricsAbsent',
    interval: '1m',
    series: { 'up{job="another"}': '1x60' },
    at: {
      '5m': [],
      '15m': [
        {
          labels: { endpoint: 'metrics' },
          summary: 'Nothing is known of any component of any release',
          description:
            'Prometheus has no target any more for any component of any namespace/any release: no other alert can fire for it.',
        },
      ],
    },
  });
});

test('pods that share their only node are reported, until one has moved', async () => {
  await assertAlert({
    alert: 'DataikuPodsOnOneNode',
    interval: '1m',
    series: {
      [up('dataiku-api-1', 'n1')]: '1x120',
      [up('dataiku-api-2', 'n1')]: '1x60 _x60',
      [up('dataiku-api-3', 'n2')]: '_x60 1x60',
      'kube_node_info{node="n1"}': '1x120',
      'kube_node_info{node="n2"}': '1x120',
    },
    at: {
      '20m': [],
      '40m': [
        {
          labels: { ...IDENTITY, component: 'api' },
          summary: 'All api pods of prod/dataiku are on one node',
          description: 'The pods of api share 1 node: when it goes, all of them go.',
        },
      ],
      '70m': [],
    },
  });
});

test('one pod, or one node in the whole cluster, is nothing to report', async () => {
  for (const series of [
    { [up('dataiku-api-1', 'n1')]: '1x60', 'kube_node_info{node="n1"}': '1x60' },
    {
      [up('dataiku-api-1', 'n1')]: '1x60',
      [up('dataiku-api-2', 'n1')]: '1x60',
      'kube_node_info{node="n1"}': '1x60',
    },
    { [up('dataiku-api-1', 'n1')]: '1x60', [up('dataiku-api-2', 'n2')]: '1x60' },
  ]) {
    await assertAlert({
      alert: 'DataikuPodsOnOneNode',
      interval: '1m',
      series,
      at: { '50m': [] },
    });
  }
});

test('a pod that ends again and again is reported until it runs, and no pod of others', async () => {
  const waiting = (pod: string, namespace = 'prod') =>
    `kube_pod_container_status_waiting_reason{namespace="${namespace}",pod="${pod}",container="api",reason="CrashLoopBackOff"}`;
  await assertAlert({
    alert: 'DataikuCrashLoop',
    interval: '1m',
    series: {
      [up('dataiku-api-7f9c4d-x2xab', 'n1')]: '0x20 1x60',
      [waiting('dataiku-api-7f9c4d-x2xab')]: '1x3 _ 1x16 _x60',
      [waiting('other-api-7f9c4d-x2xab')]: '1x80',
      [owner('other-api-7f9c4d-x2xab', 'other-api-7f9c4d')]: '1x80',
      [owner('dataiku-api-7f9c4d-x2xab', 'dataiku-api-7f9c4d')]: '1x80',
      [waiting('dataiku-api-7f9c4d-x2xab', 'elsewhere')]: '1x80',
    },
    at: {
      '4m': [],
      '15m': [
        {
          labels: {
            ...IDENTITY,
            component: 'api',
            owner_name: 'dataiku-api-7f9c4d',
            pod: 'dataiku-api-7f9c4d-x2xab',
            reason: 'CrashLoopBackOff',
          },
          summary: 'prod/dataiku-api-7f9c4d-x2xab ends again and again',
          description:
            'A container of dataiku-api-7f9c4d-x2xab (api of dataiku) is in CrashLoopBackOff.',
        },
      ],
      '30m': [],
    },
  });
});

test('a pod whose name Kubernetes has cut is reported too', async () => {
  const release = 'a-release-of-so-many-letters-that-names-are-cut';
  const pod = `${release}-frontendx2xab`;
  const labels = `namespace="prod",pod="${pod}"`;
  await assertAlert({
    alert: 'DataikuCrashLoop',
    interval: '1m',
    series: {
      [up(pod, 'n1', 'frontend').replace('release="dataiku"', `release="${release}"`)]: '0x60',
      [`kube_pod_container_status_waiting_reason{${labels},reason="CrashLoopBackOff"}`]: '1x60',
      [owner(pod, `${release}-frontend-7f9c4d`)]: '1x60',
    },
    at: {
      '15m': [
        {
          labels: {
            namespace: 'prod',
            release,
            component: 'frontend',
            pod,
            reason: 'CrashLoopBackOff',
            owner_name: `${release}-frontend-7f9c4d`,
          },
          summary: `prod/${pod} ends again and again`,
          description: `A container of ${pod} (frontend of ${release}) is in CrashLoopBackOff.`,
        },
      ],
    },
  });
});

test('a rollout that does not come on is reported until it does, and none of others', async () => {
  const stuck = (deployment: string) =>
    `kube_deployment_status_condition{namespace="prod",deployment="${deployment}",condition="Progressing",status="false"}`;
  await assertAlert({
    alert: 'DataikuRolloutStuck',
    interval: '1m',
    series: {
      [up('dataiku-frontend-7f9c4d-x2xab', 'n1', 'frontend')]: '1x60',
      [stuck('dataiku-frontend')]: '0x5 1x15 0x40',
      [stuck('other-frontend')]: '1x60',
    },
    at: {
      '8m': [],
      '15m': [
        {
          labels: { ...IDENTITY, component: 'frontend', deployment: 'dataiku-frontend' },
          summary: 'The rollout of prod/dataiku-frontend is stuck',
          description:
            'The new pods of dataiku-frontend have not become ready within their deadline. The old ones go on serving.',
        },
      ],
      '30m': [],
    },
  });
});

test('a certificate that was not renewed pages by the share that is left of its lifetime', async () => {
  // Of 100 hours, renewed after 80 h; the other one has 33 % left at the end.
  const name = (fact: string, certificate: string, namespace = 'prod') =>
    `certmanager_certificate_${fact}_timestamp_seconds{namespace="cert-manager",exported_namespace="${namespace}",name="${certificate}"}`;
  await assertAlert({
    alert: 'DataikuCertificateExpiry',
    interval: '1h',
    series: {
      [up('dataiku-api-1', 'n1')]: '1x100',
      [name('not_before', 'dataiku-tls')]: '0x79 288000x20',
      [name('not_after', 'dataiku-tls')]: '360000x79 648000x20',
      [name('not_before', 'fresh-tls')]: '180000x100',
      [name('not_after', 'fresh-tls')]: '540000x100',
      [name('not_before', 'others-tls', 'elsewhere')]: '0x100',
      [name('not_after', 'others-tls', 'elsewhere')]: '1000x100',
    },
    at: {
      '74h': [],
      '78h': [
        {
          labels: { namespace: 'prod', exported_namespace: 'prod', name: 'dataiku-tls' },
          summary: 'The certificate prod/dataiku-tls was not renewed',
          description:
            '22% of its lifetime is left; cert-manager renews at 33 %. Once it has expired, browsers refuse the site.',
        },
      ],
      '82h': [],
    },
  });
});

const clockStatus = (status: string) =>
  `clock_status{namespace="prod",release="dataiku",component="api",pod="dataiku-api-1",node="n1",status="${status}"}`;

for (const status of ['unsynchronized', 'contradictory', 'unknown']) {
  test(`a clock that is ${status} for five minutes is reported, until it is not`, async () => {
    await assertAlert({
      alert: 'DataikuClockWithoutBound',
      interval: '1m',
      series: { [clockStatus(status)]: '0 1x20 0x40', [clockStatus('holdover')]: '1 0x60' },
      at: {
        '4m': [],
        '8m': [
          {
            labels: { ...IDENTITY, pod: 'dataiku-api-1', node: 'n1', status },
            summary: `The clock of prod/dataiku-api-1 is ${status}`,
            description:
              'Answers of dataiku-api-1 on n1 have no interval: it can not say how far its clock is from UTC.',
          },
        ],
        '30m': [],
      },
    });
  });
}

test('a clock without its source for ten minutes is reported, until it is back', async () => {
  await assertAlert({
    alert: 'DataikuClockHoldover',
    interval: '1m',
    series: {
      [clockStatus('holdover')]: '0 1x20 0x40',
      [clockStatus('synchronized')]: '1 0x20 1x40',
    },
    at: {
      '9m': [],
      '15m': [
        {
          labels: { ...IDENTITY, pod: 'dataiku-api-1', node: 'n1', status: 'holdover' },
          summary: 'The clock of prod/dataiku-api-1 has lost its source',
          description:
            'The bound of dataiku-api-1 on n1 grows with each second, until there is none.',
        },
      ],
      '30m': [],
    },
  });
});

test('a clock that rests on what can be forged, although NTS servers are named, is reported', async () => {
  const of = (metric: string, pod: string) =>
    `${metric}{namespace="prod",release="dataiku",component="api",pod="${pod}",node="n1"}`;
  await assertAlert({
    alert: 'DataikuClockUnauthenticated',
    interval: '1m',
    series: {
      [of('clock_authenticated', 'dataiku-api-1')]: '1x5 0x20 1x60',
      [of('nts_cookies', 'dataiku-api-1')]: '8x5 0x20 8x60',
      // Nobody asked for authentication here.
      [of('clock_authenticated', 'dataiku-api-2')]: '0x80',
    },
    at: {
      '14m': [],
      '20m': [
        {
          labels: { ...IDENTITY, pod: 'dataiku-api-1', node: 'n1' },
          summary: 'The clock of prod/dataiku-api-1 rests on sources that can be forged',
          description:
            'NTS servers are set for dataiku-api-1 on n1, but its answers rest on plain NTP or on the kernel, and say "authenticated": false.',
        },
      ],
      '40m': [],
    },
  });
});

test('a clock that is synchronized is nothing to report', async () => {
  for (const alert of ['DataikuClockWithoutBound', 'DataikuClockHoldover']) {
    await assertAlert({
      alert,
      interval: '1m',
      series: { [clockStatus('synchronized')]: '1x60', [clockStatus('unknown')]: '0x60' },
      at: { '1h': [] },
    });
  }
});

const ofApi = (metric: string, pod: string, labels = '') =>
  `${metric}{namespace="prod",release="dataiku",component="api",pod="${pod}",node="n1"${labels}}`;

test('zone data of the year before the last is reported, until there is newer', async () => {
  await assertAlert({
    alert: 'DataikuZoneDataOld',
    interval: '10m',
    series: { [ofApi('tzdb_age_seconds', 'dataiku-api-1')]: '63000000x6 63100000x12 31000000x12' },
    at: {
      '1h': [],
      '150m': [
        {
          labels: IDENTITY,
          summary: 'The zone data of prod/dataiku is old',
          description:
            'dataiku uses no release of the tz database from this year or the last: some zones are an hour off by now.',
        },
      ],
      '4h': [],
    },
  });
});

test('pods that answer from different zone data for three hours are reported, until they agree', async () => {
  await assertAlert({
    alert: 'DataikuZoneDataDiffers',
    interval: '10m',
    series: {
      [ofApi('tzdb_info', 'dataiku-api-1', ',version="2026f"')]: '1x60',
      [ofApi('tzdb_info', 'dataiku-api-2', ',version="2026c"')]: '1x30 stale',
      [ofApi('tzdb_info', 'dataiku-api-3', ',version="2026f"')]: '1x60',
    },
    at: {
      '2h': [],
      '4h': [
        {
          labels: IDENTITY,
          summary: 'The pods of prod/dataiku disagree about the zone data',
          description:
            '2 releases of the tz database are in use at once: the same question gets different answers.',
        },
      ],
      '6h': [],
    },
  });
});

test('every alert of the file was seen firing, staying quiet and resolving', () => {
  assert.deepEqual(unseen(GROUPS), []);
});
