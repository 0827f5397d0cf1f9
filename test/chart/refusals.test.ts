import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { refusal, type Values } from './helm.ts';

interface Refused {
  readonly values: Values;
  /** The words that tell the user what to do. */
  readonly says: string;
}

const host = 'time.example';
const on = { enabled: true };

suite('values that do not fit each other stop the render: ', () => {
  const combinations: Readonly<Record<string, Refused>> = {
    'a drain as long as the limit': {
      values: { api: { shutdown: { drainSeconds: 25 } } },
      says: 'api.shutdown.drainSeconds (25) leaves no time to close connections: set api.shutdown.limitSeconds above it (it is 25).',
    },
    "an API's grace period that doesn't add up": {
      values: { api: { shutdown: { gracePeriodSeconds: 30 } } },
      says: 'api.shutdown.gracePeriodSeconds (30) kills pods before they have ended: set it above preStopSeconds + limitSeconds, which is 30.',
    },
    "a page's grace period that doesn't add up": {
      values: { frontend: { shutdown: { gracePeriodSeconds: 10 } } },
      says: 'frontend.shutdown.gracePeriodSeconds (10) kills pods before they have ended: set it above preStopSeconds, which is 10.',
    },
    'more pods at least than at most': {
      values: { api: { autoscaling: { ...on, minReplicas: 11 } } },
      says: 'api.autoscaling.minReplicas (11) is above api.autoscaling.maxReplicas (10): raise the latter.',
    },
    'a percentage of no request': {
      values: { frontend: { autoscaling: on, resources: { requests: { cpu: null } } } },
      says: 'frontend.autoscaling.enabled needs frontend.resources.requests.cpu',
    },
    'a variable that the probes rely on': {
      values: { api: { environment: { PORT: '80' } } },
      says: "api.environment.PORT can't be set: the chart's probes and Services rely on it. Remove it.",
    },
    'a variable that has a value of its own': {
      values: { api: { environment: { NTP_SERVERS: 'time.example' } } },
      says: 'api.environment.NTP_SERVERS has a value of its own: set clock.ntpServers instead.',
    },
    'auto beside another source': {
      values: { clock: { sources: ['auto', 'ntp'] } },
      says: 'clock.sources is [auto, ntp]: auto chooses by itself. Leave auto out, or give it alone.',
    },
    'NTP servers that nobody asks': {
      values: { clock: { sources: ['kernel'], ntpServers: ['time.example'] } },
      says: 'have no effect with clock.sources [kernel]: add ntp to clock.sources, or remove the servers.',
    },
    'a server with and without authentication': {
      values: { clock: { ntpServers: ['Time.example.:1123'], ntsServers: ['time.example'] } },
      says: 'time.example is in clock.ntsServers and in clock.ntpServers: leave it in one of them.',
    },
    'authorities from two places': {
      values: { clock: { ntsServers: ['a'], ntsAuthorities: { configMap: 'a', secret: 'b' } } },
      says: 'the certificates come from one of them. Leave the other empty.',
    },
    'authorities for nobody': {
      values: { clock: { ntsAuthorities: { configMap: 'a' } } },
      says: 'clock.ntsAuthorities has no effect without servers to ask: set clock.ntsServers',
    },
    'NTP without a server': {
      values: { clock: { sources: ['kernel', 'ntp'] } },
      says: 'clock.sources names ntp, but nobody to ask: set clock.ntpServers or clock.ntsServers',
    },
    'how often to ask nobody': {
      values: { clock: { ntpPollSeconds: 32 } },
      says: 'clock.ntpPollSeconds has no effect without servers to ask: set clock.ntpServers',
    },
    'an Ingress for every name': {
      values: { ingress: on },
      says: 'ingress.enabled needs host: without it, the Ingress would take every name of its controller.',
    },
    'a certificate for no Ingress': {
      values: { host, ingress: { tls: { ...on, secretName: 'x' } } },
      says: "ingress.tls.enabled has no effect without an Ingress: set ingress.enabled, or give the Gateway's listener a certificate",
    },
    'an issuer that nobody asks': {
      values: { host, ingress: { tls: { clusterIssuer: 'letsencrypt-prod' } } },
      says: 'have no effect while ingress.tls.enabled is false: set it to true.',
    },
    'a route to no Gateway': {
      values: { host, gateway: on },
      says: 'gateway.enabled needs a Gateway to belong to: set gateway.parentRefs',
    },
    'a route for every name': {
      values: { gateway: { ...on, parentRefs: [{ name: 'web' }] } },
      says: 'gateway.enabled needs host',
    },
    'further names without a main one': {
      values: { extraHosts: [host] },
      says: 'extraHosts are further names: set host to the main one.',
    },
    'pods that are scraped twice': {
      values: { serviceMonitor: on, podMonitor: on },
      says: 'serviceMonitor, podMonitor are all enabled, and each pod would be scraped more than once: enable one of them.',
    },
    "the operator's dashboards without what they point to": {
      values: { dashboards: { operator: on } },
      says: 'dashboards.operator.enabled has no effect without the ConfigMaps it points to: set dashboards.enabled.',
    },
    'an alert that is none': {
      values: { prometheusRule: { ...on, alerts: { DataikuOnFire: { enabled: false } } } },
      says: 'prometheusRule.alerts names "DataikuOnFire", which is no alert of this chart; allowed: DataikuTargetDown,',
    },
    'a way to test no Ingress': {
      values: { test: { ingressAddress: 'traefik.traefik' } },
      says: 'test.ingressAddress has no effect without an Ingress: set ingress.enabled and host, or unset it.',
    },
  };
  for (const [name, { values, says }] of Object.entries(combinations)) {
    test(name, () => assertSays(refusal(values), says));
  }

  for (const release of ['2nd', 'time.example']) {
    test(`a release called ${release}, which no Service can be`, () => {
      const message = refusal({}, release);
      assert.ok(
        message.includes('choose a name that starts with a letter and has no dot'),
        message,
      );
    });
  }
});

suite('a value is refused, and its key is named:', () => {
  const wrong: Readonly<Record<string, Refused>> = {
    'an unknown key': {
      values: { replica: 3 },
      says: "additional properties 'replica' not allowed",
    },
    'an unknown key further down': {
      values: { api: { image: { digset: '' } } },
      says: "at '/api/image': additional properties 'digset' not allowed",
    },
    'a wrong type': {
      values: { api: { replicas: 'two' } },
      says: "at '/api/replicas': got string, want integer",
    },
    'a number out of range': {
      values: { clock: { ntpPollSeconds: 8 } },
      says: "at '/clock/ntpPollSeconds': minimum: got 8, want 16",
    },
    'a bad digest': {
      values: { api: { image: { digest: 'sha256:0123' } } },
      says: 'api.image.digest is "sha256:0123"; allowed: sha256: and 64 hexadecimal digits in lower case.',
    },
    'a tag that holds a digest': {
      values: { frontend: { image: { tag: '1.0@sha256:0' } } },
      says: 'frontend.image.tag is "1.0@sha256:0"; allowed: a tag such as 1.2.3; a digest has a key of its own.',
    },
    'a key that was set to null': {
      values: { api: { image: null } },
      says: "at '/api': missing property 'image'",
    },
    'a budget that blocks every drain': {
      values: { disruptionBudget: { maxUnavailable: 0 } },
      says: "at '/disruptionBudget/maxUnavailable': minimum: got 0, want 1",
    },
    'no pods': { values: { api: { replicas: 0 } }, says: "at '/api/replicas'" },
    'an environment variable that is no string': {
      values: { api: { environment: { LOG_SLOW_MS: 500 } } },
      says: "at '/api/environment/LOG_SLOW_MS': got number, want string or object",
    },
    'a proxy that is no range': {
      values: { api: { trustedProxies: ['10.0.0.1'] } },
      says: 'api.trustedProxies[0] is "10.0.0.1"; allowed: a range of addresses of at least one bit, such as 10.0.0.0/8 or fd00::/8.',
    },
    'a proxy range of more bits than an IPv4 address has': {
      values: { api: { trustedProxies: ['10.0.0.0/33'] } },
      says: 'api.trustedProxies[0] is',
    },
    'a proxy range of more bits than an IPv6 address has': {
      values: { api: { trustedProxies: ['fc00::/129'] } },
      says: 'api.trustedProxies[0] is',
    },
    'a proxy range of no address': {
      values: { api: { trustedProxies: ['10.0.0.256/8'] } },
      says: 'api.trustedProxies[0] is',
    },
    'a port that no NTP server has': {
      values: { clock: { ntpServers: ['ntp.example.org:99999'] } },
      says: 'clock.ntpServers[0] is "ntp.example.org:99999"; allowed: host, host:port, [IPv6] or [IPv6]:port, with a port from 1 to 65535.',
    },
    'the port 0': {
      values: { clock: { ntpServers: ['ntp.example.org:0'] } },
      says: 'clock.ntpServers[0] is',
    },
    'an address of the Ingress with a port that nothing has': {
      values: { host: 'time.example', test: { ingressAddress: 'traefik.traefik:65536' } },
      says: 'test.ingressAddress is "traefik.traefik:65536"; allowed: host or host:port',
    },
    'an unknown clock source': {
      values: { clock: { sources: ['gps'] } },
      says: "at '/clock/sources/0'",
    },
    'a name with a scheme': {
      values: { host: 'https://time.example' },
      says: 'host is "https://time.example"; allowed: a DNS name in lower case without a scheme or a path, such as time.example.org.',
    },
    'no namespace, which would mean all': {
      values: { networkPolicy: { ingressNamespaces: [] } },
      says: "at '/networkPolicy/ingressNamespaces'",
    },
    'a peer that is everybody': {
      values: { networkPolicy: { extraClients: [{}] } },
      says: "at '/networkPolicy/extraClients/0'",
    },
    'an interval without its unit': {
      values: { serviceMonitor: { interval: '30' } },
      says: 'serviceMonitor.interval is "30"; allowed: a time with its unit, such as 30s or 1m.',
    },
  };
  for (const [name, { values, says }] of Object.entries(wrong)) {
    test(name, () => assertSays(refusal(values), says));
  }
});

function assertSays(message: string, words: string): void {
  assert.ok(message.includes(words), message);
}
