import { SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';

/** Writes the headers that page and API share, as nginx's directives, to the standard output. */
for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
  process.stdout.write(`add_header ${name} "${value}" always;\n`);
}
