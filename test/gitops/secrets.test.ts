import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { ROOT } from './manifests.ts';
import { secretsIn } from './secrets.ts';

test('no file in git holds a secret', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split(
    '\0',
  );
  const texts = files.filter((file) => file !== '' && !/\.(png|woff2|gz)$/.test(file));
  assert.ok(texts.length > 100);
  // A file may be gone from the work tree while others work in it.
  const read = (file: string) => {
    try {
      return readFileSync(`${ROOT}${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  const found = texts.flatMap((file) => secretsIn(read(file)).map((name) => `${file}: ${name}`));
  assert.deepEqual(found, []);
});

// Put together here, so that this file doesn't hold what it looks for.
suite('the scanner finds', () => {
  const hexadecimal = '0123456789abcdef'.repeat(4);
  const secrets: readonly (readonly [string, string])[] = [
    ['a private key', `-----BEGIN ${'EC PRIVATE'} KEY-----`],
    ['a token of GitHub', `ghp_${hexadecimal.slice(0, 36)}`],
    ['a token of npm', `npm_${hexadecimal.slice(0, 36)}`],
    ['a key of AWS', `AKIA${'ABCDEFGHIJKLMNOP'}`],
    ['a token of DigitalOcean', `dop_v1_${hexadecimal}`],
    ['a token of Slack', `xoxb-${hexadecimal.slice(0, 12)}`],
    [
      'a JSON web token',
      ['eyJhbGciOiJIUzI1', 'eyJzdWIiOiIxMjM0', hexadecimal.slice(0, 16)].join('.'),
    ],
    ['a password in a URL', `https://user:${'sesame1'}@example.org/`],
    ['a Secret with data', `kind: ${'Secret'}\nmetadata: { name: x }\nstringData:\n  key: x\n`],
    ['an API key', `${'api-key'}: "abcd1234.${hexadecimal.slice(0, 30)}"`],
  ];
  for (const [name, text] of secrets) {
    test(name, () => assert.ok(secretsIn(`first line\n${text}\n`).includes(name)));
  }

  test('nothing in a reference to a Secret', () => {
    assert.deepEqual(
      secretsIn(
        'secretKeyRef: { name: ionos-credentials, key: api-key }\nexistingSecret: grafana-admin\n',
      ),
      [],
    );
  });
});
