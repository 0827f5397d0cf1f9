import { type PublicNames, publicNames } from './gitops-values.ts';

/** The records that external-dns would keep, as lines of a zone file (RFC 1035). */
export function zoneRecords({ host, edgeHost, edgeAddress }: PublicNames): string {
  return `${host}. IN CNAME ${edgeHost}.\n${edgeHost}. IN A ${edgeAddress}\n`;
}

if (import.meta.main) {
  process.stdout.write(zoneRecords(publicNames(process.argv[2] ?? 'production')));
}
