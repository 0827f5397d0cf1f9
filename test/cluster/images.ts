import apiPackage from '../../app/api/package.json' with { type: 'json' };

const PREFIX = process.env.IMAGE_PREFIX ?? '';

/** An image as `make images` named it, loaded into the cluster. */
export function imageOf(name: 'dataiku-api' | 'dataiku-frontend'): string {
  return `${PREFIX}${name}:${apiPackage.version}`;
}

/** The same image as the chart's values name it. */
export function imageValues(name: 'dataiku-api' | 'dataiku-frontend') {
  return { registry: '', repository: `${PREFIX}${name}`, tag: apiPackage.version, digest: '' };
}
