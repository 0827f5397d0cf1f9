import assert from 'node:assert/strict';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { proseOf } from './blocks.ts';
import { FILES_AND_FOLDERS, PAGES, read } from './pages.ts';

interface Link {
  readonly text: string;
  readonly path: string;
  readonly anchor: string | undefined;
}

/** Links and pictures to files of this repository, and to headings. Code and the web are left out. */
function localLinks(markdown: string): Link[] {
  const prose = proseOf(markdown).replace(/`[^`\n]*`/g, '');
  const targets = [
    ...prose.matchAll(/\]\(<?([^)\s>]+)/g),
    ...prose.matchAll(/^\[[^\]]+\]: *(\S+)/gm),
    ...prose.matchAll(/(?:src|srcset|href)="([^"]+)"/g),
  ].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor] = target.split('#');
      return { text: target, path, anchor };
    });
}

/** The anchors that GitHub gives to headings; of two equal ones, the second ends in -1. */
function anchors(markdown: string): string[] {
  const seen = new Map<string, number>();
  return [...proseOf(markdown).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => {
    const anchor = heading
      .replace(/\]\([^)]*\)/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}

for (const page of PAGES) {
  test(`every link of ${page} leads to something`, () => {
    const broken = localLinks(read(page)).filter(({ path, anchor }) => {
      const target = path === '' ? page : normalize(join(dirname(page), path)).replace(/\/$/, '');
      if (!FILES_AND_FOLDERS.has(target)) return true;
      return anchor !== undefined && !anchors(read(target)).includes(anchor);
    });
    assert.deepEqual(
      broken.map(({ text }) => text),
      [],
    );
  });
}

test('every page can be reached from the README', () => {
  const reached = new Set<string>();
  const follow = (page: string) => {
    if (reached.has(page)) return;
    reached.add(page);
    for (const { path } of localLinks(read(page))) {
      const target = normalize(join(dirname(page), path)).replace(/\/$/, '');
      for (const next of PAGES) {
        // A folder shows its README, and lists its pages.
        if (next === target || (FILES_AND_FOLDERS.has(target) && dirname(next) === target)) {
          follow(next);
        }
      }
    }
  };
  follow('README.md');
  assert.deepEqual(
    PAGES.filter((page) => !reached.has(page)),
    [],
  );
});
