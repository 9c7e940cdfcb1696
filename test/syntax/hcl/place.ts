// The parts of an HCL text that an edit is about, found by their keys.
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import {
  type ArrayNode,
  type Node,
  type ObjectNode,
  type Plain,
  type PropertyNode,
  property,
  type Tree,
} from '../../../server/src/syntax/node';

export interface Place {
  readonly text: string;
  readonly tree: Tree;
  readonly object: ObjectNode;
  readonly property: PropertyNode;
}

/** The property at a path of keys, with the object it is in. */
export function place(text: string, ...path: readonly string[]): Place {
  const tree = parseHcl(text);
  let node: Node | undefined = tree.roots[0];
  let found: Place | undefined;
  for (const key of path) {
    const inner: Node | undefined = node?.kind === 'dynamic' ? node.call?.args[0] : node;
    const at = property(inner, key);
    if (inner?.kind !== 'object' || !at) throw new Error(`There is no ${key} in ${text}.`);
    found = { text, tree, object: inner, property: at };
    node = at.value;
  }
  if (!found) throw new Error('The path is empty.');
  return found;
}

export function objectAt(
  text: string,
  ...path: readonly string[]
): { readonly tree: Tree; readonly object: ObjectNode } {
  const tree = parseHcl(text);
  const node = path.length === 0 ? tree.roots[0] : place(text, ...path).property.value;
  const object = node?.kind === 'dynamic' ? node.call?.args[0] : node;
  if (object?.kind !== 'object') throw new Error(`${path.join('.')} is no object.`);
  return { tree, object };
}

export function listAt(text: string): { readonly tree: Tree; readonly list: ArrayNode } {
  const { tree, property: at } = place(text, 'a');
  if (at.value?.kind !== 'array') throw new Error('a is no list.');
  return { tree, list: at.value };
}

/** The value that a text gives its attribute `a`, plain. */
export function plainIn(text: string): Plain | undefined {
  const { tree, property: at } = place(text, 'a');
  return at.value && tree.writer.plain(at.value);
}
