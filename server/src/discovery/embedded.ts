// The policy document behind a property: an object as it is, or the JSON inside a string, plain, URL-encoded or with holes.
import { parseEmbeddedJson, parseTemplateJson } from '../syntax/json/json';
import type { Node, ObjectNode, Tree } from '../syntax/node';

export interface FoundDocument {
  readonly node: ObjectNode;
  readonly tree: Tree;
}

/** `undefined` where the value holds no object, or one that is known only later. */
export function policyDocument(value: Node | undefined, tree: Tree): FoundDocument | undefined {
  if (value?.kind === 'object') return { node: value, tree };
  const embedded = treeIn(value);
  const root = embedded?.roots[0];
  return embedded && root?.kind === 'object' ? { node: root, tree: embedded } : undefined;
}

/** The JSON in a string, or in a text with holes. */
function treeIn(value: Node | undefined): Tree | undefined {
  if (value?.kind === 'string') return parseEmbeddedJson(value);
  return value?.kind === 'dynamic' && value.template ? parseTemplateJson(value.template) : undefined;
}
