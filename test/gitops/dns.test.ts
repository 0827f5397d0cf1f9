import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { publicNames } from '../../scripts/gitops-values.ts';
import { zoneRecords } from '../../scripts/zone-records.ts';
import { ROOT } from './manifests.ts';
import { checkZone, startNameServer, zoneFile } from './name-server.ts';

const ZONE = 'promoldova.org';
const production = zoneRecords(publicNames('production'));

/** Runs a script as its make target does. */
const run = (script: string, ...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [`scripts/${script}.ts`, ...args], { cwd: ROOT }).then(
    ({ stdout }) => ({ stdout, code: 0 }),
    (error: { stdout: string; code: number }) => error,
  );

test('the records of production are these two', async () => {
  const { stdout } = await run('zone-records');
  assert.equal(
    stdout,
    'dataiku.promoldova.org. IN CNAME ingress.promoldova.org.\ningress.promoldova.org. IN A 157.245.20.223\n',
  );
});

test('a name server loads the records of every environment', () => {
  for (const environment of ['production', 'staging'])
    checkZone(ZONE, zoneFile(zoneRecords(publicNames(environment))));
  assert.throws(() => checkZone(ZONE, zoneFile(production.replace('IN A', 'IN A x'))), /zone/);
});

/** What `make dns-check` says of a zone, asking a real name server. */
async function check(records: string) {
  const server = await startNameServer(ZONE, zoneFile(records));
  try {
    return await run('dns-check', 'production', server.address);
  } finally {
    await server.close();
  }
}

suite('make dns-check', () => {
  test('passes where the records are in the zone', async () => {
    const { stdout, code } = await check(production);
    assert.equal(code, 0, stdout);
    assert.equal(stdout.match(/^ok /gm)?.length, 2);
  });

  const faults: readonly (readonly [string, string, RegExp])[] = [
    [
      'an alias of another name',
      production.replace('CNAME ingress', 'CNAME entrance'),
      /^WRONG .*CNAME ingress\.promoldova\.org\.: it is entrance\.promoldova\.org\nok /,
    ],
    [
      'an address where the alias should be',
      production.replace('CNAME ingress.promoldova.org.', 'A 157.245.20.223'),
      /^WRONG .*CNAME .*: the name exists, but has no such record\nok /,
    ],
    [
      'a missing alias',
      production.replace(/.*CNAME.*\n/, ''),
      /^WRONG .*CNAME .*: the name does not exist\nok /,
    ],
    [
      'a missing address',
      production.replace(/.*IN A.*\n/, ''),
      /^ok .*\nWRONG .*IN A .*: the name does not exist\n/,
    ],
    [
      'the address of another machine',
      production.replace('157.245.20.223', '192.0.2.1'),
      /^ok .*\nWRONG .*IN A 157\.245\.20\.223: it is 192\.0\.2\.1\n/,
    ],
  ];
  for (const [name, records, message] of faults) {
    test(`names ${name}`, async () => {
      const { stdout, code } = await check(records);
      assert.notEqual(code, 0);
      assert.match(stdout, message);
    });
  }
});
