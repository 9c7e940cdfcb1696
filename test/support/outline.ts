// A tree in a few words, for comparing what was read with what should have been.
import type { Node } from '../../server/src/syntax/node';

/** `{a: 1, b: [x, <a syntax error>], c: ∅}`: strings bare, dynamic values in angle brackets, missing ones as ∅. */
export function outline(node: Node | undefined): string {
  switch (node?.kind) {
    case undefined:
      return '∅';
    case 'object':
      return `{${node.properties.map(({ key, value }) => `${key.value}: ${outline(value)}`).join(', ')}}`;
    case 'array':
      return `[${node.items.map(outline).join(', ')}]`;
    case 'dynamic':
      return `<${[node.what, ...node.parts.map(outline)].join(' ')}>`;
    case 'null':
      return 'null';
    case 'number':
      return node.text;
    case 'boolean':
    case 'string':
      return String(node.value);
  }
}
