import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig } from 'rolldown';

const require = createRequire(import.meta.url);

/** Puts what /api/docs needs of Swagger UI beside the bundle. */
const copyDocsAssets = {
  name: 'copy-docs-assets',
  writeBundle() {
    const folder = join(import.meta.dirname, 'dist/docs');
    mkdirSync(folder, { recursive: true });
    for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
      copyFileSync(
        join(dirname(require.resolve('swagger-ui-dist/package.json')), name),
        join(folder, name),
      );
    }
  },
};

export default defineConfig({
  input: 'src/main.ts',
  platform: 'node',
  // koffi finds its native file beside its own package.
  external: ['koffi'],
  resolve: { conditionNames: ['source', 'node', 'import', 'default'] },
  plugins: [copyDocsAssets],
  output: {
    dir: 'dist',
    format: 'esm',
    // Tracing stays in a file of its own, which is not read unless it is wanted.
    entryFileNames: '[name].js',
    chunkFileNames: 'tracing/[name].js',
    // Less text to read at each start. Names stay, for the stacks in the log.
    minify: { compress: false, mangle: false, codegen: true },
  },
});
