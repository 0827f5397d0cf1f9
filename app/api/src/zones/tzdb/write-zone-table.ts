import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildZoneTable } from './build-zone-table.ts';
import { readZoneSources } from './read-zone-sources.ts';

/** `npm run zone-table`: writes ../zone-table.json from the sources beside this file. */
const path = fileURLToPath(new URL('../zone-table.json', import.meta.url));
writeFileSync(path, JSON.stringify(buildZoneTable(readZoneSources())));
execFileSync('biome', ['format', '--write', path], { stdio: 'inherit' });
