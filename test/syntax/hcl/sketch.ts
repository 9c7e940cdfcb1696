// An HCL document as a list of lines that two parsers can be compared by: what each thing is, its name and its exact
// span. This file draws the lines from our own tree; treeSitter.ts draws them from another's.
import type {
  Comment,
  DynamicNode,
  Node,
  ObjectNode,
  PropertyNode,
  TemplatePiece,
  Tree,
} from '../../../server/src/syntax/node';

/** What a line says: `attribute name 0-4`, indented by how deep it is nested. */
export function line(depth: number, what: string, { start, end }: { start: number; end: number }): string {
  return `${'  '.repeat(depth)}${what} ${start}-${end}`;
}

/** The lines of a document that was read by `parseHcl`. */
export function sketch(text: string, { roots, comments }: Tree): readonly string[] {
  const [root] = roots;
  const sketcher = new Sketcher(text, comments);
  if (root?.kind === 'object') for (const property of root.properties) sketcher.item(property, 0);
  return sketcher.lines;
}

class Sketcher {
  readonly lines: string[] = [];
  readonly #text: string;
  readonly #comments: readonly Comment[];

  constructor(text: string, comments: readonly Comment[]) {
    this.#text = text;
    this.#comments = comments;
  }

  /** An attribute or a block, whose labels are nested objects in the tree. */
  item(property: PropertyNode, depth: number): void {
    const { key, value, span } = property;
    if (value?.kind !== 'object' || this.#isAssigned(property)) {
      this.lines.push(line(depth, `attribute ${key.value}`, span));
      this.#value(value, depth + 1);
      return;
    }
    const labels: string[] = [];
    let body: ObjectNode = value;
    for (let inner = body.properties[0]; this.#text[body.span.start] !== '{'; inner = body.properties[0]) {
      if (inner?.value?.kind !== 'object') throw new Error('A header goes on to a body.');
      labels.push(inner.key.value);
      body = inner.value;
    }
    this.lines.push(line(depth, ['block', key.value, ...labels].join(' '), span));
    for (const inner of body.properties) this.item(inner, depth + 1);
  }

  /** Whether an = or a colon stands between a name and its value. */
  #isAssigned({ key, value }: PropertyNode): boolean {
    const from = key.span.end;
    const to = value?.span.start ?? from;
    const between = this.#comments.filter(({ span }) => span.start >= from && span.end <= to);
    let text = this.#text.slice(from, to);
    for (const comment of between) text = text.replace(comment.text, '');
    return /[=:]/.test(text);
  }

  #value(node: Node | undefined, depth: number): void {
    switch (node?.kind) {
      case undefined:
        this.lines.push(`${'  '.repeat(depth)}nothing`);
        break;
      case 'object':
        this.lines.push(line(depth, 'object', node.span));
        for (const property of node.properties) this.#element(property, depth + 1);
        break;
      case 'array':
        this.#all('tuple', node, node.items, depth);
        break;
      case 'string':
        this.lines.push(line(depth, `text ${contentOf(node.value)}`, node.span));
        break;
      case 'dynamic':
        this.#dynamic(node, depth);
        break;
      case 'number':
      case 'boolean':
      case 'null':
        this.lines.push(line(depth, node.kind, node.span));
        break;
    }
  }

  #element({ key, value, computed }: PropertyNode, depth: number): void {
    this.lines.push(line(depth, 'key', key.span));
    if (computed) this.#value(computed, depth + 1);
    this.#value(value, depth + 1);
  }

  #dynamic(node: DynamicNode, depth: number): void {
    const { template, call, reference, items, parts } = node;
    if (template) {
      this.lines.push(line(depth, 'template', node.span));
      for (const piece of template) this.#piece(piece, depth + 1);
    } else if (call) this.#all(`call ${call.name}`, node, call.args, depth);
    else if (reference) this.lines.push(line(depth, `reference ${reference.join(' ')}`, node.span));
    else if (items) this.#all('for', node, items, depth);
    else if (parts.length > 0) this.#all('conditional', node, parts, depth);
    else this.lines.push(line(depth, 'expression', node.span));
  }

  #piece(piece: TemplatePiece, depth: number): void {
    if (piece.kind === 'string') {
      this.lines.push(line(depth, 'stretch', piece.span));
    } else {
      this.lines.push(line(depth, `hole ${piece.directive ?? ''}`, piece.span));
      if (piece.node) this.#value(piece.node, depth + 1);
    }
  }

  #all(what: string, { span }: Node, children: readonly Node[], depth: number): void {
    this.lines.push(line(depth, what, span));
    for (const child of children) this.#value(child, depth + 1);
  }
}

/** A text as both can tell it: lines without the white space around them, which `<<-` partly leaves out. */
export function contentOf(text: string): string {
  return JSON.stringify(text.split('\n').map((each) => each.trim()));
}
