import { DOCUMENTS, SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';

/**
 * Writes nginx's directives for the documents of the page to the standard output: the file of each, and
 * the headers that page and API share, with those of single documents.
 */
const documents = Object.entries(DOCUMENTS);
writeMap(
  '$uri',
  '$document',
  documents.map(([path, { file }]) => [path, `/${file}`]),
);
for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
  const variable = `$${name.replaceAll('-', '_')}`;
  const own = documents.flatMap(([path, { headers }]) => {
    const its = headers[name];
    return its === undefined ? [] : [[`/${DOCUMENTS[path]?.file}`, its] as const];
  });
  writeMap('$document', variable, [...own, ['default', value]]);
  process.stdout.write(`add_header ${name} ${variable} always;\n`);
}

function writeMap(from: string, to: string, entries: readonly (readonly [string, string])[]): void {
  const lines = entries.map(([key, value]) => `  ${key} "${value}";\n`);
  process.stdout.write(`map ${from} ${to} {\n${lines.join('')}}\n`);
}
