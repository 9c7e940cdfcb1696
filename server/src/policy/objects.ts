// Walks the objects of a policy and finds keys that stand twice. Knows no element by name.
import type { Node, ObjectNode, PropertyNode } from '../syntax/node';

/** All objects in a node, the node itself included, in source order. Dynamic values are not entered. */
export function objectsIn(node: Node): readonly ObjectNode[] {
  const objects: ObjectNode[] = [];
  collect(node, objects);
  return objects;
}

function collect(node: Node, objects: ObjectNode[]): void {
  if (node.kind === 'array') {
    for (const item of node.items) collect(item, objects);
  } else if (node.kind === 'object') {
    objects.push(node);
    for (const { value } of node.properties) if (value) collect(value, objects);
  }
}

/** A key that an earlier property of the same object has already. */
export interface RepeatedKey {
  readonly first: PropertyNode;
  readonly second: PropertyNode;
}

/**
 * The properties whose key stands before, compared by what `by` makes of it. Keys without a value yet, and those
 * that are known only later, are left out.
 */
export function repeatedKeys(object: ObjectNode, by: (key: string) => string): readonly RepeatedKey[] {
  if (object.properties.length < 2) return [];
  const firsts = new Map<string, PropertyNode>();
  const repeated: RepeatedKey[] = [];
  for (const property of object.properties) {
    if (!property.value || property.computed) continue;
    const name = by(property.key.value);
    const first = firsts.get(name);
    if (first) repeated.push({ first, second: property });
    else firsts.set(name, property);
  }
  return repeated;
}
