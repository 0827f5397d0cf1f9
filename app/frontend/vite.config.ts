import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, minifySync, type Plugin } from 'vite';
import { places } from './places/places-plugin.ts';

/** The API of `make up` or `make dev`, for Vite's development server. */
const API = 'http://127.0.0.1:8080';

const SERVICE_WORKER = 'service-worker.js';
const PLACES = 'places';

/** Files that no page needs offline: those of a frame of another site, and of link previews. */
const NOT_OFFLINE = ['before-embed.js', 'embed', 'embed.html', 'preview.png'];

export default defineConfig({
  // Relative, so that the page can be served below any path.
  base: './',
  plugins: [
    react(),
    places(),
    preloadFont(),
    otherDocuments(),
    listPageFiles(),
    minifyPublic(),
    precompress(),
  ],
  // Workspace packages are built from their sources.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    // The content security policy forbids inline scripts and data: addresses.
    assetsInlineLimit: 0,
    // One small style sheet: the document needs most of it before any script runs.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/service-worker.ts' },
      output: {
        // A service worker needs a stable address, beside the document so that it may serve the whole page.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? SERVICE_WORKER : 'assets/[name]-[hash].js',
        // React in a chunk of its own stays in the browser's cache from one version to the next.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: PLACES, test: /virtual:places/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': API } },
});

/**
 * Preloads the font, before the style sheet refers to it. Not React: on a slow network it would take the
 * way from the first script, which asks for it.
 */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => name.endsWith('.woff2'))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', crossorigin: '', href: `./${name}` },
            injectTo: 'head-prepend' as const,
          })),
    },
  };
}

/**
 * Writes the other documents, which load the same first script. As entries of their own they would split it
 * into several files.
 */
function otherDocuments(): Plugin {
  return {
    name: 'other-documents',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const index = bundle['index.html'];
        if (index?.type !== 'asset') throw new Error('The page has no document.');
        const tags = String(index.source).match(
          /<(script type="module"|link rel="(preload|stylesheet)").*>/g,
        );
        for (const fileName of ['wall.html', 'embed.html']) {
          const source = readFileSync(fileName, 'utf8')
            .replace(
              '<script type="module" src="/src/main.ts"></script>',
              tags?.join('\n    ') ?? '',
            )
            .replaceAll('="/', '="./');
          this.emitFile({ type: 'asset', fileName, source });
        }
      },
    },
  };
}

/** Gives the service worker the list of the page's files, and a version that changes with each of them. */
function listPageFiles(): Plugin {
  return {
    name: 'list-page-files',
    apply: 'build',
    // Last, because Vite writes the document in the same step.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[SERVICE_WORKER];
        if (worker?.type !== 'chunk') throw new Error('The page has no service worker.');
        const hash = createHash('sha256');
        const built = Object.values(bundle).filter(
          // The cities are loaded when a visitor looks for one; not every visitor does.
          ({ fileName, name = fileName }) =>
            ![SERVICE_WORKER, ...NOT_OFFLINE].includes(fileName) &&
            ![PLACES, ...NOT_OFFLINE].includes(name),
        );
        for (const file of built) hash.update(file.type === 'chunk' ? file.code : file.source);
        const kept = readdirSync('public').filter((name) => !NOT_OFFLINE.includes(name));
        for (const name of kept) hash.update(readFileSync(join('public', name)));
        const names = [...built.map(({ fileName }) => fileName), ...kept];
        // Documents have addresses of their own.
        const paths = names.map((name) => name.replace(/^index\.html$|\.html$/, '')).sort();
        const version = hash.digest('hex').slice(0, 16);
        const constants = `const PAGE_FILES=${JSON.stringify(paths)},PAGE_VERSION="${version}";`;
        worker.code = constants + worker.code;
      },
    },
  };
}

/** Minifies the scripts of `public`, which Vite copies as they are. */
function minifyPublic(): Plugin {
  return {
    name: 'minify-public',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync('public').filter((name) => name.endsWith('.js'))) {
        const path = join(dir, name);
        writeFileSync(path, minifySync(name, readFileSync(path, 'utf8')).code);
      }
    },
  };
}

/** Writes a `.gz` beside each text file of the built page. Both servers send these files. */
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
