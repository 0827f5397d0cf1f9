import { ALL_TARGETS, API_TARGETS, COMPONENT } from '../series.ts';
import { type AlertRule, alert } from './rule.ts';
import { threshold } from './thresholds.ts';

/** Components that were scraped within a day: what they leave behind is looked for. */
const SEEN = 'dataiku:component:seen_1d';
export const SEEN_RULE = {
  record: SEEN,
  expr: `group by (${COMPONENT}) (present_over_time(up{${ALL_TARGETS}}[1d]))`,
};

/** The alerts on what one can see directly. */
export function healthAlerts(): readonly AlertRule[] {
  return [...scrapeAlerts(), ...clusterAlerts(), ...clockAlerts(), ...zoneDataAlerts()];
}

function scrapeAlerts(): readonly AlertRule[] {
  return [
    alert({
      name: 'DataikuTargetDown',
      expr: `up{${ALL_TARGETS}} == 0`,
      for: '3m',
      severity: 'warning',
      summary: '{{ $labels.namespace }}/{{ $labels.pod }} does not answer',
      description:
        'Prometheus has not reached the metrics of {{ $labels.pod }} ({{ $labels.component }} of {{ $labels.release }}, on {{ $labels.node }}) for 3 minutes.',
      runbook: 'target-down',
    }),
    alert({
      name: 'DataikuComponentDown',
      expr: `sum by (${COMPONENT}) (up{${ALL_TARGETS}}) == 0`,
      for: '1m',
      severity: 'critical',
      summary:
        'No {{ $labels.component }} of {{ $labels.namespace }}/{{ $labels.release }} answers',
      description:
        'Prometheus reaches none of the {{ $labels.component }} pods of {{ $labels.release }}: {{ $value }} of them are up.',
      runbook: 'component-down',
    }),
    alert({
      name: 'DataikuMetricsAbsent',
      expr: `(${SEEN} unless on (${COMPONENT}) up{${ALL_TARGETS}}) or absent(up{${ALL_TARGETS}})`,
      for: '10m',
      severity: 'critical',
      summary:
        'Nothing is known of {{ or $labels.component "any component" }} of {{ or $labels.release "any release" }}',
      description:
        'Prometheus has no target any more for {{ or $labels.component "any component" }} of {{ or $labels.namespace "any namespace" }}/{{ or $labels.release "any release" }}: no other alert can fire for it.',
      runbook: 'metrics-absent',
    }),
    alert({
      name: 'DataikuPodsOnOneNode',
      expr:
        `count by (${COMPONENT}) (count by (${COMPONENT}, node) (up{${ALL_TARGETS}})) == 1` +
        ` and count by (${COMPONENT}) (up{${ALL_TARGETS}}) > 1` +
        ' unless on () count(kube_node_info) == 1',
      for: '30m',
      severity: 'warning',
      summary:
        'All {{ $labels.component }} pods of {{ $labels.namespace }}/{{ $labels.release }} are on one node',
      description:
        'The pods of {{ $labels.component }} share {{ $value }} node: when it goes, all of them go.',
      runbook: 'pods-on-one-node',
    }),
  ];
}

/** Names start with the release: what else runs in the cluster is left to others. */
function ours(expr: string, label: string, pattern: string): string {
  const named = `label_replace(label_replace(${expr}, "release", "$1", "${label}", "${pattern}"), "component", "$2", "${label}", "${pattern}")`;
  return `${named} and on (${COMPONENT}) ${SEEN}`;
}

const ofDeployment = (expr: string) =>
  ours(`max by (namespace, deployment) (${expr})`, 'deployment', '(.+)-(api|frontend)');

/** By the name of the pod's ReplicaSet: Kubernetes cuts long names of pods. */
const ofPod = (expr: string) =>
  ours(
    `max by (namespace, pod, reason) (${expr})` +
      ` * on (namespace, pod) group_left (owner_name) max by (namespace, pod, owner_name) (kube_pod_owner{owner_kind="ReplicaSet"})`,
    'owner_name',
    '(.+)-(api|frontend)-[a-z0-9]+',
  );

const NOT_AFTER = 'certmanager_certificate_not_after_timestamp_seconds';
const NOT_BEFORE = 'certmanager_certificate_not_before_timestamp_seconds';

function clusterAlerts(): readonly AlertRule[] {
  return [
    alert({
      name: 'DataikuCrashLoop',
      expr: ofPod(
        'max_over_time(kube_pod_container_status_waiting_reason{reason="CrashLoopBackOff"}[5m]) >= 1',
      ),
      for: '5m',
      severity: 'warning',
      summary: '{{ $labels.namespace }}/{{ $labels.pod }} ends again and again',
      description:
        'A container of {{ $labels.pod }} ({{ $labels.component }} of {{ $labels.release }}) is in {{ $labels.reason }}.',
      runbook: 'crash-loop',
    }),
    alert({
      name: 'DataikuRolloutStuck',
      expr: ofDeployment(
        'kube_deployment_status_condition{condition="Progressing",status="false"} == 1',
      ),
      for: '5m',
      severity: 'warning',
      summary: 'The rollout of {{ $labels.namespace }}/{{ $labels.deployment }} is stuck',
      description:
        'The new pods of {{ $labels.deployment }} have not become ready within their deadline. The old ones go on serving.',
      runbook: 'rollout-stuck',
    }),
    alert({
      name: 'DataikuCertificateExpiry',
      // A share of the lifetime, not days: lifetimes shrink. Renewal is due at a third. The
      // namespace of the certificate is `exported_` where the target has one of its own.
      expr:
        `label_replace((${NOT_AFTER} - time()) / (${NOT_AFTER} - ${NOT_BEFORE}), "namespace", "$1", "exported_namespace", "(.+)") < ${threshold('certificate')}` +
        ` and on (namespace) ${SEEN}`,
      for: '1h',
      severity: 'critical',
      summary: 'The certificate {{ $labels.namespace }}/{{ $labels.name }} was not renewed',
      description:
        '{{ $value | humanizePercentage }} of its lifetime is left; cert-manager renews at 33 %. Once it has expired, browsers refuse the site.',
      runbook: 'certificate-expiry',
    }),
  ];
}

function clockAlerts(): readonly AlertRule[] {
  const who = '{{ $labels.namespace }}/{{ $labels.pod }}';
  const statusIs = (statuses: string) =>
    `max by (namespace, release, pod, node, status) (clock_status{${API_TARGETS},status=~"${statuses}"}) == 1`;
  return [
    alert({
      name: 'DataikuClockWithoutBound',
      expr: statusIs('unsynchronized|contradictory|unknown'),
      for: '5m',
      severity: 'warning',
      summary: `The clock of ${who} is {{ $labels.status }}`,
      description:
        'Answers of {{ $labels.pod }} on {{ $labels.node }} have no interval: it can not say how far its clock is from UTC.',
      runbook: 'clock-without-bound',
    }),
    alert({
      name: 'DataikuClockHoldover',
      expr: statusIs('holdover'),
      for: '10m',
      severity: 'warning',
      summary: `The clock of ${who} has lost its source`,
      description:
        'The bound of {{ $labels.pod }} on {{ $labels.node }} grows with each second, until there is none.',
      runbook: 'clock-holdover',
    }),
    alert({
      name: 'DataikuClockUnauthenticated',
      // Where NTS servers are named; without a bound other alerts say more.
      expr:
        `max by (namespace, release, pod, node) (clock_authenticated{${API_TARGETS}}) == 0` +
        ` and on (namespace, release, pod) nts_cookies{${API_TARGETS}}`,
      for: '10m',
      severity: 'warning',
      summary: `The clock of ${who} rests on sources that can be forged`,
      description:
        'NTS servers are set for {{ $labels.pod }} on {{ $labels.node }}, but its answers rest on plain NTP or on the kernel, and say "authenticated": false.',
      runbook: 'clock-unauthenticated',
    }),
  ];
}

/** A release of last January lasts for two years: a year without any other has not been seen. */
const OLD_ZONE_DATA_DAYS = 730;

function zoneDataAlerts(): readonly AlertRule[] {
  return [
    alert({
      name: 'DataikuZoneDataOld',
      expr: `max by (namespace, release) (tzdb_age_seconds{${API_TARGETS}}) > ${OLD_ZONE_DATA_DAYS} * 86400`,
      for: '1h',
      severity: 'warning',
      summary: 'The zone data of {{ $labels.namespace }}/{{ $labels.release }} is old',
      description:
        '{{ $labels.release }} uses no release of the tz database from this year or the last: some zones are an hour off by now.',
      runbook: 'zone-data',
    }),
    alert({
      name: 'DataikuZoneDataDiffers',
      expr: `count by (namespace, release) (count by (namespace, release, version) (tzdb_info{${API_TARGETS}})) > 1`,
      for: '3h',
      severity: 'warning',
      summary:
        'The pods of {{ $labels.namespace }}/{{ $labels.release }} disagree about the zone data',
      description:
        '{{ $value }} releases of the tz database are in use at once: the same question gets different answers.',
      runbook: 'zone-data',
    }),
  ];
}
