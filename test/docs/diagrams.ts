import { createHash } from 'node:crypto';
import { blocksOf } from './blocks.ts';
import { PAGES, read } from './pages.ts';

/** A drawing in Mermaid's language, and the picture that is made of it. */
export interface Diagram {
  readonly page: string;
  readonly line: number;
  /** What the comment `diagram <name>` above it calls it; null without one. */
  readonly name: string | null;
  readonly source: string;
  /** The path of the picture from the root. */
  readonly picture: string;
  /** Stands in the picture too, and so tells whether that shows this source. */
  readonly fingerprint: string;
}

/** The diagrams of all pages, as the pages are now. */
export function diagrams(): Diagram[] {
  return PAGES.flatMap((page) =>
    blocksOf(read(page))
      .filter(({ language }) => language === 'mermaid')
      .map(({ mark, text, line }) => {
        const name = /^diagram ([a-z-]+)$/.exec(mark ?? '')?.[1] ?? null;
        return {
          page,
          line,
          name,
          source: text,
          picture: `docs/images/${name}.svg`,
          fingerprint: `sha256:${createHash('sha256').update(text).digest('hex')}`,
        };
      }),
  );
}
