import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './options.ts';

test('a bare server address means its sync endpoint, any other is taken as it is', () => {
  const url = (address: string) => {
    const options = readOptions([address]);
    return options === 'help' ? options : options.url.href;
  };
  assert.equal(url('http://localhost:8080'), 'http://localhost:8080/api/v1/sync');
  assert.equal(url('https://time.example/mine'), 'https://time.example/mine');
});

test('options have their defaults, and are read in their units', () => {
  const url = new URL('http://a/x');
  assert.deepEqual(readOptions(['http://a/x']), {
    url,
    watch: false,
    json: false,
    maxBoundMs: null,
    timeoutMs: 10_000,
  });
  assert.deepEqual(
    readOptions(['--watch', '--json', '--max-bound', '2.5', '--timeout', '3', 'http://a/x']),
    { url, watch: true, json: true, maxBoundMs: 2.5, timeoutMs: 3_000 },
  );
  assert.equal(readOptions(['--help']), 'help');
});

const refused: Readonly<Record<string, readonly [args: string[], message: RegExp]>> = {
  'no address': [[], /<url> is missing, for example/],
  'two addresses': [['http://a', 'http://b'], /expected one <url>, got also "http:\/\/b"/],
  'an address without a scheme': [
    ['localhost'],
    /<url> is "localhost", but must be an http or https address/,
  ],
  'another scheme': [['ftp://a'], /but must be an http or https address/],
  'an unknown option': [['--max', '5', 'http://a'], /--max/],
  'a limit that is no number': [['--max-bound', 'low', 'http://a'], /--max-bound is "low"/],
  'a limit of nought': [['--max-bound', '0', 'http://a'], /must be a number above 0/],
  'a limit that is endless': [['--max-bound', 'Infinity', 'http://a'], /must be a number above 0/],
  'more than a day': [['--timeout', '3000000', 'http://a'], /above 0 and at most 86400/],
  'an empty time': [['--timeout', '', 'http://a'], /--timeout is ""/],
};
for (const [what, [args, message]] of Object.entries(refused)) {
  test(`refuses ${what}, and says so`, () => {
    assert.throws(() => readOptions(args), { code: 'usage', message });
  });
}
