// Where in the body of a block an attribute stands: through inner blocks, lists and `dynamic` blocks.
// https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
import { itemsOf, type Node, type ObjectNode, type PropertyNode } from '../../syntax/node';
import { bodiesOf, entries } from './module';

/** An attribute, and the innermost block that it stands in. */
export interface Found {
  readonly property: PropertyNode;
  readonly value: Node;
  readonly block: ObjectNode;
}

/** The attributes at the end of a path such as `inline_policy.policy`. */
export function attributesAt(block: Node, path: string): readonly Found[] {
  if (block.kind !== 'object') return [];
  const dot = path.indexOf('.');
  if (dot < 0) {
    const named = block.properties.filter(({ key, value }) => key.value === path && value);
    return named.flatMap((property) => (property.value ? [{ property, value: property.value, block }] : []));
  }
  const name = path.slice(0, dot);
  const rest = path.slice(dot + 1);
  const inner = [...bodiesOf(block, name), ...generated(block, name)];
  return inner.flatMap((each) => attributesAt(each, rest));
}

/** The contents of `dynamic "name" { content { … } }`. */
function generated(block: ObjectNode, name: string): readonly Node[] {
  return bodiesOf(block, 'dynamic')
    .flatMap(entries)
    .filter(({ key }) => key.value === name)
    .flatMap(({ value }) => itemsOf(value))
    .flatMap((each) => bodiesOf(each, 'content'));
}
