import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The folder of Swagger UI's files in a build: beside the bundle. */
const BESIDE_BUNDLE = new URL('./docs/', import.meta.url);

/** The folder of Swagger UI's files: beside the bundle, or its package when run from source. */
export function findDocsAssets(): URL {
  if (existsSync(BESIDE_BUNDLE)) return BESIDE_BUNDLE;
  const require = createRequire(import.meta.url);
  return new URL('./', pathToFileURL(require.resolve('swagger-ui-dist/package.json')));
}
