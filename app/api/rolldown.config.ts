import { defineConfig } from 'rolldown';

export default defineConfig({
  input: 'src/main.ts',
  platform: 'node',
  // koffi finds its native file beside its own package.
  external: ['koffi'],
  resolve: { conditionNames: ['source', 'node', 'import', 'default'] },
  output: { file: 'dist/main.js', format: 'esm', minify: false, codeSplitting: false },
});
