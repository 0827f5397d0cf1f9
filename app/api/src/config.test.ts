import assert from 'node:assert/strict';
import { hostname } from 'node:os';
import { test } from 'node:test';
import { ConfigError, readConfig } from './config.ts';

/** The one line that whoever set these variables gets to read. */
function refusalOf(environment: NodeJS.ProcessEnv): string {
  let message: string | undefined;
  assert.throws(
    () => readConfig(environment),
    (error) => {
      assert.ok(error instanceof ConfigError);
      assert.equal(error.code, 'bad-config');
      message = error.message;
      return true;
    },
  );
  assert.doesNotMatch(String(message), /\n/);
  return String(message);
}

test('has a default for everything that needs a value', () => {
  assert.deepEqual(readConfig({}), {
    HOST: '::',
    PORT: 8080,
    MANAGEMENT_PORT: 9464,
    INSTANCE: hostname(),
    COMMIT: undefined,
    WEB_ROOT: undefined,
    BASE_PATH: undefined,
    TRUST_PROXY: undefined,
    CLOCK_SOURCES: 'auto',
    CLOCK_ID: undefined,
    CLOCK_MAX_BOUND_MS: 1000,
    CLOCK_KERNEL_ALLOWANCE_US: 1000,
    NTP_SERVERS: undefined,
    NTS_SERVERS: undefined,
    NTS_CA_FILE: undefined,
    NTP_POLL_SECONDS: 64,
    EVENTS_PER_ADDRESS: 32,
    TZDATA_FILE: undefined,
    GEOIP_DATABASE: undefined,
    MAX_LOOP_LAG_MS: 200,
    RATE_LIMIT_PER_MINUTE: undefined,
    OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
    LOG_LEVEL: 'info',
    LOG_REQUESTS: 'slow',
    LOG_SLOW_MS: 500,
    DRAIN_SECONDS: 5,
    STOP_LIMIT_SECONDS: 25,
  });
});

test('takes what is set', () => {
  const config = readConfig({
    PORT: '0',
    INSTANCE: 'dataiku-api-7f9c-x2x',
    COMMIT: '3da95f2',
    CLOCK_SOURCES: 'none',
    TRUST_PROXY: '10.0.0.0/8,fd00::/8',
  });
  assert.equal(config.PORT, 0);
  assert.equal(config.INSTANCE, 'dataiku-api-7f9c-x2x');
  assert.equal(config.COMMIT, '3da95f2');
  assert.deepEqual(config.CLOCK_SOURCES, ['none']);
  assert.equal(config.TRUST_PROXY, '10.0.0.0/8,fd00::/8');
});

test('takes an empty variable for one that is not set', () => {
  assert.deepEqual(readConfig({ PORT: '', TRUST_PROXY: '', CLOCK_ID: '' }), readConfig({}));
});

const SOURCES = 'auto, or a list of kernel, ntp and none, each once, in order of preference';
const SERVERS = 'servers as host, host:port or [IPv6]:port, separated by commas, each once';
const refusals: readonly [variable: string, got: string, allowed: string][] = [
  ['PORT', '65536', 'a whole number from 0 to 65535'],
  ['PORT', '-1', 'a whole number from 0 to 65535'],
  ['PORT', '80.5', 'a whole number from 0 to 65535'],
  ['PORT', '1e3', 'a whole number from 0 to 65535'],
  ['PORT', ' 80', 'a whole number from 0 to 65535'],
  ['MANAGEMENT_PORT', 'http', 'a whole number from 0 to 65535'],
  ['INSTANCE', 'a b', 'up to 64 letters, digits, dots, dashes and underscores'],
  ['COMMIT', 'main', '7 to 40 hexadecimal digits in lower case'],
  ['CLOCK_SOURCES', 'Kernel', SOURCES],
  ['CLOCK_SOURCES', 'auto,kernel', SOURCES],
  ['CLOCK_SOURCES', 'kernel,kernel', SOURCES],
  ['CLOCK_SOURCES', 'ntp, kernel', SOURCES],
  ['CLOCK_SOURCES', 'kernel,', SOURCES],
  ['NTP_SERVERS', 'ntp.example:0', SERVERS],
  ['NTP_SERVERS', 'ntp.example,::1', SERVERS],
  ['NTP_SERVERS', 'ntp.example,ntp.example', SERVERS],
  ['NTP_POLL_SECONDS', '15', 'a whole number from 16 to 128'],
  ['NTP_POLL_SECONDS', '129', 'a whole number from 16 to 128'],
  ['CLOCK_ID', 'a/b', 'up to 64 letters, digits, dots, dashes and underscores'],
  ['CLOCK_ID', 'a'.repeat(65), 'up to 64 letters, digits, dots, dashes and underscores'],
  ['CLOCK_MAX_BOUND_MS', '0', 'a whole number from 1 to 60000'],
  ['CLOCK_KERNEL_ALLOWANCE_US', '10000001', 'a whole number from 0 to 10000000'],
  ['LOG_LEVEL', 'trace', 'debug, info, warn, error, silent'],
  ['LOG_REQUESTS', 'none', 'slow, all'],
  ['LOG_SLOW_MS', '0', 'a whole number from 1 to 60000'],
  ['DRAIN_SECONDS', '5s', 'a whole number from 0 to 3600'],
  ['STOP_LIMIT_SECONDS', '0', 'a whole number from 1 to 3600'],
];
for (const [variable, got, allowed] of refusals) {
  test(`refuses ${variable}=${got.slice(0, 20)} and says what is allowed`, () => {
    const message = `${variable} is ${JSON.stringify(got)}; allowed: ${allowed}`;
    assert.equal(refusalOf({ [variable]: got }), message);
  });
}

test('cuts a long value short in its message', () => {
  const message = refusalOf({ LOG_LEVEL: 'x'.repeat(5000) });
  assert.ok(message.startsWith('LOG_LEVEL is "xxx'));
  assert.ok(message.length < 200);
});

test('keeps its message on one line whatever the value holds', () => {
  assert.match(refusalOf({ LOG_LEVEL: 'in\nfo' }), /^LOG_LEVEL is "in\\nfo"; allowed: /);
});

for (const ranges of ['10.0.0.0/8', '::/1', '192.168.1.7/32', 'fd00::/128,10.0.0.0/1']) {
  test(`trusts the proxies of ${ranges}`, () => {
    assert.equal(readConfig({ TRUST_PROXY: ranges }).TRUST_PROXY, ranges);
  });
}

const notRanges = [
  'true',
  '1',
  'loopback',
  '10.0.0.1',
  '10.0.0.0/33',
  'fd00::/129',
  '10.0.0/8',
  '10.0.0.0/8/8',
  '10.0.0.0/255.0.0.0',
  '10.0.0.0/8,',
  '10.0.0.0/8, fd00::/8',
  '0.0.0.0/0',
  'fe80::%eth0/64',
  '10.0.0.0/08',
];
for (const text of notRanges) {
  test(`trusts no proxy by ${text}, which is no list of address ranges`, () => {
    const message = `TRUST_PROXY is ${JSON.stringify(text)}; allowed: address ranges such as 10.0.0.0/8,fd00::/8`;
    assert.equal(refusalOf({ TRUST_PROXY: text }), message);
  });
}

for (const [misspelt, meant] of [
  ['CLOCK_SOURCE', 'CLOCK_SOURCES'],
  ['NTP_SERVER', 'NTP_SERVERS'],
  ['LOG_LEVLE', 'LOG_LEVEL'],
  ['DRAIN_SECOND', 'DRAIN_SECONDS'],
] as const) {
  test(`refuses the misspelt ${misspelt}, and names the setting`, () => {
    assert.equal(refusalOf({ [misspelt]: '1' }), `${misspelt} is not a setting; use ${meant}`);
  });
}

test('has nothing against the variables of other programs that start like ours', () => {
  const foreign = {
    LOG_DIR: '/x',
    WEB_CONCURRENCY: '2',
    LOG_FORMAT: 'json',
    HOSTS: 'x',
    PORT1: '1',
  };
  assert.deepEqual(readConfig(foreign), readConfig({}));
});

for (const sources of ['auto', 'kernel', 'none', 'ntp', 'ntp,kernel', 'kernel,ntp,none']) {
  test(`takes the clock sources ${sources}`, () => {
    const NTP_SERVERS = 'time.example,[fd00::1]:1123';
    const config = readConfig({ CLOCK_SOURCES: sources, NTP_SERVERS });
    assert.deepEqual(config.CLOCK_SOURCES, sources === 'auto' ? sources : sources.split(','));
    assert.deepEqual(config.NTP_SERVERS, [
      { name: 'time.example', host: 'time.example', port: 123 },
      { name: '[fd00::1]:1123', host: 'fd00::1', port: 1123 },
    ]);
  });
}

test('refuses ntp without a server to ask', () => {
  const message =
    'NTP_SERVERS is ""; allowed: at least one server, here or in NTS_SERVERS, when CLOCK_SOURCES names ntp';
  assert.equal(refusalOf({ CLOCK_SOURCES: 'ntp' }), message);
  assert.equal(refusalOf({ CLOCK_SOURCES: 'kernel,ntp', NTP_SERVERS: '' }), message);
  assert.ok(readConfig({ CLOCK_SOURCES: 'ntp', NTS_SERVERS: 'time.example' }));
});

test('reads NTS servers, with the port of key establishment', () => {
  assert.deepEqual(readConfig({ NTS_SERVERS: 'time.example,[fd00::1]:14460' }).NTS_SERVERS, [
    { name: 'time.example', host: 'time.example', port: 4460 },
    { name: '[fd00::1]:14460', host: 'fd00::1', port: 14_460 },
  ]);
  assert.match(
    refusalOf({ NTS_SERVERS: 'a,a' }),
    /^NTS_SERVERS is "a,a"; allowed: servers as host/,
  );
});

test('refuses a server in both lists, on whatever port and in whatever spelling', () => {
  const message = 'NTS_SERVERS is "Time.example:14460"; allowed: servers not in NTP_SERVERS';
  for (const plain of ['time.example', 'TIME.example.', 'time.example:1123']) {
    const lists = { NTP_SERVERS: `other,${plain}`, NTS_SERVERS: 'one,Time.example:14460' };
    assert.equal(refusalOf(lists), message);
  }
});

test('has nothing against the variables of others', () => {
  assert.deepEqual(readConfig({ PATH: '/bin', HOSTNAME: 'x', NODE_ENV: 'y' }), readConfig({}));
});

test("has nothing against OpenTelemetry's own variables, but reads where traces go", () => {
  const endpoint = 'http://collector:4318';
  const config = readConfig({ OTEL_SERVICE_NAME: 'x', OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  assert.equal(config.OTEL_EXPORTER_OTLP_ENDPOINT, endpoint);
  for (const wrong of ['collector:4318', 'collector', 'ftp://collector']) {
    assert.equal(
      refusalOf({ OTEL_EXPORTER_OTLP_ENDPOINT: wrong }),
      `OTEL_EXPORTER_OTLP_ENDPOINT is "${wrong}"; allowed: an http or https URL`,
    );
  }
});

test('has nothing against the variables that Kubernetes sets for each Service', () => {
  const serviceLinks = {
    CLOCK_SERVICE_HOST: '10.0.0.1',
    CLOCK_SERVICE_PORT_HTTP_WEB: '80',
    NTP_SERVICE_PORT: '123',
    LOG_STORE_PORT_9200_UDP_ADDR: '10.0.0.1',
  };
  assert.deepEqual(readConfig(serviceLinks), readConfig({}));
});

test('refuses a drain that is not over before the limit ends the process', () => {
  const stop = { DRAIN_SECONDS: '25', STOP_LIMIT_SECONDS: '25' };
  assert.equal(refusalOf(stop), 'DRAIN_SECONDS is "25"; allowed: less than STOP_LIMIT_SECONDS');
  assert.equal(readConfig({ ...stop, DRAIN_SECONDS: '24' }).DRAIN_SECONDS, 24);
});
