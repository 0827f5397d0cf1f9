import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type OutputBundle } from 'rolldown';

const require = createRequire(import.meta.url);

/** Puts the files that are read at run time beside the bundle: zones, and Swagger UI for /api/docs. */
const copyFiles = {
  name: 'copy-files',
  writeBundle() {
    const dist = join(import.meta.dirname, 'dist');
    for (const folder of ['docs', 'tzdb']) mkdirSync(join(dist, folder), { recursive: true });
    for (const name of ['zone-places.json', 'place-names.txt', 'tzdb/tzdata.zi']) {
      copyFileSync(join(import.meta.dirname, 'src/zones', name), join(dist, name));
    }
    const swaggerUi = dirname(require.resolve('swagger-ui-dist/package.json'));
    for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
      copyFileSync(join(swaggerUi, name), join(dist, 'docs', name));
    }
  },
};

/**
 * Writes the bundle in ASCII: a hundred characters of another alphabet in the strings of libraries
 * would make V8 keep, and read at each start, all of it as two bytes a character.
 */
const escapeCharacters = {
  name: 'escape-characters',
  generateBundle(_options: unknown, bundle: OutputBundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escapeCharacter);
    }
  },
};

/**
 * Keeps V8's compiled code beside the bundle, by running it once. With a fixed seed, the same files give
 * the same bytes. A cache of another release of Node, or of other text, is ignored.
 */
const compileCode = {
  name: 'compile-code',
  closeBundle() {
    const dist = join(import.meta.dirname, 'dist');
    rmSync(join(dist, 'compiled'), { recursive: true, force: true });
    execFileSync(process.execPath, ['--random-seed=1', join(dist, 'main.js'), '--help'], {
      env: { NODE_COMPILE_CACHE: join(dist, 'compiled'), NODE_COMPILE_CACHE_PORTABLE: '1' },
    });
  },
};

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export default defineConfig({
  input: { main: 'src/start.ts' },
  platform: 'node',
  // koffi finds its native file beside its own package.
  external: ['koffi'],
  resolve: { conditionNames: ['source', 'node', 'import', 'default'] },
  plugins: [copyFiles, escapeCharacters, compileCode],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    // Tracing and the cipher of NTS stay in files of their own, which are not read unless they are wanted.
    chunkFileNames: ({ name }) => (name === 'main' ? 'server.js' : 'on-demand/[name].js'),
    // Less text to read at each start. Names stay, for the stacks in the log.
    minify: { compress: false, mangle: false, codegen: true },
  },
});
