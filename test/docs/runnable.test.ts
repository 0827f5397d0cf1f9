import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, suite, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startFakeServer, timeAhead } from '../../app/api/src/ntp/fake-server.fixture.ts';
import { type ApiProcess, startApi } from '../system/api-process.ts';
import { type Block, blocksOf } from './blocks.ts';
import { PAGES, ROOT, read } from './pages.ts';
import { withoutWhatChanges } from './without-what-changes.ts';

/**
 * A block under the comment `runnable` is run, in the root of the repository, with an API of its own
 * in the place of localhost:8080. A block under `printed` is what the runnable one before it prints,
 * one under `printed by <command>` what that command does, which a reader has no need to see.
 */
interface Example {
  readonly page: string;
  readonly line: number;
  readonly script: string;
  /** What it is said to print; null where nothing is said. */
  readonly printed: string | null;
}

const EXAMPLES = PAGES.flatMap((page) => examplesOf(page, blocksOf(read(page))));

function examplesOf(page: string, blocks: readonly Block[]): Example[] {
  return blocks.flatMap(({ mark, text, line }, index): Example[] => {
    const next = blocks[index + 1];
    const printed = next?.mark === 'printed' ? next.text : null;
    if (mark === 'runnable') return [{ page, line, script: text, printed }];
    const script = /^printed by (.+)$/.exec(mark ?? '')?.[1];
    return script === undefined ? [] : [{ page, line, script, printed: text }];
  });
}

suite('what the documentation lets one run', { timeout: 120_000 }, () => {
  let api: ApiProcess;
  const cleanUps: (() => Promise<void>)[] = [];

  before(async () => {
    // This machine is then surely ahead of UTC, as the quoted one was.
    const ntp = await startFakeServer(timeAhead(-50_000_000n));
    cleanUps.push(ntp.close);
    api = await startApi({
      CLOCK_SOURCES: 'ntp',
      NTP_SERVERS: `127.0.0.1:${ntp.port}`,
      INSTANCE: 'laptop',
    });
    cleanUps.push(api.kill);
    while ((await statusOf(api)) !== 'synchronized') await wait(50);
  });
  after(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });

  for (const { page, line, script, printed } of EXAMPLES) {
    test(`${page}, line ${line}, ${printed === null ? 'runs' : 'prints what is quoted'}`, async () => {
      const output = await run(script, api);
      if (printed === null) return;
      assert.deepEqual(withoutWhatChanges(output), withoutWhatChanges(printed));
    });
  }
});

test('there is something to run, and each quoted output belongs to it', () => {
  const quoted = PAGES.flatMap((page) => blocksOf(read(page))).filter(({ mark }) =>
    mark?.startsWith('printed'),
  );
  assert.ok(quoted.length > 5, `only ${quoted.length} outputs are quoted`);
  assert.equal(EXAMPLES.filter(({ printed }) => printed !== null).length, quoted.length);
});

/** Runs commands as a reader would, and gives what they print. Fails with what they complain about. */
function run(commands: string, api: ApiProcess): Promise<string> {
  const script = commands
    // Who runs the tests has installed what they need: a file that is newer must not install it anew.
    .replaceAll(/^make /gm, 'make --old-file=node_modules/.installed ')
    .replaceAll('localhost:8080', new URL(api.url).host)
    .replaceAll('localhost:9464', new URL(api.managementUrl).host);
  const options = { cwd: ROOT, timeout: 60_000 };
  return new Promise((resolve, reject) => {
    execFile('bash', ['-euo', 'pipefail', '-c', script], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${script}\nended with ${error.code}:\n${stdout}${stderr}`));
    });
  });
}

async function statusOf(api: ApiProcess): Promise<string> {
  const answer = await fetch(`${api.url}/api/v1/time`);
  const { clock } = (await answer.json()) as { clock: { status: string } };
  return clock.status;
}
