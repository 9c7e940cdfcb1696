// Lists and mappings in brackets.
import type { CST } from 'yaml';
import type { Node, PropertyNode } from '../../node';
import { blockProperties, keyOf } from './blockMap';
import type { Builder } from './build';
import { merged } from './mergeKeys';
import { messages } from './messages';
import { noProps, type Props, readProps } from './props';
import { plainString } from './scalar';
import { isTemplate } from './template';
import { type ItemKind, isPrefix, isTextList } from './textList';
import { endOf, endOfTokens, type Token } from './tokens';

type Item = CST.FlowCollection['items'][number];

export function flowCollection(builder: Builder, flow: CST.FlowCollection, depth: number): Node {
  if (isTemplate(builder.draft.text, flow.offset)) {
    return builder.broken({ start: flow.offset, end: endOf(flow) }, 'a template');
  }
  const isMap = flow.start.source === '{';
  const reader = new FlowReader(builder, flow, isMap, depth);
  flow.items.forEach((item, index) => {
    reader.item(item, index);
  });
  const span = { start: flow.offset, end: endOf(flow) };
  checkEnd(builder, flow, isMap ? '}' : ']', span.end);
  if (isMap) return { kind: 'object', span, properties: merged(reader.properties, builder) };
  return { kind: 'array', span, items: reader.items };
}

function checkEnd(builder: Builder, flow: CST.FlowCollection, bracket: string, end: number): void {
  const [close, ...behind] = flow.end;
  if (close?.source !== bracket && !builder.isCut)
    builder.problem(messages.notClosed(bracket), Math.max(flow.offset, end - 1), end);
  builder.behind(close && close.source.length !== 1 ? flow.end : behind);
}

class FlowReader {
  readonly properties: PropertyNode[] = [];
  readonly items: Node[] = [];
  readonly #builder: Builder;
  readonly #flow: CST.FlowCollection;
  readonly #isMap: boolean;
  readonly #depth: number;
  #isTexts: boolean | undefined;

  constructor(builder: Builder, flow: CST.FlowCollection, isMap: boolean, depth: number) {
    this.#builder = builder;
    this.#flow = flow;
    this.#isMap = isMap;
    this.#depth = depth;
  }

  item(item: Item, index: number): void {
    const { start, key, sep, value } = item;
    const props = this.#props(start, 'explicit-key-ind', key ?? sep?.[0]);
    const isEmpty = !props.indicator && !props.anchor && !props.tag && !sep && !value;
    if (!this.#checkComma(props, isEmpty, index) || isEmpty) return;
    if (!this.#isMap && !sep && !props.indicator) this.#plainItem(value, props);
    else this.#pair(item, props);
  }

  /** Whether to go on with the item. */
  #checkComma({ comma }: Props, isEmpty: boolean, index: number): boolean {
    const { items } = this.#flow;
    if (isEmpty) {
      const isExtra = comma && (index === 0 || index < items.length - 1);
      if (isExtra) this.#builder.problem(messages.extraComma, comma.offset, comma.offset + 1);
      return false;
    }
    if (index === 0 && comma) this.#builder.problem(messages.extraComma, comma.offset, comma.offset + 1);
    if (index > 0 && !comma) this.#missing(items[index]);
    return true;
  }

  #missing(item: Item | undefined): void {
    const token = item?.key ?? item?.value;
    const at = token?.offset ?? item?.sep?.[0]?.offset;
    if (at !== undefined) this.#builder.problem(messages.noComma, at, token ? endOf(token) : at + 1);
  }

  #plainItem(value: Token | undefined, props: Props): void {
    this.#checkBlock(value);
    const node = this.#builder.value(value, props, this.#depth + 1);
    if (node) this.items.push(node);
  }

  #pair({ start, key, sep, value: found }: Item, props: Props): void {
    const builder = this.#builder;
    // The lexer has an empty text between the `:` and the `,` of `{a:, b: 1}`.
    const value = endsInValue(found) ? found : undefined;
    const valueProps = this.#props(sep, 'map-value-ind', value);
    const at = key?.offset ?? sep?.[0]?.offset ?? endOfTokens(start, this.#flow.offset + 1);
    if (key?.type === 'scalar' && !value && valueProps.indicator && this.#isText(key)) {
      this.#textItem(key, sep);
      return;
    }
    if (key && value && !valueProps.indicator && !props.indicator) {
      this.#twoItems(key, value, props);
      return;
    }
    this.#checkBlock(key);
    this.#checkBlock(value);
    const name = keyOf(builder, key ?? undefined, props, at, this.#depth);
    const node = builder.value(value, valueProps, this.#depth + 1);
    const end = value ? endOf(value) : endOfTokens(sep, name.span.end);
    const span = { start: name.span.start, end: Math.max(end, name.span.end) };
    const property: PropertyNode = { kind: 'property', span, key: name, value: node };
    if (this.#isMap) this.properties.push(property);
    else this.items.push({ kind: 'object', span, properties: [property] });
  }

  #isText({ source }: CST.FlowScalar): boolean {
    if (this.#isMap || !isPrefix(source)) return false;
    this.#isTexts ??= isTextList(this.#builder, this.#flow.offset, this.#flow.items.map(kindOf));
    return this.#isTexts;
  }

  /** `[s3:]`: YAML reads a mapping with one key. */
  #textItem(key: CST.FlowScalar, sep: Item['sep']): void {
    const end = endOfTokens(sep, endOf(key));
    this.#builder.problem(messages.keyForText(key.source), key.offset, end);
    const source = this.#builder.draft.original.slice(key.offset, end);
    this.items.push(plainString(source, key.offset, this.#flow.indent, this.#builder));
  }

  /** `["one" "two"]`, `{"A" "B": 1}`: the parser takes the second for the value of the first. */
  #twoItems(first: Token, second: Token, props: Props): void {
    const builder = this.#builder;
    const isGlued = 'source' in second && second.source.startsWith(':');
    builder.problem(isGlued ? messages.noSpace : messages.noComma, second.offset, endOf(second));
    if (!this.#isMap) {
      for (const node of [
        builder.value(first, props, this.#depth + 1),
        builder.value(second, noProps, this.#depth + 1),
      ])
        if (node) this.items.push(node);
      return;
    }
    const half = keyOf(builder, first, props, first.offset, this.#depth);
    this.properties.push({ kind: 'property', span: half.span, key: half, value: undefined });
    if (second.type === 'block-map') {
      this.properties.push(...blockProperties(builder, second, this.#depth + 1));
    } else {
      const other = keyOf(builder, second, noProps, second.offset, this.#depth);
      this.properties.push({ kind: 'property', span: other.span, key: other, value: undefined });
    }
  }

  #checkBlock(token: Token | null | undefined): void {
    if (token?.type === 'block-map' || token?.type === 'block-seq')
      this.#builder.problem(messages.blockInFlow, token.offset, token.offset + 1);
  }

  #props(
    tokens: Item['sep'],
    indicator: 'explicit-key-ind' | 'map-value-ind',
    next: Token | null | undefined,
  ): Props {
    const parentIndent = this.#flow.indent;
    // The end of a line may be with the value before.
    const first = tokens?.[0];
    const startOnNewline =
      first !== undefined && /[\r\n]/.test(this.#builder.draft.text[first.offset - 1] ?? '');
    return readProps(tokens, { indicator, inFlow: true, next, parentIndent, startOnNewline }, this.#builder);
  }
}

function kindOf({ key, sep, value }: Item): ItemKind {
  if (key?.type === 'scalar' && sep && isPrefix(key.source) && !endsInValue(value)) return 'key';
  const type = sep ? undefined : value?.type;
  return type === 'scalar' || type === 'single-quoted-scalar' || type === 'double-quoted-scalar'
    ? 'text'
    : 'other';
}

function endsInValue(value: Token | undefined): boolean {
  return value !== undefined && !(value.type === 'scalar' && value.source === '');
}
