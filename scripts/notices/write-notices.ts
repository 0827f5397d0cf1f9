import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cyclonedx } from './cyclonedx.ts';
import { debianPackages } from './debian-packages.ts';
import { npmPackages } from './npm-packages.ts';
import { thirdPartyLicenses } from './third-party-licenses.ts';

// Writes what an image says of its contents: THIRD_PARTY_LICENSES and sbom.cdx.json.
const string = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    /** The folder of the app, as the lock file names it. */
    workspace: string,
    name: string,
    version: string,
    /** A folder with dpkg's records of the packages in the image. */
    packages: string,
    /** The licence of the Node that is shipped; without it, none is. */
    node: string,
    output: string,
  },
});
const { workspace, name, version, packages, output } = values;
if (!workspace || !name || !version || !packages || !output) {
  throw new Error(
    'write-notices: --workspace, --name, --version, --packages and --output, all of them',
  );
}
const npm = npmPackages('.', workspace);
const nodeLicense = values.node === undefined ? undefined : readFileSync(values.node, 'utf8');
const nodeVersion = values.node === undefined ? undefined : process.versions.node;
const debian = debianPackages(packages);
const bill = cyclonedx({ name, version, nodeVersion, npm, debian });
mkdirSync(output, { recursive: true });
writeFileSync(join(output, 'THIRD_PARTY_LICENSES'), thirdPartyLicenses(npm, nodeLicense));
writeFileSync(join(output, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
