import { isAlias, isMap, isPair, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';

/** One key of values.yaml, a group or a value. */
export interface DocumentedValue {
  /** Its keys joined by dots. */
  readonly path: string;
  /** The comment above it, as one line. */
  readonly comment: string;
  /** Its default; undefined for a group. */
  readonly value: unknown;
}

/** The keys of a values file with their comments, in its order. What is written in one line is one value. */
export function documentedValues(text: string): readonly DocumentedValue[] {
  const document = parseDocument(text);
  if (!isMap(document.contents)) throw new Error('the values are no map');
  const resolve = (node: unknown) => (isAlias(node) ? node.resolve(document) : node);
  return ofMap(document.contents, '', document.commentBefore ?? '', resolve);
}

/** The comment above a map's first key belongs to the map, or even to the document. */
function ofMap(
  map: YAMLMap,
  parent: string,
  first: string,
  resolve: (node: unknown) => unknown,
): readonly DocumentedValue[] {
  return map.items.filter(isPair).flatMap((pair: Pair, index) => {
    const { key } = pair;
    const value = resolve(pair.value);
    if (!isScalar(key)) throw new Error(`a key of ${parent} is no scalar`);
    const path = `${parent}${key.value}`;
    const above = index === 0 ? `${first}\n${map.commentBefore ?? ''}` : '';
    const comment = `${above}\n${key.commentBefore ?? ''}`.replace(/\s+/g, ' ').trim();
    return isMap(value) && value.flow !== true
      ? [{ path, comment, value: undefined }, ...ofMap(value, `${path}.`, '', resolve)]
      : [{ path, comment, value: (value as YAMLMap | null)?.toJSON() ?? null }];
  });
}
