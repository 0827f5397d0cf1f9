import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const MODULE = fileURLToPath(new URL('spawn.ts', import.meta.url));

for (const [name, end] of [
  ['breaks off', "throw new Error('broken off')"],
  ['is told to stop', "process.kill(process.pid, 'SIGTERM')"],
] as const) {
  test(`ends what it runs with a process that ${name}`, () => {
    const script = `
      import { spawn } from ${JSON.stringify(MODULE)};
      spawn('sleep', ['60'], { stdio: ['ignore', 'ignore', 'inherit'] });
      ${end};`;
    // It waits until nobody has standard error open any more, as the test runner does.
    const { error } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 30_000,
    });
    assert.equal(error, undefined);
  });
}
