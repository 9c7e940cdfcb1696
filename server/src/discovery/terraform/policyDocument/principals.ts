// The `principals` and `not_principals` blocks of a statement as a Principal element.
import {
  type DynamicNode,
  itemsOf,
  type Node,
  type ObjectNode,
  property,
  valueOf,
} from '../../../syntax/node';
import { grouped, joined, maybeNone } from './grouped';
import { around, type Block, ElementKey, EveryoneString, MadeObject, MadeProperty } from './made';
import { elementOf } from './names';
import { unknownProperty } from './properties';
import { withVariables } from './variables';

/** A block, or what stands for blocks that are known only later. */
export type PrincipalBlock = Block | DynamicNode;

export function principalsOf(body: ObjectNode, name: string, found: readonly PrincipalBlock[]): MadeProperty {
  const blocks = found.filter((each) => 'body' in each);
  const everyone = found.length === 1 && blocks[0] ? everyoneIn(blocks[0]) : undefined;
  const first = blocks[0];
  const span = first?.span ?? found[0]?.span ?? body.span;
  const role = { kind: 'principals', name } as const;
  const whole = around(found, span);
  const value = everyone ?? maybeNone(found, new MadeObject(whole, kindsIn(found), role, body, blocks));
  const element = elementOf('statement', name) ?? name;
  const key = first ? new ElementKey(element, first.named.key) : unknownProperty(span, name, element).key;
  return new MadeProperty(span, key, value, { blocks });
}

/** `type = "*"` with `["*"]`, alone in its statement. */
function everyoneIn(block: Block): EveryoneString | undefined {
  const type = valueOf(block.body, 'type');
  const identifiers = valueOf(block.body, 'identifiers');
  if (block.isDynamic || type?.kind !== 'string' || type.value !== '*') return undefined;
  const [only, other] = identifiers?.kind === 'array' ? identifiers.items : [];
  return only?.kind === 'string' && only.value === '*' && !other
    ? new EveryoneString(only, block)
    : undefined;
}

function kindsIn(found: readonly PrincipalBlock[]): readonly MadeProperty[] {
  const { groups, unknown } = grouped(found, 'type');
  const known = groups.map(({ key, blocks, keys }) => {
    const values = blocks.map(({ body }) => identifiersIn(body));
    const at = property(blocks[0].body, 'type');
    // Whether it comes to be everyone depends on all that is known only later.
    const isOpen = key.value === '*' && (unknown.length > 0 || !values.every(isKnown));
    const computed = isOpen ? unknownProperty(key.span, '*').computed : undefined;
    return new MadeProperty(at?.span ?? key.span, key, joined(values), { blocks, keys }, computed);
  });
  return [...known, ...unknown];
}

function isKnown(value: Node | undefined): boolean {
  return itemsOf(value).every(({ kind }) => kind !== 'dynamic');
}

function identifiersIn(body: ObjectNode): Node | undefined {
  const value = valueOf(body, 'identifiers');
  return value && withVariables(value);
}
