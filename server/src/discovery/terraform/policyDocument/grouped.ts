// Blocks that share what stands behind one of their attributes: the same `type`, `test` or `variable`.
import type { Span } from '../../../base/span';
import { type DynamicNode, type Node, type ObjectNode, type StringNode, valueOf } from '../../../syntax/node';
import { type Block, MadeArray, type MadeProperty } from './made';
import { unknownProperty } from './properties';

export interface Group {
  /** The first of `keys`. */
  readonly key: StringNode;
  readonly blocks: readonly [Block, ...Block[]];
  /** What stands behind the attribute, block by block. */
  readonly keys: readonly StringNode[];
}

/**
 * The blocks by the text behind an attribute, in the order of their first. `unknown`: properties that stand for what is
 * known only later, and for what dynamic blocks add, which may be nothing.
 */
export function grouped(
  found: readonly (Block | DynamicNode)[],
  attribute: string,
): { readonly groups: readonly Group[]; readonly unknown: readonly MadeProperty[] } {
  const groups = new Map<string, { blocks: [Block, ...Block[]]; keys: [StringNode, ...StringNode[]] }>();
  const unknown: MadeProperty[] = [];
  for (const each of found) {
    const key = 'body' in each ? valueOf(each.body, attribute) : each;
    if (!('body' in each) || key?.kind !== 'string') {
      unknown.push(unknownProperty(key?.span ?? headOf(each), attribute));
      continue;
    }
    if (each.isDynamic) unknown.push(unknownProperty(each.head, attribute));
    const group = groups.get(key.value);
    if (group) {
      group.blocks.push(each);
      group.keys.push(key);
    } else {
      groups.set(key.value, { blocks: [each], keys: [key] });
    }
  }
  const known = [...groups.values()].map(({ blocks, keys }) => ({ key: keys[0], blocks, keys }));
  return { groups: known, unknown };
}

/** Not the whole block, in which a cursor may stand. */
function headOf(found: Block | DynamicNode): Span {
  return 'body' in found ? found.head : found.span;
}

/** The lists of several blocks as one. `undefined` where one is still being typed. */
export function joined(values: readonly (Node | undefined)[]): Node | undefined {
  const [first, ...others] = values;
  if (others.length === 0 || first === undefined) return first;
  const lists = values.filter((each) => each?.kind === 'array');
  const [head, ...tail] = lists;
  if (!head || lists.length < values.length) {
    return {
      kind: 'dynamic',
      span: first.span,
      what: 'several lists',
      parts: values.filter((each) => each !== undefined),
    };
  }
  const parts = lists.flatMap((list) => (list instanceof MadeArray ? list.parts : [list]));
  const [one = head, ...more] = parts;
  return new MadeArray(
    [one, ...more],
    [head, ...tail].flatMap((list) => list.items),
  );
}

/** What blocks make, where all of them are dynamic and may come to nothing: known only later. */
export function maybeNone(found: readonly (Block | DynamicNode)[], value: ObjectNode): Node {
  if (found.some((each) => 'body' in each && !each.isDynamic)) return value;
  return { kind: 'dynamic', span: value.span, what: 'dynamic blocks', parts: [value] };
}
