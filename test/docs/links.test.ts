import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Link {
  readonly text: string;
  readonly path: string;
  readonly anchor: string | undefined;
}

/** Links and pictures to files of this repository, and to headings. Code and the web are left out. */
function localLinks(markdown: string): Link[] {
  const prose = markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  const targets = [
    ...prose.matchAll(/\]\(([^)\s]+)\)/g),
    ...prose.matchAll(/(?:src|srcset|href)="([^"]+)"/g),
  ].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor] = target.split('#');
      return { text: target, path, anchor };
    });
}

/** The anchors that GitHub gives to headings. */
function anchors(markdown: string): string[] {
  const headings = markdown.replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' })
  .trim()
  .split('\n');

for (const page of pages) {
  test(`every link of ${page} leads to something`, () => {
    const broken = localLinks(readFileSync(join(ROOT, page), 'utf8')).filter(({ path, anchor }) => {
      const target = path === '' ? page : normalize(join(dirname(page), path));
      if (!existsSync(join(ROOT, target))) return true;
      if (anchor === undefined) return false;
      return !anchors(readFileSync(join(ROOT, target), 'utf8')).includes(anchor);
    });
    assert.deepEqual(
      broken.map(({ text }) => text),
      [],
    );
  });
}

test('there are pages, and links in them', () => {
  const links = pages.flatMap((page) => localLinks(readFileSync(join(ROOT, page), 'utf8')));
  assert.ok(pages.length > 5);
  assert.ok(links.length > 10);
});
