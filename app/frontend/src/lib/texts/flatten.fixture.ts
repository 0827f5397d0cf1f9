/** Every text by its path. Those that take values get numbers, which read the same in each language. */
export function flatten(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    return [[path, String(node(...Array.from({ length: node.length }, (_, index) => index + 2)))]];
  }
  return Object.entries(node as object).flatMap(([key, child]) => flatten(child, `${path}/${key}`));
}
