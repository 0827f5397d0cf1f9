import type { NpmPackage } from './npm-packages.ts';

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/** The licences of what is shipped, one section for each package. */
export function thirdPartyLicenses(npm: readonly NpmPackage[], nodeLicense?: string): string {
  const sections = npm.map(({ name, version, license, licenseTexts }) =>
    [`${name} ${version} (${license})`, ...licenseTexts].join('\n\n'),
  );
  if (nodeLicense !== undefined) sections.push(`Node.js\n\n${nodeLicense.trim()}`);
  return `${sections.join(RULE)}\n`;
}
