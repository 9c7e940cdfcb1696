// The policy document behind a property: an object as it is, or the JSON inside a string, plain or URL-encoded.
import { parseEmbeddedJson } from '../syntax/json/json';
import type { Node, ObjectNode, Tree } from '../syntax/node';

export interface FoundDocument {
  readonly node: ObjectNode;
  readonly tree: Tree;
}

/** `undefined` where the value holds no object, or one that is known only later. */
export function policyDocument(value: Node | undefined, tree: Tree): FoundDocument | undefined {
  if (value?.kind === 'object') return { node: value, tree };
  if (value?.kind !== 'string') return undefined;
  const embedded = parseEmbeddedJson(value);
  const root = embedded?.roots[0];
  return embedded && root?.kind === 'object' ? { node: root, tree: embedded } : undefined;
}
