import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { defineConfig, type OutputBundle } from 'rolldown';

const require = createRequire(import.meta.url);
const DIST = join(import.meta.dirname, 'dist');

/** Puts the files that are read at run time beside the bundle: zones, and Swagger UI for /api/docs. */
const copyFiles = {
  name: 'copy-files',
  buildStart() {
    rmSync(DIST, { recursive: true, force: true });
  },
  writeBundle() {
    for (const folder of ['docs', 'tzdb']) mkdirSync(join(DIST, folder), { recursive: true });
    for (const name of ['zone-places.json', 'place-names.txt', 'tzdb/tzdata.zi']) {
      copyFileSync(join(import.meta.dirname, 'src/zones', name), join(DIST, name));
    }
    const swaggerUi = dirname(require.resolve('swagger-ui-dist/package.json'));
    for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
      copyFileSync(join(swaggerUi, name), join(DIST, 'docs', name));
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

/** Modules that libraries load at the start for features that are not used here, by the file that requires them. */
const UNUSED: readonly (readonly [file: string, module: string])[] = [
  // The edge ends TLS and HTTP/2: without their modules the start takes 15 ms less.
  ['/fastify/lib/server.js', 'node:https'],
  ['/fastify/lib/server.js', 'node:http2'],
  // Prometheus scrapes; the push gateway would load https.
  ['/prom-client/index.js', './lib/pushgateway'],
];

const found = new Set<(typeof UNUSED)[number]>();
const leaveOut = {
  name: 'leave-out',
  resolveId(id: string, importer = '') {
    const unused = UNUSED.find(([file, module]) => importer.endsWith(file) && id === module);
    if (unused === undefined) return null;
    found.add(unused);
    return '\0unused';
  },
  load: (id: string) => (id === '\0unused' ? '' : null),
  buildEnd() {
    const gone = UNUSED.find((unused) => !found.has(unused));
    if (gone !== undefined) throw new Error(`${gone.join(' no longer requires ')}: mend UNUSED`);
  },
};

/**
 * Keeps the code that V8 has compiled until the first answer beside the bundle. With a fixed seed, the same files
 * give the same bytes. Node of another release compiles anew.
 */
const compileCode = {
  name: 'compile-code',
  async closeBundle() {
    const program = join(import.meta.dirname, 'src/write-compiled.ts');
    const child = spawn(process.execPath, ['--random-seed=1', program, DIST], {
      env: { HOST: '127.0.0.1', PORT: '0', MANAGEMENT_PORT: '0', DRAIN_SECONDS: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    for await (const line of createInterface(child.stdout)) {
      const [, url] = /"serving on (.+?)"/.exec(line) ?? [];
      if (url === undefined) continue;
      try {
        await (await fetch(new URL('/api/v1/time', url))).text();
      } finally {
        child.kill('SIGTERM');
      }
    }
    const [code] = await exit;
    if (code !== 0) throw new Error(`the bundle ended with ${code}`);
  },
};

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export default defineConfig({
  input: { main: 'src/start.ts', server: 'src/main.ts' },
  platform: 'node',
  resolve: { conditionNames: ['source', 'node', 'import', 'default'] },
  plugins: [copyFiles, leaveOut, escapeCharacters, compileCode],
  output: {
    dir: DIST,
    // V8 keeps the compiled functions of a script, not those of a module.
    format: 'cjs',
    entryFileNames: '[name].cjs',
    // Tracing and the cipher of NTS stay in files of their own, which are not read unless they are wanted.
    chunkFileNames: 'on-demand/[name].cjs',
    // Less text to read at each start. Names stay, for the stacks in the log.
    minify: { compress: false, mangle: false, codegen: true },
  },
});
