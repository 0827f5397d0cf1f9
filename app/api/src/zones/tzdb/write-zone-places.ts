import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPlaceNames, readCities } from '@dataiku-assessment/places';
import { buildZonePlaces } from './build-zone-places.ts';
import { readZoneSources } from './read-zone-sources.ts';

/** `npm run zone-places`: writes ../zone-places.json from the sources beside this file, and ../place-names.txt. */
const path = fileURLToPath(new URL('../zone-places.json', import.meta.url));
writeFileSync(path, JSON.stringify(buildZonePlaces(readZoneSources())));
execFileSync('biome', ['format', '--write', path], { stdio: 'inherit' });
writeFileSync(new URL('../place-names.txt', import.meta.url), buildPlaceNames(readCities()));
