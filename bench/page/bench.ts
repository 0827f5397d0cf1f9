import { chromium } from '@playwright/test';
import { startApi } from '../../test/system/api-process.ts';
import { isKept, type Measure, reportLine } from './budgets.ts';
import { measureFileSizes } from './file-sizes.ts';
import { measureLighthouse } from './lighthouse.ts';
import { measureLongestTask } from './longest-task.ts';
import { measureMemory } from './memory.ts';
import { measureSlowNetwork } from './slow-network.ts';
import { measureSteadyState } from './steady-state.ts';
import { measureTyping } from './typing.ts';

/** Measures the built page against its budgets, and fails when one is broken. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const measures: Measure[] = [];

function report(found: readonly Measure[]): void {
  measures.push(...found);
  for (const measure of found) console.log(reportLine(measure));
}

report(measureFileSizes());
const api = await startApi();
try {
  report(await measureLighthouse(api.url, executablePath));
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    report(await measureSlowNetwork(browser, api.url));
    report(await measureLongestTask(browser, api.url));
    report(await measureTyping(browser, api.url));
    report(await measureSteadyState(browser, api.url));
    report(await measureMemory(browser, api.url));
  } finally {
    await browser.close();
  }
} finally {
  await api.kill();
}
process.exitCode = measures.every(isKept) ? 0 : 1;
