/** A fenced block of a page. */
export interface Block {
  /** What stands after the opening fence: a language. */
  readonly language: string;
  readonly text: string;
  /** What the comment above the block says, which readers don't see: `runnable`, `printed`, … */
  readonly mark: string | null;
  /** The line of the opening fence, from 1. */
  readonly line: number;
}

const FENCED =
  /(?:^ *<!-- (?<mark>.+?) -->\n+)?^(?<indent> *)```(?<language>.*)\n(?<text>[\s\S]*?)^ *```$/gm;

/** The fenced blocks of a page, in their order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(FENCED)].map((match) => {
    const { mark, indent = '', language = '', text = '' } = match.groups ?? {};
    const opening = markdown.slice(0, match.index + match[0].indexOf('```'));
    return {
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      mark: mark ?? null,
      line: opening.split('\n').length,
    };
  });
}

/** What a page says outside of its blocks and comments. */
export function proseOf(markdown: string): string {
  return markdown.replace(FENCED, '').replace(/<!--[\s\S]*?-->/g, '');
}
