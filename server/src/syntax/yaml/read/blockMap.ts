// Mappings in block style. Keys that are half-typed, indented otherwise or on the line of another key keep their place.
import type { CST } from 'yaml';
import type { Node, ObjectNode, PropertyNode, StringNode } from '../../node';
import type { Builder } from './build';
import { merged } from './mergeKeys';
import { messages } from './messages';
import { noProps, type Props, readProps } from './props';
import { flowString, plainString, tagString } from './scalar';
import { isTemplate } from './template';
import { endOf, endOfTokens, type SourceToken, stray, type Token } from './tokens';

type Item = CST.BlockMap['items'][number];

/** A key may be that long. */
const MAX_KEY = 1024;

export function blockMap(builder: Builder, map: CST.BlockMap, depth: number): ObjectNode {
  const properties = new BlockMapReader(builder, map.indent, depth).read(map.items);
  const span = { start: map.offset, end: endOf(map) };
  return { kind: 'object', span, properties: merged(properties, builder) };
}

/** The properties of a mapping, for another one to take them in. */
export function blockProperties(builder: Builder, map: CST.BlockMap, depth: number): readonly PropertyNode[] {
  return new BlockMapReader(builder, map.indent, depth).read(map.items);
}

class BlockMapReader {
  readonly #builder: Builder;
  readonly #indent: number;
  readonly #depth: number;
  readonly #properties: PropertyNode[] = [];

  constructor(builder: Builder, indent: number, depth: number) {
    this.#builder = builder;
    this.#indent = indent;
    this.#depth = depth;
  }

  read(items: readonly Item[]): readonly PropertyNode[] {
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (!item) continue;
      if (item.value?.type === 'error') i += this.#listOnLine(item, items[i + 1]);
      else this.#item(item);
    }
    return this.#properties;
  }

  #item({ start, key, sep, value }: Item): void {
    const builder = this.#builder;
    const next = key ?? sep?.[0];
    const parentIndent = this.#indent;
    const keyProps = readProps(
      start,
      { indicator: 'explicit-key-ind', inFlow: false, next, parentIndent, startOnNewline: true },
      builder,
    );
    const isImplicit = keyProps.indicator === undefined;
    if (isImplicit && !keyProps.anchor && !keyProps.tag && !sep) return;
    // `{% if x %}` on a line of its own.
    if (key && !value && isTemplate(builder.draft.text, key.offset)) return;
    const startOnNewline = !key || key.type === 'block-scalar';
    const valueProps = readProps(
      sep,
      { indicator: 'map-value-ind', inFlow: false, next: value, parentIndent, startOnNewline },
      builder,
    );
    const last = isImplicit && key ? this.#linesOfKey(key, valueProps) : (key ?? undefined);
    if (isImplicit) this.#checkKey(last, keyProps, valueProps);
    else this.#checkSign(keyProps);
    const name = this.#key(last, start, sep, keyProps);
    if (!valueProps.indicator) {
      if (isImplicit) this.#noValue(name);
      this.#add(name, undefined, name.span.end);
      return;
    }
    if (isImplicit && value?.type === 'block-map' && !valueProps.hasNewline) {
      this.#onSameLine(name, value, valueProps);
      return;
    }
    const node = builder.value(value, valueProps, this.#depth + 1);
    this.#add(name, node, value ? endOf(value) : endOfTokens(sep, name.span.end));
  }

  #add(key: StringNode, value: Node | undefined, end: number): void {
    const span = { start: key.span.start, end: Math.max(end, key.span.end) };
    this.#properties.push({ kind: 'property', span, key, value });
  }

  #key(
    key: Token | undefined,
    start: readonly SourceToken[],
    sep: readonly SourceToken[] | undefined,
    props: Props,
  ): StringNode {
    const at = key?.offset ?? sep?.[0]?.offset ?? endOfTokens(start, 0);
    return keyOf(this.#builder, key, props, at, this.#depth);
  }

  #checkKey(key: Token | undefined, keyProps: Props, valueProps: Props): void {
    if (!key) return;
    const builder = this.#builder;
    if (key.type === 'block-seq' || ('indent' in key && key.indent !== this.#indent))
      builder.problem(messages.unaligned, key.offset, key.type === 'scalar' ? endOf(key) : key.offset + 1);
    const isLong = 'source' in key && key.source.includes('\n');
    if (keyProps.newlineBehindTag || key.type === 'block-scalar' || isLong)
      builder.problem(messages.multiline, key.offset, endOf(key));
    if (valueProps.indicator && valueProps.indicator.offset - key.offset > MAX_KEY)
      builder.problem(messages.longKey, key.offset, endOf(key));
  }

  #checkSign({ indicator }: Props): void {
    if (indicator && indicator.indent !== this.#indent)
      this.#builder.problem(messages.unaligned, indicator.offset, indicator.offset + 1);
  }

  #noValue(key: StringNode): void {
    const { start, end } = key.span;
    const isGlued = /^[\w-]+:[^\s:]/.test(key.value);
    this.#builder.problem(isGlued ? messages.noSpace : messages.noColon, start, end);
  }

  /**
   * Half-typed keys, which YAML takes together with the key on the next line. They become keys of their own; the
   * last line is given back. One that is indented otherwise breaks what is around it, and is painted over.
   */
  #linesOfKey(key: Token, valueProps: Props): Token {
    if (key.type !== 'scalar' || !key.source.includes('\n')) return key;
    const lines = [...key.source.matchAll(/[^\s][^\r\n]*/g)].map(({ 0: line, index }) => ({
      source: line.trimEnd(),
      offset: key.offset + index,
    }));
    const last = lines.pop();
    if (!last) return key;
    const column = valueProps.indicator ? this.#columnOf(last.offset) : this.#columnOf(key.offset);
    for (const { source, offset } of lines) {
      const half = plainString(source, offset, this.#indent, this.#builder);
      if (this.#columnOf(offset) === column) this.#noValue(half);
      else this.#builder.mend({ span: half.span, problem: { message: messages.noColon, span: half.span } });
      this.#add(half, undefined, half.span.end);
    }
    return { ...key, ...last, type: scalarType(last.source) };
  }

  #columnOf(offset: number): number {
    return offset - (this.#builder.draft.text.lastIndexOf('\n', offset - 1) + 1);
  }

  /** `Action: s3:` and what follows: YAML reads a mapping within the line, with all the lines below in it. */
  #onSameLine(name: StringNode, map: CST.BlockMap, props: Props): void {
    const [first, ...others] = map.items;
    const { key, value, sep } = first ?? { start: [] };
    if (key?.type === 'scalar' && key.source.includes('\n')) {
      this.#valueAndKey(name, key, props);
      const lower = { start: [], key: this.#lastLineOf(key), sep: sep ?? [] };
      this.read([value ? { ...lower, value } : lower]);
    } else if (key?.type === 'scalar' && !value && stray(sep)) {
      this.#textWithColon(name, key, endOfTokens(sep, endOf(key)));
    } else if (first) {
      const inner: CST.BlockMap = { ...map, items: [first] };
      this.#builder.problem(messages.secondKey, map.offset, key ? endOf(key) : map.offset + 1);
      this.#add(name, this.#builder.value(inner, props, this.#depth + 1), endOf(inner));
    }
    this.read(others);
  }

  /** `Effect: Allow` and the key on the line below, which is indented more: all but the last line is the value. */
  #valueAndKey(name: StringNode, key: CST.FlowScalar, props: Props): void {
    const source = key.source.slice(0, key.source.lastIndexOf('\n')).trimEnd();
    const node = this.#builder.value({ ...key, source, end: [] }, props, this.#depth + 1);
    this.#add(name, node, key.offset + source.length);
    const { offset, source: lower } = this.#lastLineOf(key);
    this.#builder.problem(messages.unaligned, offset, offset + lower.length);
  }

  #lastLineOf(key: CST.FlowScalar): CST.FlowScalar {
    const source = key.source.slice(key.source.lastIndexOf('\n')).trimStart();
    const offset = key.offset + key.source.length - source.length;
    return { ...key, source, offset, indent: this.#indent };
  }

  #textWithColon(name: StringNode, key: CST.FlowScalar, end: number): void {
    const source = this.#builder.draft.original.slice(key.offset, end);
    this.#builder.problem(messages.keyForText(key.source), key.offset, end);
    this.#add(name, plainString(source, key.offset, this.#indent, this.#builder), end);
  }

  /** `Action: - s3:GetObject`: the parser gives the sign and what follows it as if they were not one value. */
  #listOnLine({ start, key, sep, value: dash }: Item, next: Item | undefined): number {
    if (!dash || !key) return 0;
    const builder = this.#builder;
    builder.problem(messages.listOnLine, dash.offset, dash.offset + 1);
    const name = this.#key(key, start, sep, noProps);
    const first = next?.start.some(({ type }) => type === 'newline') ? undefined : next?.key;
    if (!first || !next) {
      this.#add(name, builder.broken({ start: dash.offset, end: dash.offset + 1 }), dash.offset + 1);
      return 0;
    }
    const map: CST.BlockMap = {
      type: 'block-map',
      offset: first.offset,
      indent: this.#indent,
      items: [next],
    };
    const node = builder.value(stray(next.sep) ? map : first, noProps, this.#depth + 2);
    const span = { start: dash.offset, end: endOf(map) };
    this.#add(name, { kind: 'array', span, items: node ? [node] : [] }, span.end);
    return 1;
  }
}

/** A key as a string. What is no scalar is named by its text. */
export function keyOf(
  builder: Builder,
  key: Token | undefined,
  props: Props,
  at: number,
  depth: number,
): StringNode {
  if (!key) return tagString('', { start: at, end: at });
  if (key.type === 'scalar' && !props.anchor && !props.tag) {
    builder.behind(key.end);
    return flowString(key, builder);
  }
  const node = builder.value(key, props, depth + 1);
  if (node?.kind === 'string') return node;
  const end = endOf(key);
  return tagString(builder.draft.original.slice(key.offset, end), { start: key.offset, end });
}

/** How a key is written that stands alone in its line. */
function scalarType(source: string): CST.FlowScalar['type'] {
  if (/^"(?:[^"\\]|\\.)*"$/.test(source)) return 'double-quoted-scalar';
  return /^'(?:[^']|'')*'$/.test(source) ? 'single-quoted-scalar' : 'scalar';
}
