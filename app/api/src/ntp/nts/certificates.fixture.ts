import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** A certificate and its key, as files in PEM. */
export interface Certificate {
  readonly certificateFile: string;
  readonly keyFile: string;
}

/** An authority of a test's own. */
export interface Authority extends Certificate {
  /** Issues a certificate for a name or an address, such as `DNS:localhost`; `days` may be −1. */
  issue(subject: string, days?: number): Certificate;
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Makes an authority with openssl; its files are gone after the test. */
export function makeAuthority(t: Pick<TestContext, 'after'>): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  t.after(() => rmSync(folder, { recursive: true }));
  let issued = 0;
  const files = (name: string) => ({
    certificateFile: join(folder, `${name}.pem`),
    keyFile: join(folder, `${name}.key`),
  });
  const own = files('authority');
  const subject = ['-subj', '/CN=test authority', '-addext', 'keyUsage=keyCertSign'];
  openssl(
    'req',
    '-x509',
    ...NEW_KEY,
    ...subject,
    '-keyout',
    own.keyFile,
    '-out',
    own.certificateFile,
  );
  return {
    ...own,
    issue(name, days = 30) {
      issued += 1;
      const leaf = files(String(issued));
      const [request, extensions] = [join(folder, 'request'), join(folder, 'extensions')];
      writeFileSync(extensions, `subjectAltName=${name}\n`);
      openssl(
        'req',
        '-new',
        ...NEW_KEY,
        '-subj',
        '/CN=test',
        '-keyout',
        leaf.keyFile,
        '-out',
        request,
      );
      openssl(
        ...['x509', '-req', '-in', request, '-extfile', extensions, '-days', String(days)],
        ...['-CA', own.certificateFile, '-CAkey', own.keyFile, '-CAcreateserial'],
        ...['-out', leaf.certificateFile],
      );
      return leaf;
    },
  };
}

function openssl(...options: readonly string[]): void {
  execFileSync('openssl', options, { stdio: ['ignore', 'ignore', 'pipe'] });
}
