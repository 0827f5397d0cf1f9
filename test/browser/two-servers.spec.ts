import type { SyncAnswer } from '@dataiku-assessment/contract';
import { startApi } from '../system/api-process.ts';
import { startSyncProxy } from '../system/sync-proxy.ts';
import { expect, expectAgreement, readFrames, test } from './page.fixture.ts';

const SHIFT_MS = 300;

/** The answer of a server whose host clock is ahead. */
function ahead(answer: SyncAnswer): SyncAnswer {
  const shifted = (ns: string) => String(BigInt(ns) + BigInt(SHIFT_MS) * 1_000_000n);
  return {
    ...answer,
    receivedNs: shifted(answer.receivedNs),
    sentNs: shifted(answer.sentNs),
    clock: { ...answer.clock, baseNs: shifted(answer.clock.baseNs) },
  };
}

test('two servers with different clocks behind one address are never mixed', async ({ page }) => {
  const apis = await Promise.all(['left', 'right'].map((id) => startApi({ CLOCK_ID: id })));
  const [left, right] = apis.map(({ port }) => ({ port }));
  if (left === undefined || right === undefined) throw new Error('Two servers were started.');
  const proxy = await startSyncProxy([left, { ...right, alter: ahead }]);

  await page.goto(proxy.url);
  await page.getByText('How is this known?').click();
  const elected = page.locator('dd').filter({ hasText: /^(left|right)$/ });
  await expect(elected).toHaveCount(1);
  const id = await elected.textContent();
  await expect(async () => expect(Math.min(...proxy.counts)).toBeGreaterThan(6)).toPass();

  expectAgreement(await readFrames(page, 12), id === 'right' ? SHIFT_MS : 0);
  await expect(elected).toHaveText(id ?? '');
  await expect(page.locator('dt', { hasText: 'Last reset' }).locator('+ dd')).toHaveText(
    'none so far',
  );
  await page.close();
  await proxy.close();
  await Promise.all(apis.map((api) => api.kill()));
});
