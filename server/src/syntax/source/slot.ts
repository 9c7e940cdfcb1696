// What a cursor stands in, in a source: a string among the arguments of a call, between its quotes, or nothing.
import { touches } from '../../base/span';
import type { DynamicNode, Node, Slot, StringNode } from '../node';

type Path = Slot['path'];

interface Found {
  readonly node: StringNode;
  readonly path: Path;
}

/** `undefined` outside of the strings that calls are given; without quotes nothing of ours is written. */
export function sourceSlotAt(calls: readonly DynamicNode[], offset: number): Slot | undefined {
  let found: Found | undefined;
  for (const { span, call } of calls) {
    if (!touches(span, offset)) continue;
    for (const arg of call?.args ?? []) found = stringAt(arg, offset, []) ?? found;
  }
  return found && slotOf(found, offset);
}

function stringAt(node: Node, offset: number, path: Path): Found | undefined {
  switch (node.kind) {
    case 'string':
      return touches(node.spanOf(0, node.value.length), offset) ? { node, path } : undefined;
    case 'array':
      return first(node.items, (item) => stringAt(item, offset, [...path, node]));
    case 'object':
      return first(node.properties, (property) =>
        property.value ? stringAt(property.value, offset, [...path, node, property]) : undefined,
      );
    default:
      return undefined;
  }
}

function first<T>(list: readonly T[], find: (each: T) => Found | undefined): Found | undefined {
  for (const each of list) {
    const found = find(each);
    if (found) return found;
  }
  return undefined;
}

function slotOf({ node, path }: Found, offset: number): Slot {
  let length = 0;
  while (length < node.value.length && node.spanOf(length + 1, length + 1).start <= offset) length += 1;
  const encode = (text: string) => node.encode?.(text) ?? text;
  return {
    path,
    at: 'value',
    node,
    typed: node.value.slice(0, length),
    replace: node.spanOf(0, node.value.length),
    commas: [],
    stringText: encode,
    valueText: () => undefined,
    keyText: encode,
  };
}
