// Lists in block style. An item that was meant to be a text but became a key is a text here.
import type { CST } from 'yaml';
import type { ArrayNode, Node } from '../../node';
import { blockProperties } from './blockMap';
import type { Builder } from './build';
import { messages } from './messages';
import { readProps } from './props';
import { plainString } from './scalar';
import { type ItemKind, isPrefix, isTextList } from './textList';
import { endOf, endOfTokens, type SourceToken, stray } from './tokens';

type Item = CST.BlockSequence['items'][number];

export function blockSequence(builder: Builder, list: CST.BlockSequence, depth: number): ArrayNode {
  const items: Node[] = [];
  let isTexts: boolean | undefined;
  for (const item of list.items) {
    const { start, value } = item;
    const props = readProps(
      start,
      {
        indicator: 'seq-item-ind',
        inFlow: false,
        next: value,
        parentIndent: list.indent,
        startOnNewline: true,
      },
      builder,
    );
    if (!props.indicator && value) {
      if (joins(builder, items, value, depth)) continue;
      const message = value.type === 'block-seq' ? messages.unaligned : messages.noDash;
      builder.problem(message, value.offset, value.type === 'scalar' ? endOf(value) : value.offset + 1);
    }
    const text = bareKey(item);
    if (text) isTexts ??= isTextList(builder, list.offset, list.items.map(textOrBareKey));
    if (text && isTexts) {
      const end = endOf(item.value ?? text);
      builder.problem(messages.keyForText(text.source), text.offset, end);
      const source = builder.draft.original.slice(text.offset, end);
      items.push(plainString(source, text.offset, list.indent, builder));
      continue;
    }
    const node = builder.value(value, props, depth + 1);
    if (node) items.push(node);
  }
  return { kind: 'array', span: { start: list.offset, end: endOf(list) }, items };
}

/** The kind of an item: a text, a key with nothing behind it, or something else. */
function textOrBareKey(item: Item): ItemKind {
  if (bareKey(item)) return 'key';
  const type = item.value?.type;
  return type === 'scalar' || type === 'single-quoted-scalar' || type === 'double-quoted-scalar'
    ? 'text'
    : 'other';
}

/** `- s3:`, which looks like the start of a text: the key, where it is all there is. */
function bareKey({ start, value }: Item): CST.FlowScalar | undefined {
  if (value?.type !== 'block-map' || value.items.length !== 1 || !start.every(isBare)) return undefined;
  const [only] = value.items;
  if (only?.key?.type !== 'scalar' || only.value || !only.sep?.every(isBare) || !stray(only.sep))
    return undefined;
  return isPrefix(only.key.source) ? only.key : undefined;
}

function isBare({ type }: SourceToken): boolean {
  return type !== 'tag' && type !== 'anchor';
}

/** Keys that do not line up with those of the item above belong to it all the same. */
function joins(builder: Builder, items: Node[], value: CST.Token, depth: number): boolean {
  const before = items.at(-1);
  if (before?.kind !== 'object' || value.type !== 'block-map') return false;
  builder.problem(messages.unaligned, value.offset, endOfFirstKey(value));
  const properties = [...before.properties, ...blockProperties(builder, value, depth + 1)];
  items[items.length - 1] = {
    kind: 'object',
    span: { start: before.span.start, end: Math.max(before.span.end, endOf(value)) },
    properties,
  };
  return true;
}

function endOfFirstKey(map: CST.BlockMap): number {
  const key = map.items[0]?.key;
  return key ? endOf(key) : endOfTokens(map.items[0]?.start, map.offset + 1);
}
