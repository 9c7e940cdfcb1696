// The `condition` blocks of a statement as a Condition element.
import { type Node, type ObjectNode, property, valueOf } from '../../../syntax/node';
import { grouped, joined, maybeNone } from './grouped';
import { around, type Block, ElementKey, MadeObject, MadeProperty } from './made';
import type { PrincipalBlock } from './principals';
import { unknownProperty } from './properties';
import { withVariables } from './variables';

export function conditionOf(body: ObjectNode, found: readonly PrincipalBlock[]): MadeProperty {
  const blocks = found.filter((each) => 'body' in each);
  const first = blocks[0];
  const span = first?.span ?? found[0]?.span ?? body.span;
  const { groups, unknown } = grouped(found, 'test');
  const operators = groups.map(
    ({ key, blocks: own, keys }) =>
      new MadeProperty(own[0].span, key, operatorOf(body, key.value, own), { blocks: own, keys }),
  );
  const role = { kind: 'condition', name: 'condition' } as const;
  const value = maybeNone(
    found,
    new MadeObject(around(found, span), [...operators, ...unknown], role, body, blocks),
  );
  const key = first
    ? new ElementKey('Condition', first.named.key)
    : unknownProperty(span, 'condition', 'Condition').key;
  return new MadeProperty(span, key, value, { blocks });
}

function operatorOf(body: ObjectNode, test: string, blocks: readonly [Block, ...Block[]]): MadeObject {
  const { groups, unknown } = grouped(blocks, 'variable');
  const keys = groups.map(({ key, blocks: own, keys: strings }) => {
    const at = property(own[0].body, 'variable');
    const values = own.map((block) => valuesIn(block.body));
    return new MadeProperty(at?.span ?? key.span, key, joined(values), { blocks: own, keys: strings });
  });
  return new MadeObject(blocks[0].body.span, [...keys, ...unknown], { kind: 'operator', test }, body, blocks);
}

function valuesIn(body: ObjectNode): Node | undefined {
  const value = valueOf(body, 'values');
  return value && withVariables(value);
}
