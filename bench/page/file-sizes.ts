import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Measure } from './budgets.ts';

const DIST = new URL('../../app/frontend/dist/', import.meta.url);

/** What the built page weighs as it is sent, compressed. */
export function measureFileSizes(): Measure[] {
  const document = readFileSync(new URL('index.html', DIST), 'utf8');
  const sizes = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|css)\.gz$/.test(name))
    .map((name) => ({ name, kB: statSync(new URL(name, DIST)).size / 1_000 }));
  const sum = (pattern: RegExp, isWanted = (_name: string) => true) =>
    sizes
      .filter(({ name }) => pattern.test(name) && isWanted(name.replace('.gz', '')))
      .reduce((total, { kB }) => total + kB, 0);
  const isAtFirst = (name: string) => document.includes(name);
  const isPlaces = (name: string) => name.includes('places');
  return [
    { name: 'JavaScript at first', value: sum(/\.js\.gz$/, isAtFirst), limit: 85, unit: 'kB' },
    // The worker and what is loaded below the reading come after it.
    {
      name: 'JavaScript in all, without the cities',
      value: sum(/\.js\.gz$/, (name) => !isPlaces(name)),
      limit: 105,
      unit: 'kB',
    },
    // Loaded when a visitor looks for a place.
    { name: 'Cities', value: sum(/\.js\.gz$/, isPlaces), limit: 230, unit: 'kB' },
    { name: 'CSS in all', value: sum(/\.css\.gz$/), limit: 12, unit: 'kB' },
  ];
}
