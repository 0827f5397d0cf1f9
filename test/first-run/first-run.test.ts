import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort } from '../system/free-port.ts';
import { spawn } from '../system/spawn.ts';
import { watchLog } from '../system/watch-log.ts';

const BARE_ROOT = fileURLToPath(new URL('bare-root.sh', import.meta.url));

// Each brings its own npm and Node: 9.2 on 18 in bookworm, 9.2 on 20 in trixie.
for (const suite of ['bookworm', 'trixie']) {
  test(`make up serves page and API on a bare Debian ${suite}`, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'first-run-'));
    const [port, managementPort] = await Promise.all([freePort(), freePort()]);
    const settings = [`PORT=${port}`, `MANAGEMENT_PORT=${managementPort}`];
    const make = spawn(BARE_ROOT, [suite, join(folder, 'root'), 'make', 'up', ...settings], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(make, 'exit');
    t.after(async () => {
      make.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    });
    const { logged, lines } = watchLog(make.stdout);

    await logged(/"serving on /);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<title>/);
    const api = await fetch(`http://127.0.0.1:${port}/api/v1/time`);
    assert.equal(api.status, 200);
    assert.match(await api.text(), /"now":/);
    t.diagnostic(lines.filter((line) => !line.startsWith('{')).join('\n'));
  });
}
