// The nodes of a policy that is made from the blocks of a data source, each with what it was made of.
import type { Span } from '../../../base/span';
import { EqualObject } from '../../../syntax/moved';
import type {
  ArrayNode,
  DynamicNode,
  Node,
  ObjectNode,
  PropertyNode,
  StringNode,
} from '../../../syntax/node';

/** A block as it stands in the text. */
export interface Block {
  /** The property whose key is the block's name; of a dynamic block that is its label. */
  readonly named: PropertyNode;
  /** What holds the block, whole, within `owner`. */
  readonly property: PropertyNode;
  readonly owner: ObjectNode;
  /** The list that it is an item of, in Terraform's JSON syntax. */
  readonly list: ArrayNode | undefined;
  readonly body: ObjectNode;
  /** From its name to its closing brace. */
  readonly span: Span;
  /** Its name, or what else stands at its beginning. */
  readonly head: Span;
  /** Whether it stands for any number of blocks. */
  readonly isDynamic: boolean;
}

/** From the first of several places to the last. */
export function around(places: readonly { readonly span: Span }[], none: Span): Span {
  const [first] = places;
  return first ? { start: first.span.start, end: places.at(-1)?.span.end ?? first.span.end } : none;
}

/** What an object of the policy is made of. */
export type Role =
  | { readonly kind: 'document' | 'statement' }
  | { readonly kind: 'principals' | 'condition'; readonly name: string }
  | { readonly kind: 'operator'; readonly test: string };

export class MadeObject implements ObjectNode {
  readonly kind = 'object';

  /** `body`: that of the document or statement it belongs to, where more is to be written. */
  constructor(
    readonly span: Span,
    readonly properties: readonly PropertyNode[],
    readonly role: Role,
    readonly body: ObjectNode,
    readonly blocks: readonly Block[] = [],
  ) {}
}

/** A policy that was made before and only moved; made again where it stands now when somebody looks into it. */
export class LatePolicy extends EqualObject {
  readonly #make: () => MadeObject;
  #made: MadeObject | undefined;

  constructor(origin: MadeObject, delta: number, make: () => MadeObject) {
    super(origin, delta);
    this.#make = make;
  }

  get made(): MadeObject {
    this.#made ??= this.#make();
    return this.#made;
  }

  get properties(): readonly PropertyNode[] {
    return this.made.properties;
  }
}

/** A node that was made, with what it was made of. */
export function asMade(node: Node): MadeObject | undefined {
  if (node instanceof LatePolicy) return node.made;
  return node instanceof MadeObject ? node : undefined;
}

/** A property of the policy: from an attribute, from blocks, or from neither where the provider supplies it. */
export class MadeProperty implements PropertyNode {
  readonly kind = 'property';
  readonly computed?: DynamicNode;

  constructor(
    readonly span: Span,
    readonly key: StringNode,
    readonly value: Node | undefined,
    readonly from: {
      readonly attribute?: Attribute;
      readonly blocks?: readonly Block[];
      /** The strings of these blocks that are the key: what stands behind `type`, `test` or `variable`. */
      readonly keys?: readonly StringNode[];
    },
    computed?: DynamicNode,
  ) {
    if (computed) this.computed = computed;
  }
}

export interface Attribute {
  readonly owner: ObjectNode;
  readonly property: PropertyNode;
}

/** The name of an attribute or block, read as the element that it stands for. */
export class ElementKey implements StringNode {
  readonly kind = 'string';
  readonly span: Span;

  constructor(
    readonly value: string,
    readonly source: StringNode,
  ) {
    this.span = source.span;
  }

  /** Always the whole name: its characters are not those of the element. */
  spanOf(): Span {
    return this.source.spanOf(0, this.source.value.length);
  }
}

/** A string of the text that is read in another way: `&{aws:username}` as `${aws:username}`, character by character. */
export class MarkedString implements StringNode {
  readonly kind = 'string';
  readonly span: Span;
  readonly value: string;

  constructor(readonly source: StringNode) {
    this.span = source.span;
    this.value = source.value.replaceAll('&{', '${');
  }

  spanOf(from: number, to: number): Span {
    return this.source.spanOf(from, to);
  }

  encode(text: string): string {
    const marked = text.replaceAll('${', '&{');
    return this.source.encode?.(marked) ?? marked;
  }
}

/** A value that the text leaves to the provider; it stands at the name of what lacks it. */
export class DefaultString implements StringNode {
  readonly kind = 'string';

  constructor(
    readonly value: string,
    readonly span: Span,
    readonly owner: ObjectNode,
    readonly name: string,
  ) {}

  spanOf(): Span {
    return this.span;
  }
}

/** The `"*"` of a block with the type `*`, which the provider writes as `"Principal": "*"`. */
export class EveryoneString implements StringNode {
  readonly kind = 'string';
  readonly value = '*';
  readonly span: Span;

  constructor(
    readonly source: StringNode,
    readonly block: Block,
  ) {
    this.span = source.span;
  }

  spanOf(from: number, to: number): Span {
    return this.source.spanOf(from, to);
  }
}

/** A list of the policy: the provider writes one item without brackets, and puts those of several blocks together. */
export class MadeArray implements ArrayNode {
  readonly kind = 'array';
  readonly unwrapsOne = true;
  readonly span: Span;
  readonly items: readonly Node[];

  /** `parts`: as they stand in the text; `items` are theirs, in the same order. */
  constructor(
    readonly parts: readonly [ArrayNode, ...ArrayNode[]],
    items: readonly Node[],
  ) {
    this.span = around(parts, parts[0].span);
    this.items = items;
  }
}
