// A `statement` block as a statement in IAM's shape.
import type { Node, ObjectNode, PropertyNode } from '../../../syntax/node';
import { blocksOf, dynamicBlocksOf } from './blocks';
import { conditionOf } from './condition';
import { type Block, MadeArray, MadeObject, type MadeProperty } from './made';
import { elementOf } from './names';
import { type PrincipalBlock, principalsOf } from './principals';
import { attributeOf, defaultOf } from './properties';
import { withVariables } from './variables';

/** The blocks of a statement, by their name; a value known only later stands for blocks that it may become. */
type Found = Map<string, PrincipalBlock[]>;

export function statementOf(block: Block): MadeObject {
  const { body } = block;
  const properties: PropertyNode[] = [];
  const found: Found = new Map();
  let hasEffect = false;
  for (const each of body.properties) {
    if (collectBlocks(body, each, found)) continue;
    const made = elementIn(body, each);
    if (!made) continue;
    hasEffect ||= made.key.value === 'Effect';
    properties.push(made);
  }
  for (const [name, blocks] of found) {
    properties.push(name === 'condition' ? conditionOf(body, blocks) : principalsOf(body, name, blocks));
  }
  if (!hasEffect && properties.length > 0) {
    properties.push(defaultOf('Effect', 'Allow', block.head, { owner: body, name: 'effect' }));
  }
  return new MadeObject(block.span, properties, { kind: 'statement' }, body, [block]);
}

/** Takes the blocks of a property; `false` where it is an attribute. */
function collectBlocks(body: ObjectNode, at: PropertyNode, found: Found): boolean {
  const name = at.key.value;
  if (name === 'dynamic') {
    for (const { name: made, block } of dynamicBlocksOf(body, at)) add(found, made, block);
    return true;
  }
  if (!isBlockName(name)) return false;
  for (const block of blocksOf(body, at)) add(found, name, block);
  return true;
}

function isBlockName(name: string): boolean {
  return name === 'principals' || name === 'not_principals' || name === 'condition';
}

function add(found: Found, name: string, block: PrincipalBlock): void {
  if (!isBlockName(name)) return;
  const known = found.get(name);
  if (known) known.push(block);
  else found.set(name, [block]);
}

/** An attribute; `undefined` where the provider makes nothing of it. */
function elementIn(body: ObjectNode, at: PropertyNode): MadeProperty | undefined {
  const { value } = at;
  const element = value?.kind === 'null' ? undefined : elementOf('statement', at.key.value);
  switch (element) {
    case undefined:
      return undefined;
    case 'Sid':
      return value?.kind === 'string' && value.value === '' ? undefined : attributeOf(body, at, element);
    case 'Action':
    case 'NotAction':
      return isEmptyList(value) ? undefined : attributeOf(body, at, element, listed(value));
    case 'Resource':
    case 'NotResource':
      return isEmptyList(value) ? undefined : attributeOf(body, at, element, value && withVariables(value));
    default:
      return attributeOf(body, at, element);
  }
}

function isEmptyList(value: Node | undefined): boolean {
  return value?.kind === 'array' && value.items.length === 0;
}

/** The provider reads no variables in actions. */
function listed(value: Node | undefined): Node | undefined {
  return value?.kind === 'array' ? new MadeArray([value], value.items) : value;
}
