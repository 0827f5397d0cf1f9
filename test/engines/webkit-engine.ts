import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../system/free-port.ts';
import { spawn } from '../system/spawn.ts';
import { watchLog } from '../system/watch-log.ts';
import type { Engine } from './engine.ts';

const MINUTE_MS = 60_000;
/** As Debian names its folders. */
const ARCHITECTURE = process.arch === 'arm64' ? 'aarch64' : 'x86_64';

/** The key, by WebDriver's own code. */
const ENTER = '\uE007';

const CAPABILITIES = {
  alwaysMatch: {
    timeouts: { script: 5 * MINUTE_MS, pageLoad: MINUTE_MS },
    'webkitgtk:browserOptions': {
      binary: `/usr/lib/${ARCHITECTURE}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
      args: ['--automation'],
    },
  },
};

/** Debian's WebKitGTK: its own driver, over plain W3C WebDriver, on a display that nobody sees. */
export async function openWebkit(): Promise<Engine> {
  const home = await mkdtemp(join(tmpdir(), 'engine-'));
  const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await watchLog(display.stdout).logged(/^\d+$/);
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${number}`, HOME: home, XDG_RUNTIME_DIR: home },
    stdio: 'ignore',
  });
  const started = await startSession(`http://127.0.0.1:${port}/session`);
  const { sessionId, capabilities } = started;
  const send = (path: string, body: object) =>
    command(`http://127.0.0.1:${port}/session/${sessionId}/${path}`, body);
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    page: {
      async open(url) {
        await send('url', { url });
      },
      async run(expression) {
        const script = `const done = arguments[0];
          Promise.resolve(${expression}).then((value) => done([value]), (error) => done(String(error)));`;
        const outcome = await send('execute/async', { script, args: [] });
        if (Array.isArray(outcome)) return outcome[0];
        throw new Error(outcome);
      },
      async type(selector, text) {
        const element = await send('element', { using: 'css selector', value: selector });
        const [id] = Object.values(element);
        await send(`element/${id}/value`, { text: text.replaceAll('\n', ENTER) });
      },
    },
    async close() {
      await fetch(`http://127.0.0.1:${port}/session/${sessionId}`, { method: 'DELETE' });
      await end(driver);
      await end(display);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The driver says nowhere that it listens: asks until it does. */
async function startSession(url: string) {
  for (let tries = 0; tries < 100; tries += 1) {
    await wait(100);
    const isUp = await fetch(url.replace(/session$/, 'status')).catch(() => null);
    if (isUp !== null) return command(url, { capabilities: CAPABILITIES });
  }
  throw new Error('WebKitWebDriver did not listen within 10 s');
}

// biome-ignore lint/suspicious/noExplicitAny: each command has an answer of its own shape.
async function command(url: string, body: object): Promise<any> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (response.ok) return value;
  throw new Error(`WebDriver: ${value.error}: ${value.message}`);
}

async function end(child: ChildProcess): Promise<void> {
  child.kill();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
