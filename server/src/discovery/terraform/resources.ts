// The blocks of a Terraform configuration by their type and name, from HCL and from Terraform's JSON syntax alike.
// https://developer.hashicorp.com/terraform/language/syntax/json
import { itemsOf, type Node, type ObjectNode, type PropertyNode } from '../../syntax/node';

/** A `resource` or `data` block. */
export interface TypedBlock {
  readonly type: string;
  /** Its name, with the body behind it. */
  readonly name: PropertyNode;
  readonly body: ObjectNode;
}

/** The blocks `kind "type" "name" { … }` of a file, those of the AWS provider alone. */
export function blocksIn(root: Node, kind: 'resource' | 'data'): readonly TypedBlock[] {
  const blocks: TypedBlock[] = [];
  for (const { key, value } of topLevel(root, kind).flatMap(entries)) {
    if (!key.value.startsWith('aws_')) continue;
    for (const name of itemsOf(value).flatMap(entries)) {
      for (const body of itemsOf(name.value)) {
        if (body.kind === 'object') blocks.push({ type: key.value, name, body });
      }
    }
  }
  return blocks;
}

/** What stands behind a top-level key of a file, each block by itself. */
export function topLevel(root: Node, key: string): readonly Node[] {
  return entries(root)
    .filter((each) => each.key.value === key)
    .flatMap(({ value }) => itemsOf(value));
}

export function entries(node: Node): readonly PropertyNode[] {
  return node.kind === 'object' ? node.properties : [];
}
