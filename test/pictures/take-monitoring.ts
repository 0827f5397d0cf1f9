import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { stringify } from 'yaml';
import { RULES, ruleText } from '../../monitoring/rules/rule-files.ts';
import config from '../playwright.config.ts';
import { type ApiProcess, startApi } from '../system/api-process.ts';
import { startChrony } from '../system/chrony-server.ts';
import { freePort } from '../system/free-port.ts';
import { spawn } from '../system/spawn.ts';
import { unpackPackage } from '../system/unpack-package.ts';

/**
 * Takes the pictures of monitoring from a real Prometheus's own page: two APIs that ask a real NTP
 * server, the chart's rules as they are, and one API that is killed. Takes some five minutes, most
 * of which the alert waits for.
 */
const IMAGES = new URL('../../docs/images/', import.meta.url);
const SCRAPE_INTERVAL = '1s';
/** The alert waits for three minutes, and what is behind the picture's window is left out. */
const SECONDS_UNTIL_FIRING = 230;

/** The scripts, styles and icons of Prometheus's page, which Debian packs by themselves. */
const PAGE_PARTS = [
  'fonts-glyphicons-halflings',
  'libjs-bootstrap4',
  'libjs-d3',
  'libjs-eonasdan-bootstrap-datetimepicker',
  'libjs-jquery',
  'libjs-jquery-hotkeys',
  'libjs-moment',
  'libjs-moment-timezone',
  'libjs-mustache',
  'libjs-popper.js',
  'libjs-rickshaw',
];

const debian = unpackPackage('prometheus', ...PAGE_PARTS);
const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
const chrony = await startChrony();
const env = { NTP_SERVERS: chrony.name, NTP_POLL_SECONDS: '16' };
const apis = [await startApi(env), await startApi(env)];
const address = `127.0.0.1:${await freePort()}`;
const prometheus = startPrometheus(apis);
try {
  await wait(20_000);
  await apis[1]?.kill();
  await wait(SECONDS_UNTIL_FIRING * 1_000);
  const browser = await chromium.launch(config.use?.launchOptions);
  const page = await browser.newPage({ viewport: { width: 1200, height: 640 } });
  await takeBound(page);
  await takeAlerts(page);
  await browser.close();
} finally {
  prometheus.kill('SIGKILL');
  await once(prometheus, 'exit');
  await apis[0]?.kill();
  await chrony.stop();
  rmSync(folder, { recursive: true });
}

function startPrometheus(targets: readonly ApiProcess[]) {
  for (const [name, groups] of Object.entries(RULES)) {
    writeFileSync(join(folder, name), ruleText(groups));
  }
  const scrapes = targets.map(({ managementUrl }, index) => ({
    targets: [new URL(managementUrl).host],
    labels: {
      ...{ namespace: 'dataiku-production', release: 'dataiku', component: 'api' },
      endpoint: 'metrics',
      ...{ pod: `dataiku-api-${'ab'[index]}`, node: `node-${'ab'[index]}` },
    },
  }));
  writeFileSync(
    join(folder, 'prometheus.yaml'),
    stringify({
      global: { scrape_interval: SCRAPE_INTERVAL, evaluation_interval: SCRAPE_INTERVAL },
      rule_files: Object.keys(RULES),
      scrape_configs: [{ job_name: 'dataiku-api', static_configs: scrapes }],
    }),
  );
  const options = [
    `--config.file=${join(folder, 'prometheus.yaml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    `--web.listen-address=${address}`,
    `--web.local-assets=${join(debian, 'usr/share/prometheus/web')}`,
  ];
  return spawn(join(debian, 'usr/bin/prometheus'), options, { stdio: 'ignore' });
}

/** The bound of the API that is left: it grows until the NTP server is asked again. */
async function takeBound(page: Page): Promise<void> {
  const query = new URLSearchParams({
    'g0.range_input': '3m',
    'g0.expr': 'clock_bound_seconds',
    'g0.step_input': '1',
    'g0.tab': '0',
  });
  await page.goto(`http://${address}/classic/graph?${query}`);
  await page.locator('.rickshaw_graph svg path').first().waitFor();
  await shoot(page, 'monitoring-bound');
}

/** The alerts that are active: one is firing. */
async function takeAlerts(page: Page): Promise<void> {
  await page.goto(`http://${address}/classic/alerts`);
  await page.locator('#alertFilters label', { hasText: 'Inactive' }).click();
  await page.locator('.alert_header', { hasText: 'DataikuTargetDown' }).click();
  await page.locator('.state_indicator', { hasText: 'firing' }).waitFor();
  await shoot(page, 'monitoring-alerts');
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(1_000);
  await page.screenshot({
    path: fileURLToPath(new URL(`${name}.png`, IMAGES)),
    fullPage: true,
  });
}
