import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Where the build puts Swagger UI's files: a folder beside the bundle. */
const BESIDE_BUNDLE = new URL('./docs/', import.meta.url);

/** The folder of Swagger UI's files: beside the bundle, or from source that of its package. */
export function findDocsAssets(): URL {
  if (existsSync(BESIDE_BUNDLE)) return BESIDE_BUNDLE;
  const require = createRequire(import.meta.url);
  return new URL('./', pathToFileURL(require.resolve('swagger-ui-dist/package.json')));
}
