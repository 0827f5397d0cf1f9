import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf } from './blocks.ts';
import { FILES, PAGES, read } from './pages.ts';

/** A block under the comment `from <path>` shows lines of that file, word for word. */
const QUOTES = PAGES.flatMap((page) =>
  blocksOf(read(page)).flatMap(({ mark, text, line }) => {
    const path = /^from (\S+)$/.exec(mark ?? '')?.[1];
    return path === undefined ? [] : [{ page, line, path, text }];
  }),
);

for (const { page, line, path, text } of QUOTES) {
  test(`${page}, line ${line}, shows what ${path} has`, () => {
    assert.ok(FILES.includes(path), `${path} is gone`);
    assert.ok(hasLines(read(path), text), `these lines are not in it:\n${text}`);
  });
}

/** Whether a text has these lines, one after the other, however far all of them are indented. */
function hasLines(text: string, lines: string): boolean {
  const [first = ''] = lines.split('\n');
  const indents = text.split('\n').filter((line) => line.trimStart() === first.trimStart());
  return indents
    .map((line) => line.slice(0, line.length - first.length))
    .some((indent) => `\n${text}`.includes(`\n${lines.replace(/^(?=.)/gm, indent)}`));
}

test('there are quotes from files', () => assert.ok(QUOTES.length > 2));

test('every mark of a block is one that a test looks at', () => {
  const known = /^(runnable|printed( by .+)?|from \S+)$/;
  const unknown = PAGES.flatMap((page) =>
    blocksOf(read(page))
      .filter(({ mark }) => mark !== null && !known.test(mark))
      .map(({ mark, line }) => `${page}, line ${line}: ${mark}`),
  );
  assert.deepEqual(unknown, []);
});
