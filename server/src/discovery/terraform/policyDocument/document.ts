// The body of a data source as a policy in IAM's shape. Keys and values keep the places that they have in the text.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
import {
  type DynamicNode,
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  type StringNode,
} from '../../../syntax/node';
import { blocksOf, dynamicBlocksOf } from './blocks';
import { type Block, ElementKey, MadeObject, MadeProperty } from './made';
import { elementOf, mergedDocuments } from './names';
import { attributeOf, defaultOf } from './properties';
import { statementOf } from './statement';

/** The policy that a data source of this name writes. */
export function policyOf(label: StringNode, body: ObjectNode): MadeObject {
  const properties: PropertyNode[] = [];
  const statements: Node[] = [];
  let statementKey: StringNode | undefined;
  let version: PropertyNode | undefined;
  for (const each of body.properties) {
    const found = statementsOf(body, each);
    const name = each.key.value;
    if (found.length > 0) {
      statementKey ??= each.key;
      statements.push(...found);
    } else if (each.value?.kind !== 'null' && name !== 'statement') {
      const element = elementOf('document', name);
      if (element === undefined) continue;
      const made = attributeOf(body, each, element);
      properties.push(made);
      if (element === 'Version') version = made;
    }
  }
  if (statementKey) properties.push(listProperty(statementKey, statements));
  if (!version && properties.length > 0) {
    properties.push(defaultOf('Version', '2012-10-17', label.span, { owner: body, name: 'version' }));
  }
  return new MadeObject(
    { start: label.span.start, end: body.span.end },
    properties,
    { kind: 'document' },
    body,
  );
}

/** The statements that a property of the body makes, and a value known only later for those from elsewhere. */
function statementsOf(body: ObjectNode, at: PropertyNode): readonly Node[] {
  const name = at.key.value;
  if (name === 'statement')
    return blocksOf(body, at).map((each) => ('body' in each ? statementOf(each) : each));
  if (name === 'dynamic') {
    return dynamicBlocksOf(body, at)
      .filter((each) => each.name === 'statement')
      .map(({ block }) => ('body' in block ? anyNumberOf(block) : block));
  }
  return mergedDocuments.has(name) && mayMerge(at.value) ? [merged(at)] : [];
}

/** Whether something comes of the documents that are merged: nothing does of an empty list and an empty string. */
function mayMerge(value: Node | undefined): boolean {
  return itemsOf(value).some(
    (item) => item.kind !== 'null' && !(item.kind === 'string' && item.value === ''),
  );
}

function merged({ key, value, span }: PropertyNode): DynamicNode {
  return { kind: 'dynamic', span: value?.span ?? span, what: key.value, parts: [] };
}

/** A dynamic block makes its statement as often as it turns out to, and maybe not at all. */
function anyNumberOf(block: Block): DynamicNode {
  const { span } = block.property;
  return { kind: 'dynamic', span, what: 'dynamic "statement"', parts: [statementOf(block)] };
}

function listProperty(key: StringNode, items: readonly Node[]): MadeProperty {
  const span = { start: items[0]?.span.start ?? key.span.start, end: items.at(-1)?.span.end ?? key.span.end };
  return new MadeProperty(span, new ElementKey('Statement', key), { kind: 'array', span, items }, {});
}
