import { describe, expect, it } from 'vitest';
import { parseText } from '../../server/src/syntax/languages';
import { movedNode } from '../../server/src/syntax/moved';
import type { Node } from '../../server/src/syntax/node';

describe('a value that moves on with each key press', () => {
  it.each([
    ['a string', '"a b"'],
    ['a string with an escape', '"a\\nb"'],
    ['an object', '{ "a\\n": "b\\n" }'],
    ['a list', '["a\\nb"]'],
  ])('%s', (_, text) => {
    const [root] = parseText(text, 'json').roots;
    if (!root) throw new Error('There is no value');
    let node: Node = root;
    for (let i = 0; i < 100_000; i++) node = movedNode(node, 1);
    expect(placesOf(node)).toEqual(placesOf(movedNode(root, 100_000)));
    expect(node.span.start).toBe(100_000);
  });
});

/** Where a value and all that is in it stand, to the character. */
function placesOf(node: Node): unknown {
  switch (node.kind) {
    case 'object':
      return node.properties.map(({ span, key, value }) => [span, placesOf(key), value && placesOf(value)]);
    case 'array':
      return [node.span, node.items.map(placesOf)];
    case 'string':
      return [node.span, node.spanOf(1, 2)];
    default:
      return node.span;
  }
}
