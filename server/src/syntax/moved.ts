// Nodes that stand further down or up in a text than they did; nothing else about them changes. What is in an object or
// a list is moved when somebody looks into it: of a long text, most of which stays, hardly anything is.
import { rememberEach } from '../base/rememberEach';
import { type Span, shiftSpan } from '../base/span';
import type {
  ArrayNode,
  DynamicNode,
  Node,
  ObjectNode,
  PropertyNode,
  StringNode,
  TemplatePiece,
} from './node';

/** The same value `delta` characters further on. */
export function movedNode(node: Node, delta: number): Node {
  switch (node.kind) {
    case 'object':
      return movedObject(node, delta);
    case 'array':
      return movedArray(node, delta);
    case 'string':
      return movedString(node, delta);
    case 'dynamic':
      return movedDynamic(node, delta);
    default:
      return { ...node, span: shiftSpan(node.span, delta) };
  }
}

export function movedProperty(property: PropertyNode, delta: number): PropertyNode {
  const { key, value, computed } = property;
  return {
    kind: 'property',
    span: shiftSpan(property.span, delta),
    key: movedString(key, delta),
    value: value && movedNode(value, delta),
    ...(computed && { computed: movedDynamic(computed, delta) }),
  };
}

/**
 * The object that an object is, as it was first read, wherever that stood: the same one in each version of a text that
 * was read from the version before. What does not rest on places can be kept by it.
 */
export function originOf(node: ObjectNode): ObjectNode {
  return node instanceof EqualObject ? node.origin : node;
}

/** An object that is equal to its origin but for its places, and worked out when somebody looks into it. */
export abstract class EqualObject implements ObjectNode {
  readonly kind = 'object';
  readonly span: Span;
  readonly isPartial?: boolean;
  readonly origin: ObjectNode;

  constructor(origin: ObjectNode, delta: number) {
    this.span = shiftSpan(origin.span, delta);
    if (origin.isPartial !== undefined) this.isPartial = origin.isPartial;
    this.origin = origin;
  }

  abstract get properties(): readonly PropertyNode[];
}

/** `work` done once for an object, wherever it is moved to; for what does not rest on places. */
export function onceForEach<V extends {}>(work: (node: ObjectNode) => V): (node: ObjectNode) => V {
  const once = rememberEach(work);
  return (node) => once(originOf(node));
}

class MovedObject extends EqualObject {
  readonly #delta: number;
  #properties: readonly PropertyNode[] | undefined;

  constructor(origin: ObjectNode, delta: number) {
    super(origin, delta);
    this.#delta = delta;
  }

  get properties(): readonly PropertyNode[] {
    this.#properties ??= this.origin.properties.map((each) => movedProperty(each, this.#delta));
    return this.#properties;
  }

  moved(delta: number): MovedObject {
    return new MovedObject(this.origin, this.#delta + delta);
  }
}

class MovedArray implements ArrayNode {
  readonly kind = 'array';
  readonly span: Span;
  readonly unwrapsOne?: boolean;
  readonly isPartial?: boolean;
  readonly #origin: ArrayNode;
  readonly #delta: number;
  #items: readonly Node[] | undefined;

  constructor(origin: ArrayNode, delta: number) {
    this.span = shiftSpan(origin.span, delta);
    if (origin.unwrapsOne !== undefined) this.unwrapsOne = origin.unwrapsOne;
    if (origin.isPartial !== undefined) this.isPartial = origin.isPartial;
    this.#origin = origin;
    this.#delta = delta;
  }

  get items(): readonly Node[] {
    this.#items ??= this.#origin.items.map((each) => movedNode(each, this.#delta));
    return this.#items;
  }

  moved(delta: number): MovedArray {
    return new MovedArray(this.#origin, this.#delta + delta);
  }
}

function movedObject(node: ObjectNode, delta: number): ObjectNode {
  return node instanceof MovedObject ? node.moved(delta) : new MovedObject(node, delta);
}

function movedArray(node: ArrayNode, delta: number): ArrayNode {
  return node instanceof MovedArray ? node.moved(delta) : new MovedArray(node, delta);
}

function movedString(node: StringNode, delta: number): StringNode {
  return node.moved ? node.moved(delta) : movedText(node, delta);
}

/** A string that has no shorter way to be moved than to ask the one that it was. */
export function movedText(node: StringNode, delta: number): StringNode {
  const { kind, span, value, encode } = node;
  return {
    kind,
    span: shiftSpan(span, delta),
    value,
    spanOf: (from, to) => shiftSpan(node.spanOf(from, to), delta),
    ...(encode && { encode: (text: string) => encode.call(node, text) }),
    // All the way at once: with each key press it moves on.
    moved: (further) => movedText(node, delta + further),
  };
}

function movedDynamic(node: DynamicNode, delta: number): DynamicNode {
  const { call, template, items, loop } = node;
  const move = (each: Node) => movedNode(each, delta);
  return {
    ...node,
    span: shiftSpan(node.span, delta),
    parts: node.parts.map(move),
    ...(call && { call: { ...call, args: call.args.map(move) } }),
    ...(template && { template: template.map((piece) => movedPiece(piece, delta)) }),
    ...(items && { items: items.map(move) }),
    ...(loop && { loop: { ...loop, over: move(loop.over) } }),
  };
}

function movedPiece(piece: TemplatePiece, delta: number): TemplatePiece {
  if (piece.kind === 'string') return movedString(piece, delta);
  return { ...piece, span: shiftSpan(piece.span, delta), node: piece.node && movedNode(piece.node, delta) };
}
