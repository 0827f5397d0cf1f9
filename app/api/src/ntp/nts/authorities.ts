import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----/gs;

/**
 * The certificates of a file in PEM.
 * @throws Error when it can't be read, holds no certificate, or one that is malformed.
 */
export function readAuthorities(path: string): string {
  const certificates = readFileSync(path, 'utf8').match(CERTIFICATE);
  if (certificates === null) throw new Error('it holds no certificate in PEM');
  for (const certificate of certificates) new X509Certificate(certificate);
  return certificates.join('\n');
}
