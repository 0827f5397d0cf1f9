import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, readConfig } from './config.ts';
import { openClock } from './open-clock.ts';

/** The clock that these settings open, before any server was asked. */
function openWith(environment: NodeJS.ProcessEnv) {
  return openClock(readConfig(environment), { info() {}, warn() {} });
}

test('none: the clock says that no source is configured', () => {
  const { clock, ntp } = openWith({ CLOCK_SOURCES: 'none', NTP_SERVERS: '127.0.0.1' });
  const { status, source, reason } = clock.read().clock;
  assert.deepEqual([status, source, reason], ['unknown', 'none', 'no clock source is configured']);
  assert.equal(ntp, null);
});

test('ntp: the clock knows nothing before a server was asked', () => {
  const { clock, ntp } = openWith({
    CLOCK_SOURCES: 'ntp',
    NTP_SERVERS: '127.0.0.1:11,[::1]:12',
  });
  const { status, source, reason } = clock.read().clock;
  assert.deepEqual([status, source], ['unknown', 'ntp']);
  assert.equal(reason, 'no NTP server answers: 127.0.0.1:11 (asked), [::1]:12 (asked)');
  assert.equal(ntp?.servers.length, 2);
});

test('auto without a server is the kernel alone', () => {
  const { ntp, sources } = openWith({});
  assert.equal(ntp, null);
  assert.equal(sources.length, 1);
});

test('auto with a server is the kernel and NTP', () => {
  const { clock, ntp, sources } = openWith({ NTP_SERVERS: '127.0.0.1' });
  assert.equal(ntp?.servers[0]?.name, '127.0.0.1');
  assert.equal(sources[1], ntp);
  // Only where this machine's kernel gives a bound is there one before a server has answered.
  const { status, reason } = clock.read().clock;
  const saysBoth = reason?.startsWith('no NTP server answers: 127.0.0.1 (asked); ');
  assert.ok(status === 'synchronized' || saysBoth, `${status}: ${reason}`);
});

test('a list is opened in its order', () => {
  const { ntp, sources } = openWith({
    CLOCK_SOURCES: 'ntp,kernel',
    NTP_SERVERS: '127.0.0.1',
  });
  assert.equal(sources.length, 2);
  assert.equal(sources[0], ntp);
});

test('authenticated servers are asked beside plain ones', () => {
  const { ntp, nts, sources } = openWith({ NTP_SERVERS: '127.0.0.1', NTS_SERVERS: '[::1]' });
  assert.deepEqual(
    ntp?.servers.map(({ name, isAuthenticated }) => [name, isAuthenticated]),
    [
      ['127.0.0.1', false],
      ['[::1]', true],
    ],
  );
  assert.equal(nts.length, 1);
  assert.equal(sources.length, 2);
});

test('a file of certificates that is none ends the start, and says why', () => {
  const refusal = (path: string, reason: RegExp) =>
    assert.throws(
      () => openWith({ NTS_SERVERS: 'localhost', NTS_CA_FILE: path }),
      (error: Error) => {
        assert.ok(error instanceof ConfigError);
        assert.match(error.message, reason);
        return true;
      },
    );
  refusal('/does/not/exist', /^NTS_CA_FILE is "\/does\/not\/exist"; allowed: .*ENOENT/);
  refusal(import.meta.filename, /no certificate in PEM/);
});
