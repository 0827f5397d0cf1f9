import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { npmPackages } from './npm-packages.ts';
import { thirdPartyLicenses } from './third-party-licenses.ts';

// Writes the licences of what an image ships, as THIRD_PARTY_LICENSES into a folder.
const string = { type: 'string' } as const;
const { workspace, node, output } = parseArgs({
  options: {
    /** The folder of the app, as the lock file names it. */
    workspace: string,
    /** The licence of the Node that is shipped; without it, none is. */
    node: string,
    output: string,
  },
}).values;
if (!workspace || !output) throw new Error('write-notices: --workspace and --output, both of them');

const nodeLicense = node === undefined ? undefined : readFileSync(node, 'utf8');
mkdirSync(output, { recursive: true });
writeFileSync(
  join(output, 'THIRD_PARTY_LICENSES'),
  thirdPartyLicenses(npmPackages('.', workspace), nodeLicense),
);
