import assert from 'node:assert/strict';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The path of what a link into this repository leads to. */
export function repositoryPath(url: string): string {
  const path = /^https:\/\/github\.com\/[^/]+\/[^/]+\/(?:blob|tree)\/main\/(.+)$/.exec(url)?.[1];
  assert.ok(path !== undefined, url);
  return join(ROOT, path);
}
