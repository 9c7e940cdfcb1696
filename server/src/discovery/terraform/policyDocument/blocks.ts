// The blocks of a body, those of Terraform's JSON syntax and of `dynamic` included.
// https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
import {
  type DynamicNode,
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  property,
} from '../../../syntax/node';
import type { Block } from './made';

/** The blocks behind a property whose key is their name. Values that are known only later stay what they are. */
export function blocksOf(owner: ObjectNode, at: PropertyNode): readonly (Block | DynamicNode)[] {
  return bodies(at, at, owner, false);
}

/** The content of `dynamic "name" { … }`, by the name of the blocks that it makes. */
export function dynamicBlocksOf(
  owner: ObjectNode,
  at: PropertyNode,
): readonly { readonly name: string; readonly block: Block | DynamicNode }[] {
  return itemsOf(at.value).flatMap((labels) =>
    (labels.kind === 'object' ? labels.properties : []).flatMap((label) =>
      itemsOf(label.value).flatMap((body) => {
        const content = property(body, 'content');
        const blocks = content?.value ? bodies(content, at, owner, true, label) : [unknown(label)];
        return blocks.map((block) => ({ name: label.key.value, block }));
      }),
    ),
  );
}

function bodies(
  at: PropertyNode,
  whole: PropertyNode,
  owner: ObjectNode,
  isDynamic: boolean,
  named = at,
): readonly (Block | DynamicNode)[] {
  const { value } = at;
  const list = value?.kind === 'array' ? value : undefined;
  return itemsOf(value).flatMap((body: Node): readonly (Block | DynamicNode)[] => {
    if (body.kind === 'dynamic') return [body];
    if (body.kind !== 'object') return [];
    const { start } = body.span;
    const place = list
      ? { span: body.span, head: { start, end: start + 1 } }
      : { span: at.span, head: at.key.span };
    return [{ named, property: whole, owner, list: isDynamic ? undefined : list, body, isDynamic, ...place }];
  });
}

function unknown({ span, key }: PropertyNode): DynamicNode {
  return { kind: 'dynamic', span, what: `dynamic "${key.value}"`, parts: [] };
}
