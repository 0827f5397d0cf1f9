import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Measure } from './budgets.ts';

const DIST = new URL('../../app/frontend/dist/', import.meta.url);
const ASSETS = new URL('assets/', DIST);

/** What the built page weighs as it is sent, compressed. */
export function measureFileSizes(): Measure[] {
  const sizes = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|css)\.gz$/.test(name))
    .map((name) => ({ name, kB: statSync(new URL(name, DIST)).size / 1_000 }));
  const sum = (pattern: RegExp, isWanted = (_name: string) => true) =>
    sizes
      .filter(({ name }) => pattern.test(name) && isWanted(name.replace('.gz', '')))
      .reduce((total, { kB }) => total + kB, 0);
  const isFirstScript = (name: string) => /^(before-page|assets\/index-)/.test(name);
  // React and what it renders at once. The later parts load when the browser is idle.
  const rendered = withImports('page-', readdirSync(ASSETS));
  const isRendered = (name: string) => rendered.has(name.replace('assets/', ''));
  const isPlaces = (name: string) => name.includes('places');
  return [
    {
      name: 'First script, with what runs before it',
      value: sum(/\.js\.gz$/, isFirstScript),
      limit: 15,
      unit: 'kB',
    },
    {
      name: 'JavaScript before interaction, in English',
      value: sum(/\.js\.gz$/, (name) => isFirstScript(name) || isRendered(name)),
      limit: 85,
      unit: 'kB',
    },
    // The worker and what is loaded below the reading come after it.
    {
      name: 'JavaScript of all documents and languages, without the cities',
      value: sum(/\.js\.gz$/, (name) => !isPlaces(name)),
      limit: 180,
      unit: 'kB',
    },
    // Loaded when a visitor looks for a place.
    { name: 'Cities', value: sum(/\.js\.gz$/, isPlaces), limit: 230, unit: 'kB' },
    { name: 'CSS in all', value: sum(/\.css\.gz$/), limit: 12, unit: 'kB' },
  ];
}

/** The script that begins with a name, and all that it imports before it runs. */
function withImports(start: string, names: readonly string[], found = new Set<string>()) {
  const name = names.find((name) => name.startsWith(start) && name.endsWith('.js'));
  if (name === undefined || found.has(name)) return found;
  found.add(name);
  const imports = readFileSync(new URL(name, ASSETS), 'utf8').matchAll(/from"\.\/([^"]+)"/g);
  for (const [, imported = ''] of imports) withImports(imported, names, found);
  return found;
}
