import { type Document, isCollection, isMap, isNode, isScalar } from 'yaml';

/**
 * Where in the text a path of keys leads: the key itself (`aboutKey`) or its value. Where the path ends early, because
 * something is missing, the nearest node above it.
 */
export function offsetOf(document: Document, path: readonly PropertyKey[], aboutKey: boolean): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const [depth, step] of path.entries()) {
    offset = startOf(node) ?? offset;
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      if (last && aboutKey) return startOf(pair.key) ?? offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isCollection(node)) {
      node = node.get(step, true);
    } else {
      return offset;
    }
  }
  return startOf(node) ?? offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
