// Nodes as plain values, to be written elsewhere. No edits here.
import type { Node, Plain } from './node';

/** The plain value of a node; `undefined` where a part of it is known only later. */
export function plainOf(node: Node): Plain | undefined {
  switch (node.kind) {
    case 'string':
    case 'boolean':
      return node.value;
    case 'number':
      // An account id that lacks its quotes is a text, and keeps its zero.
      return /^0\d/.test(node.text) ? node.text : node.value;
    case 'null':
      return null;
    case 'dynamic':
      return undefined;
    case 'array': {
      const items = node.items.map(plainOf);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case 'object': {
      const plain: { [key: string]: Plain } = Object.create(null);
      for (const property of node.properties) {
        const value = property.value && plainOf(property.value);
        if (value === undefined || property.computed) return undefined;
        plain[property.key.value] = value;
      }
      return plain;
    }
  }
}
