import { readdirSync, statSync } from 'node:fs';
import type { Measure } from './budgets.ts';

const DIST = new URL('../../app/frontend/dist/', import.meta.url);

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
  // React and what it renders at once. The parts below the reading load when the browser is idle.
  const isInteraction = (name: string) => /^assets\/(page|react|rolldown-runtime)-/.test(name);
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
      value: sum(/\.js\.gz$/, (name) => isFirstScript(name) || isInteraction(name)),
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
