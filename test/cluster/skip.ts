import type { TestContext } from 'node:test';

/** Skips a test for want of something in the cluster; in continuous integration it fails instead. */
export function missing(t: TestContext, what: string): void {
  if (process.env.CI !== undefined) throw new Error(`the cluster lacks ${what}`);
  t.skip(`the cluster lacks ${what}`);
}
