// Policy variables as the data source writes them: `&{aws:username}` for `${aws:username}`.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document#context-variable-interpolation
import type { DynamicNode, Node, Plain, TemplatePiece } from '../../../syntax/node';
import { MadeArray, MarkedString } from './made';

/** The node with its policy variables read; the same node where it has none, lists aside. */
export function withVariables(node: Node): Node {
  switch (node.kind) {
    case 'string':
      return node.value.includes('&{') ? new MarkedString(node) : node;
    case 'array':
      return new MadeArray([node], changed(node.items, withVariables));
    case 'dynamic':
      return inDynamic(node);
    default:
      return node;
  }
}

function inDynamic(node: DynamicNode): DynamicNode {
  const parts = changed(node.parts, withVariables);
  const template = node.template && changed(node.template, inPiece);
  if (parts === node.parts && template === node.template) return node;
  return { ...node, parts, ...(template ? { template } : {}) };
}

function inPiece(piece: TemplatePiece): TemplatePiece {
  return piece.kind === 'string' && piece.value.includes('&{') ? new MarkedString(piece) : piece;
}

/** The list with each item changed; the same list where none is. */
function changed<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const made = items.map(change);
  return made.every((item, index) => item === items[index]) ? items : made;
}

/** A value with its policy variables written as the data source wants them. */
export function writtenVariables(value: string): string {
  return value.replaceAll('${', '&{');
}

/** A list as the attributes of the data source take it: of strings, and never one alone. */
export function listOf(value: Plain): readonly Plain[] {
  const items = isList(value) ? value : [value];
  return items.map((item) => (typeof item === 'object' ? item : writtenVariables(String(item))));
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
