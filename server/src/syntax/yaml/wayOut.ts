// The way from the nodes of a text to the document that has the text in one of its strings. Back, for a writer, which
// goes by spans, it leads to as much as that asks for.
import type { Edit } from '../../base/edit';
import type { Span } from '../../base/span';
import type { JsonSource } from '../json/source';
import { isInHole, keyWithHoles, stringWithHoles, valueOfHole } from '../json/template';
import type { ArrayNode, DynamicNode, Node, ObjectNode, PropertyNode, StringNode } from '../node';
import { lineStartOf } from './lines';
import type { Step } from './locate';

/** Where a cursor is in the text, with the characters in front of it that are only there in the document. */
interface CursorPlace {
  readonly at: number;
  readonly kept: number;
}

export class WayOut {
  readonly source: JsonSource;
  /** Whether lines of the text are lines of the document. */
  readonly keepsLines: boolean;
  readonly #known = new WeakMap<Node, Node>();

  constructor(source: JsonSource) {
    this.source = source;
    this.keepsLines = source.encode('\n').includes('\n');
  }

  span({ start, end }: Span): Span {
    return this.source.span(start, end);
  }

  edit({ span, text }: Edit): Edit {
    return { span: this.span(span), text: this.source.encode(text) };
  }

  /**
   * The place of a cursor in the text; `undefined` outside of it, in a hole, and where a line would have to be indented
   * first: on the line that ends a heredoc, and on one that is empty.
   */
  placeOf(offset: number): CursorPlace | undefined {
    const { source } = this;
    const { text, holes } = source;
    if (holes && isInHole(holes, offset)) return undefined;
    const at = source.offset(offset);
    const isWithin =
      source.span(at, at).start <= offset && offset <= source.span(text.length, text.length).end;
    if (!isWithin || (this.keepsLines && at === text.length && text.endsWith('\n'))) return undefined;
    const line = lineStartOf(text, at);
    if (!this.keepsLines || line === 0 || this.#isIndented(line)) return { at, kept: 0 };
    // A blank line of a heredoc keeps the indentation that the others lose.
    const kept = source.encode('\n').replace(/\r?\n/, '').length;
    return at - kept < line ? undefined : { at: at - kept, kept };
  }

  /** Whether a line begins behind all of what is put in front of its kind. */
  #isIndented(line: number): boolean {
    const { source } = this;
    const lead = source.span(line, line).start - source.span(line - 1, line - 1).start;
    return lead >= source.encode('\n').length;
  }

  /** Where the node stands in the document; each node is led out once. */
  node(node: Node): Node {
    const known = this.#known.get(node) ?? this.#made(node);
    this.#known.set(node, known);
    return known;
  }

  #made(node: Node): Node {
    switch (node.kind) {
      case 'object':
        return this.#object(node);
      case 'array':
        return this.#array(node);
      case 'string':
        return this.#filled(node);
      case 'dynamic':
        return { ...node, span: this.span(node.span), parts: node.parts.map((part) => this.node(part)) };
      default:
        return { ...node, span: this.span(node.span) };
    }
  }

  /** A step of the way to a cursor. */
  step(step: Step): Step {
    switch (step.kind) {
      case 'property':
        return this.#property(step);
      case 'object':
        return this.#object(step);
      case 'array':
        return this.#array(step);
    }
  }

  #object(node: ObjectNode): ObjectNode {
    const properties = node.properties.map((each) => this.#property(each));
    return { ...node, span: this.span(node.span), properties };
  }

  #array(node: ArrayNode): ArrayNode {
    return { ...node, span: this.span(node.span), items: node.items.map((item) => this.node(item)) };
  }

  #property({ kind, span, key, value, computed }: PropertyNode): PropertyNode {
    const known = computed && { ...computed, span: this.span(computed.span) };
    const made = known ?? this.#withHoles(key);
    return {
      kind,
      span: this.span(span),
      key: made && !known ? keyWithHoles(made) : this.#string(key),
      value: value && this.node(value),
      ...(made && { computed: made }),
    };
  }

  /** A string, or what fills it where it has holes. */
  #filled(node: StringNode): Node {
    const { text, holes } = this.source;
    const { start, end } = node.span;
    const isBare = end - start === 1 && !/["']/.test(text.charAt(start));
    const hole = holes && isBare ? valueOfHole(start, holes) : undefined;
    return hole ?? this.#withHoles(node) ?? this.#string(node);
  }

  #withHoles(node: StringNode): DynamicNode | undefined {
    const { holes } = this.source;
    return holes && stringWithHoles(this.#string(node), node.span.start, node.span.end, holes);
  }

  #string(node: StringNode): StringNode {
    const { kind, span, value } = node;
    return {
      kind,
      span: this.span(span),
      value,
      spanOf: (from, to) => this.span(node.spanOf(from, to)),
      encode: (text) => this.source.encode(node.encode?.(text) ?? text),
    };
  }
}
