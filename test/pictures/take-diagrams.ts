import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';
import { diagrams } from '../docs/diagrams.ts';
import { GENERATED_DIAGRAMS } from '../docs/generated-diagrams.ts';
import { ROOT, read } from '../docs/pages.ts';
import config from '../playwright.config.ts';

/**
 * Draws the diagrams of the documentation as pictures, for those who read it where Mermaid isn't
 * drawn. Those that are made of the repository's files are first written into their pages anew.
 */
const require = createRequire(import.meta.url);
const MERMAID = require.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js');

for (const [name, generate] of Object.entries(GENERATED_DIAGRAMS)) writeAnew(name, generate());

const browser = await chromium.launch(config.use?.launchOptions);
try {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ path: MERMAID });
  for (const { source, picture, fingerprint } of diagrams()) {
    const drawing = await page.evaluate(draw, source);
    writeFileSync(ROOT + picture, drawing.replace('>', `><!-- ${fingerprint} -->`));
  }
} finally {
  await browser.close();
}

function writeAnew(name: string, source: string): void {
  const { page } = diagrams().find((diagram) => diagram.name === name) ?? {};
  if (page === undefined) throw new Error(`no page shows the diagram ${name}`);
  const block = new RegExp(`(<!-- diagram ${name} -->\n+\`\`\`mermaid\n)[\\s\\S]*?(^\`\`\`)`, 'm');
  writeFileSync(
    ROOT + page,
    read(page).replace(block, (_block, opening: string, closing: string) => {
      return opening + source + closing;
    }),
  );
}

/** Runs in the browser: what Mermaid draws, as a file that stands alone. */
async function draw(source: string): Promise<string> {
  const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
  mermaid.initialize({
    startOnLoad: false,
    theme: 'neutral',
    fontFamily: 'Arial, Helvetica, sans-serif',
    look: 'classic',
    deterministicIds: true,
    handDrawnSeed: 1,
    // HTML within a picture is not shown everywhere.
    htmlLabels: false,
    flowchart: { htmlLabels: false, wrappingWidth: 420 },
  });
  const { svg } = await mermaid.render('diagram', source);
  const root = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
  if (root === null) throw new Error('Mermaid drew nothing');
  const [, , width = 0, height = 0] = root.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
  root.setAttribute('width', String(Math.ceil(width)));
  root.setAttribute('height', String(Math.ceil(height)));
  // Readable on a dark page too.
  root.setAttribute('style', 'background: white');
  return `${new XMLSerializer().serializeToString(root)}\n`;
}

interface Mermaid {
  initialize(options: object): void;
  render(id: string, source: string): Promise<{ readonly svg: string }>;
}
