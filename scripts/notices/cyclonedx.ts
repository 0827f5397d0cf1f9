import type { DebianPackage } from './debian-packages.ts';
import type { NpmPackage } from './npm-packages.ts';

export interface Image {
  readonly name: string;
  readonly version: string;
  /** The version of Node that it ships; undefined where it ships none. */
  readonly nodeVersion: string | undefined;
  readonly npm: readonly NpmPackage[];
  readonly debian: readonly DebianPackage[];
}

/** The bill of materials of an image (CycloneDX 1.6). The same image gives the same bill. */
export function cyclonedx(image: Image): object {
  const { name, version, nodeVersion, npm, debian } = image;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'container', 'bom-ref': name, name, version } },
    components: [
      ...(nodeVersion === undefined ? [] : [nodeComponent(nodeVersion)]),
      ...npm.map(npmComponent),
      ...debian.map(debianComponent),
    ],
  };
}

function nodeComponent(version: string) {
  const purl = `pkg:generic/node@${version}`;
  const cpe = `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:*:*:*:*`;
  return { type: 'platform', 'bom-ref': purl, name: 'node', version, cpe, purl };
}

function npmComponent({ name, version, license, integrity }: NpmPackage) {
  const purl = `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
  const content = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
  const hashes = [{ alg: 'SHA-512', content }];
  const licenses = [{ expression: license }];
  return { type: 'library', 'bom-ref': purl, name, version, hashes, licenses, purl };
}

function debianComponent({ name, version, architecture }: DebianPackage) {
  const purl = `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${architecture}`;
  return { type: 'library', 'bom-ref': purl, name, version, purl };
}
