import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin, type Rolldown } from 'vite';

/** Where `vite` alone finds the API that `make up` serves. */
const API = 'http://127.0.0.1:8080';

const SERVICE_WORKER = 'service-worker.js';

export default defineConfig({
  plugins: [react(), preload(), listPageFiles(), precompress()],
  // Workspace packages are built from their sources.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    // The content security policy knows no inline scripts and no data: addresses.
    assetsInlineLimit: 0,
    // One small style sheet: what the document shows before any script needs most of it.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/service-worker.ts' },
      output: {
        // A service worker has one address for ever, and only in the root may it serve all of the page.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? SERVICE_WORKER : 'assets/[name]-[hash].js',
        // A browser keeps React from one version of the page to the next.
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// }],
        },
      },
    },
  },
  server: { proxy: { '/api': API } },
});

/** Has what the page needs at once asked for with the document, not when a file names it. */
function preload(): Plugin {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.values(bundle).flatMap((file) => {
          const attributes = preloadAttributes(file);
          if (attributes === null) return [];
          const attrs = { ...attributes, crossorigin: '', href: `/${file.fileName}` };
          return [{ tag: 'link', attrs, injectTo: 'head-prepend' as const }];
        }),
    },
  };
}

function preloadAttributes(file: Rolldown.OutputAsset | Rolldown.OutputChunk) {
  if (file.fileName.endsWith('.woff2')) return { rel: 'preload', as: 'font' };
  // Only the first script's own import names them. What is drawn before them goes before them.
  const isOfPage = file.type === 'chunk' && ['page', 'react'].includes(file.name);
  return isOfPage ? { rel: 'modulepreload', fetchpriority: 'low' } : null;
}

/** Tells the service worker which files the page has, and a version that changes with each of them. */
function listPageFiles(): Plugin {
  return {
    name: 'list-page-files',
    apply: 'build',
    // After the document is written: Vite makes it in this very step.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[SERVICE_WORKER];
        if (worker?.type !== 'chunk') throw new Error('The page has no service worker.');
        const hash = createHash('sha256');
        const built = Object.values(bundle).filter(({ fileName }) => fileName !== SERVICE_WORKER);
        for (const file of built) hash.update(file.type === 'chunk' ? file.code : file.source);
        const kept = readdirSync('public');
        for (const name of kept) hash.update(readFileSync(join('public', name)));
        const names = [...built.map(({ fileName }) => fileName), ...kept];
        const paths = names.map((name) => (name === 'index.html' ? '/' : `/${name}`)).sort();
        const version = hash.digest('hex').slice(0, 16);
        const constants = `const PAGE_FILES=${JSON.stringify(paths)},PAGE_VERSION="${version}";`;
        worker.code = constants + worker.code;
      },
    },
  };
}

/** Writes a `.gz` beside each text file of the built page: both servers send it as it is. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(html|js|css|svg|json|webmanifest)$/.test(name)) continue;
        const path = join(dir, name);
        const level = constants.Z_BEST_COMPRESSION;
        writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level }));
      }
    },
  };
}
