// Edits in YAML, in the style of what stands around. What an alias brings in is edited where it is written.
import type { Edit } from '../../../base/edit';
import type { Span } from '../../../base/span';
import type { ArrayNode, Node, ObjectNode, Plain, PropertyNode, StringNode, Writer } from '../../node';
import { plainOf } from '../../plain';
import { columnOf, isFirstOnLine, lineEndOf } from '../lines';
import { isFlow, ownerOf, ownItems, ownProperties, type Step, sameSpan, stepsTo } from '../locate';
import { quoted, writeText } from './quote';
import { removeBlockItems, removeBlockProperty, removeFlowMembers } from './remove';
import {
  blockPair,
  flowPair,
  isBlock,
  renderBehindColon,
  renderBlock,
  renderFlow,
  renderKey,
} from './render';
import { styleOf } from './style';

export function yamlWriter(text: string, roots: readonly Node[]): Writer {
  return new YamlWriter(text, roots);
}

class YamlWriter implements Writer {
  readonly #text: string;
  readonly #roots: readonly Node[];

  constructor(text: string, roots: readonly Node[]) {
    this.#text = text;
    this.#roots = roots;
  }

  plain(node: Node): Plain | undefined {
    return plainOf(node);
  }

  replaceString(node: StringNode, value: string): Edit {
    const { span } = node;
    const first = this.#text[span.start];
    if (first === '"' || first === "'") return { span, text: quoted(value, first) };
    if (first === '|' && !this.#isInFlow(span)) return { span, text: this.#literal(node, value) };
    return { span, text: writeText(value, this.#isInFlow(span), styleOf(this.#text, span.start).quote) };
  }

  /** Keeps the header's indentation; says at its end how many line breaks the text ends with. */
  #literal({ span }: StringNode, value: string): string {
    const written = this.#text.slice(span.start, span.end);
    const [header = '|', ...lines] = written.split(/\r?\n/);
    const indent = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
    if (!value.includes('\n') || indent === '' || /^\s|\n\n$/.test(value)) {
      return writeText(value, false, styleOf(this.#text, span.start).quote);
    }
    const chomped = header.replace(/^\|([-+]?\d?[-+]?)/, (_, signs: string) => {
      return `|${signs.replace(/[-+]/, '')}${value.endsWith('\n') ? '' : '-'}`;
    });
    const body = value.replace(/\n$/, '').split('\n');
    const { eol } = styleOf(this.#text, span.start);
    return [chomped, ...body.map((line) => (line === '' ? '' : indent + line))].join(eol);
  }

  replaceValue(node: Node, value: Plain): Edit {
    if (node.kind === 'string' && typeof value === 'string') return this.replaceString(node, value);
    const { span } = node;
    const style = styleOf(this.#text, span.start);
    const steps = stepsTo(this.#roots, span);
    if (this.#hasFlow(steps)) return { span, text: renderFlow(value, style) };
    const parent = steps.at(-1);
    if (parent?.kind !== 'property') {
      const column = columnOf(this.#text, span.start);
      return { span, text: renderBlock(value, column, style) };
    }
    // Behind a tag.
    if (this.#text[parent.key.span.start] === '!') return { span, text: renderFlow(value, style) };
    return this.#behindColon(node, parent, value);
  }

  /** Moves a value between the line of its key and the lines below, as it needs. */
  #behindColon(node: Node, { key }: PropertyNode, value: Plain): Edit {
    const { span } = node;
    const style = styleOf(this.#text, span.start);
    const colon = this.#text.indexOf(':', key.span.end) + 1;
    const gap = this.#text.slice(colon, span.start);
    if (!gap.includes('\n') && !isBlock(value)) return { span, text: renderBlock(value, 0, style) };
    const staysBelow = isBlock(value) && Array.isArray(value) === (node.kind === 'array');
    if (gap.includes('\n') && staysBelow) {
      return { span, text: renderBlock(value, columnOf(this.#text, span.start), style) };
    }
    const column = columnOf(this.#text, key.span.start);
    const below = renderBehindColon(value, column, style);
    if (gap.trim() === '') return { span: { start: colon, end: span.end }, text: below };
    // A comment, tag or anchor behind the colon stays, and the value goes below it.
    const start = colon + gap.trimEnd().length;
    const line = style.eol + ' '.repeat(column + style.unit) + below.trimStart();
    return { span: { start, end: span.end }, text: isBlock(value) ? below : line };
  }

  renameKey({ key }: PropertyNode, name: string): Edit {
    const { span } = key;
    const first = this.#text[span.start];
    if (first === '"' || first === "'") return { span, text: quoted(name, first) };
    return { span, text: renderKey(name, this.#isInFlow(span), styleOf(this.#text, span.start)) };
  }

  removeProperty(object: ObjectNode, property: PropertyNode): Edit {
    const owner = ownerOf(this.#roots, property) ?? object;
    const properties = ownProperties(owner);
    const index = properties.findIndex(({ span }) => sameSpan(span, property.span));
    if (isFlow(this.#text, owner)) {
      const [cut] = removeFlowMembers(this.#text, owner.span, properties, [index]);
      return { span: cut ?? property.span, text: '' };
    }
    // With `<<` there is more in it than its own.
    if (owner.properties.length === 1) return this.replaceValue(owner, {});
    return { span: removeBlockProperty(this.#text, property.span), text: '' };
  }

  removeProperties(object: ObjectNode, properties: readonly PropertyNode[]): readonly Edit[] {
    const [first] = properties;
    const owner = (first && ownerOf(this.#roots, first)) ?? object;
    const own = ownProperties(owner);
    const gone = own.filter(({ span }) => properties.some((each) => sameSpan(span, each.span)));
    if (isFlow(this.#text, owner)) {
      const indexes = gone.map((each) => own.indexOf(each));
      return removeFlowMembers(this.#text, owner.span, own, indexes).map((span) => ({ span, text: '' }));
    }
    if (gone.length > 0 && gone.length === owner.properties.length) return [this.replaceValue(owner, {})];
    return gone.map(({ span }) => ({ span: removeBlockProperty(this.#text, span), text: '' }));
  }

  removeItems(array: ArrayNode, items: readonly Node[]): readonly Edit[] {
    const own = ownItems(array);
    const gone = own.filter((item) => items.some(({ span }) => sameSpan(span, item.span)));
    if (isFlow(this.#text, array)) {
      const indexes = gone.map((item) => own.indexOf(item));
      return removeFlowMembers(this.#text, array.span, own, indexes).map((span) => ({ span, text: '' }));
    }
    if (gone.length > 0 && gone.length === array.items.length) return [this.replaceValue(array, [])];
    return removeBlockItems(this.#text, array, own, gone).map((span) => ({ span, text: '' }));
  }

  insertProperty(object: ObjectNode, key: string, value: Plain, after?: PropertyNode): Edit {
    const style = styleOf(this.#text, object.span.start);
    const properties = ownProperties(object);
    const index = after ? properties.findIndex(({ span }) => sameSpan(span, after.span)) : -1;
    if (isFlow(this.#text, object)) {
      return this.#insertInFlow(object, properties, index, flowPair(key, value, style), ' ');
    }
    const first = properties[0]?.span.start ?? object.span.start;
    const column = columnOf(this.#text, first);
    const written = blockPair(key, value, column, style);
    const nextLine = style.eol + ' '.repeat(column);
    const before = properties[index];
    if (!before) return insert(first, written + nextLine);
    return insert(lineEndOf(this.#text, before.span.end), nextLine + written);
  }

  appendItem(array: ArrayNode, value: Plain): Edit {
    const style = styleOf(this.#text, array.span.start);
    const items = ownItems(array);
    if (isFlow(this.#text, array)) {
      return this.#insertInFlow(array, items, items.length - 1, renderFlow(value, style), '');
    }
    const column = columnOf(this.#text, array.span.start);
    const written = `${style.eol}${' '.repeat(column)}- ${renderBlock(value, column + 2, style)}`;
    return insert(lineEndOf(this.#text, array.span.end), written);
  }

  /** `pad`: what stands between the brackets and a first member. */
  #insertInFlow(
    container: ObjectNode | ArrayNode,
    members: readonly { readonly span: Span }[],
    index: number,
    written: string,
    pad: string,
  ): Edit {
    const text = this.#text;
    const [first] = members;
    const open = container.span.start + 1;
    if (!first) {
      const closes = /[}\]]$/.test(text.slice(container.span.start, container.span.end));
      const end = closes ? container.span.end - 1 : open;
      return { span: { start: open, end }, text: `${pad}${written}${pad}` };
    }
    const lead = isFirstOnLine(text, first.span.start)
      ? styleOf(text, open).eol + ' '.repeat(columnOf(text, first.span.start))
      : ' ';
    const after = members[index];
    if (after) return insert(after.span.end, `,${lead}${written}`);
    return insert(first.span.start, `${written},${lead}`);
  }

  #isInFlow(span: Span): boolean {
    return this.#hasFlow(stepsTo(this.#roots, span));
  }

  #hasFlow(steps: readonly Step[]): boolean {
    return steps.some((step) => step.kind !== 'property' && isFlow(this.#text, step));
  }
}

function insert(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
