import apiPackage from '../../app/api/package.json' with { type: 'json' };
import { kubectl } from '../cluster/kubectl.ts';
import { readValues } from '../gitops/manifests.ts';
import { eventually } from './eventually.ts';

interface Nodes {
  readonly items: readonly {
    readonly status: { readonly images: readonly { readonly names: readonly string[] }[] };
  }[];
}

interface Component {
  readonly image: { readonly registry: string; readonly repository: string };
}

interface Components {
  readonly api: Component;
  readonly frontend: Component;
}

/**
 * The API's image and the page's by their digests, as make cluster loads them: under the names that the
 * chart gives them, by tag and by digest.
 */
export async function loadedImages(): Promise<readonly string[]> {
  const { api, frontend } = readValues('charts/dataiku/values.yaml') as unknown as Components;
  const names = [api, frontend].map(({ image }) => `${image.registry}/${image.repository}`);
  // A node tells of a new image within half a minute.
  const found = await eventually(
    () => names.map(digestOf),
    (digests) => digests.every((digest) => digest !== undefined),
    1,
  );
  return found.map((image, n) => {
    if (image !== undefined) return image;
    const prefix = names[n]?.replace(/[^/]+$/, '');
    throw new Error(
      `no node has ${names[n]} by a digest: make images cluster IMAGE_PREFIX=${prefix}`,
    );
  });
}

/** The name by digest of the image that has this name and the version's tag. */
function digestOf(name: string): string | undefined {
  const { items } = JSON.parse(kubectl(['get', 'nodes', '--output=json'])) as Nodes;
  return items
    .flatMap(({ status }) => status.images)
    .find(({ names }) => names.includes(`${name}:${apiPackage.version}`))
    ?.names.find((other) => other.startsWith(`${name}@sha256:`));
}
