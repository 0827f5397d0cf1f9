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
      const child = spawn('sleep', ['60'], { stdio: ['ignore', 'ignore', 'inherit'] });
      process.stdout.write(String(child.pid));
      ${end};`;
    // It waits until nobody has standard error open any more, as the test runner does.
    const { error, status, stdout } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', script],
      { encoding: 'utf8', timeout: 30_000 },
    );
    assert.equal(error, undefined);
    assert.equal(status, 1);
    assert.match(stdout, /^\d+$/);
  });
}
