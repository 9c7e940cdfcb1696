// JSON in a text with holes: `{ "Resource": "${aws_s3_bucket.b.arn}/*" }`. The text is put together with one character
// for each hole and read as any JSON; what holds a hole is then known only later. Nothing is parsed here.
import type { Span } from '../../base/span';
import { maybe } from '../gaps';
import type { DynamicNode, Node, PropertyNode, StringNode, TemplateHole, TemplatePiece } from '../node';
import { relocate } from '../relocate';
import type { Embedding } from './source';

/** Stands for a hole: a character for private use, which no text has by itself. */
export const HOLE = '\uf8f0';

/** The holes of a text by their offsets in it. */
export interface Holes {
  /** Those that put something in. */
  readonly values: ReadonlyMap<number, TemplateHole>;
  /** Those that decide on others: `%{ if … }`. */
  readonly directives: ReadonlyMap<number, TemplateHole>;
}

/** A text put together from pieces, its holes, and how to write more of it. */
export interface TemplateEmbedding extends Embedding {
  readonly holes: Holes;
}

/** What stands for a hole in the text that is read, and whether it is a part of a value there. */
export interface StandIn {
  readonly text: string;
  readonly isValue: boolean;
}

export function templateEmbedding(
  pieces: readonly TemplatePiece[],
  standIn: (hole: TemplateHole, index: number) => StandIn,
): TemplateEmbedding {
  const values = new Map<number, TemplateHole>();
  const directives = new Map<number, TemplateHole>();
  const offsets: number[] = [];
  let text = '';
  let end = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'string') {
      for (let i = 0; i < piece.value.length; i++) offsets.push(piece.spanOf(i, i).start);
      text += piece.value;
      end = piece.spanOf(piece.value.length, piece.value.length).end;
      continue;
    }
    const { text: sign, isValue } = standIn(piece, index);
    (isValue ? values : directives).set(text.length, piece);
    for (let i = 0; i < sign.length; i++) offsets.push(piece.span.start);
    text += sign;
    end = piece.span.end;
  }
  offsets.push(end);
  const written = pieces.find((piece) => piece.kind === 'string');
  const encode = (inner: string) => written?.encode?.(inner) ?? JSON.stringify(inner).slice(1, -1);
  return { text, offsets, encode, holes: { values, directives } };
}

/** Leaves out what stands between `%{ else }` and its `%{ endif }`: of two branches one comes to hold. */
export function withoutElse(pieces: readonly TemplatePiece[]): readonly TemplatePiece[] {
  let depth = 0;
  let left = Number.POSITIVE_INFINITY;
  return pieces.filter((piece) => {
    const directive = piece.kind === 'hole' ? piece.directive : undefined;
    if (directive === 'if' || directive === 'for') depth += 1;
    if (directive === 'else') left = Math.min(left, depth);
    if (directive === 'endif' || directive === 'endfor') depth -= 1;
    if (depth < left) left = Number.POSITIVE_INFINITY;
    return depth < left;
  });
}

/** A string that stands between these offsets, as a text with holes; `undefined` where it has none. */
export function stringWithHoles(
  node: StringNode,
  from: number,
  to: number,
  holes: Holes,
): DynamicNode | undefined {
  if (holes.directives.size === 0 && !node.value.includes(HOLE)) return undefined;
  const inside = [...within(holes.values, from, to), ...within(holes.directives, from, to)];
  if (inside.length === 0) return undefined;
  inside.sort((a, b) => a.span.start - b.span.start);
  const template: TemplatePiece[] = [];
  let done = 0;
  const textUpTo = (end: number) => {
    if (end > done) template.push(stretch(node, done, end));
    done = end;
  };
  for (const hole of inside) {
    const at = hole.directive === undefined ? node.value.indexOf(HOLE, done) : indexOf(node, hole.span.start);
    textUpTo(at < 0 ? node.value.length : at);
    template.push(hole);
    done += 1;
  }
  textUpTo(node.value.length);
  return { kind: 'dynamic', span: node.span, what: written(template), parts: [], template };
}

function within(holes: ReadonlyMap<number, TemplateHole>, from: number, to: number): readonly TemplateHole[] {
  return [...holes].filter(([at]) => from <= at && at < to).map(([, hole]) => hole);
}

/** The decoded character of a string that stands at an offset of the document. */
function indexOf(node: StringNode, offset: number): number {
  for (let i = 0; i < node.value.length; i++) if (node.spanOf(i, i).start >= offset) return i;
  return -1;
}

function stretch(node: StringNode, from: number, to: number): StringNode {
  return {
    kind: 'string',
    span: node.spanOf(from, to),
    value: node.value.slice(from, to),
    spanOf: (start, end) => node.spanOf(from + start, from + end),
    ...(node.encode && { encode: (text: string) => node.encode?.(text) ?? text }),
  };
}

/** The text of a key that is known only later: its pieces, with `${…}` for the holes. */
function written(template: readonly TemplatePiece[]): string {
  return template
    .map((piece) => (piece.kind === 'string' ? piece.value : `\${${piece.node ? nameOf(piece.node) : ''}}`))
    .join('');
}

function nameOf(node: Node): string {
  return node.kind === 'dynamic' ? node.what : '…';
}

/** The characters between two offsets, with `${…}` for the holes among them. */
export function textWithHoles(text: string, from: number, to: number, { values }: Holes): string {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => {
    const hole = values.get(from + i);
    return hole ? written([hole]) : text.charAt(from + i);
  }).join('');
}

/** The holes that put something in from an offset on, in their order. */
export function holesFrom(from: number, { values }: Holes): readonly TemplateHole[] {
  const behind = [...values].filter(([at]) => at >= from).sort(([a], [b]) => a - b);
  return behind.map(([, hole]) => hole);
}

/** A text in which each sign of a hole is `${…}` with the hole's name. */
export function withNames(text: string, holes: readonly TemplateHole[]): string {
  let next = 0;
  return text.replaceAll(HOLE, () => written(holes.slice(next, ++next)));
}

/** A key that holds a hole: by its text, which nothing of it may be edited as. */
export function keyWithHoles({ what, span }: DynamicNode): StringNode {
  return { kind: 'string', span, value: what, spanOf: () => span };
}

/** Whether an offset of the document is between the braces of a hole. */
export function isInHole({ values, directives }: Holes, offset: number): boolean {
  const isAround = ({ span }: TemplateHole) => span.start < offset && offset < span.end;
  return [...values.values(), ...directives.values()].some(isAround);
}

/** The hole at an offset, as the value that it puts in. What `jsonencode` makes is a value of JSON as it stands. */
export function valueOfHole(offset: number, holes: Holes): DynamicNode | undefined {
  const hole = holes.values.get(offset);
  if (!hole) return undefined;
  const { span, node } = hole;
  const what = node ? nameOf(node) : 'a value';
  const call = node?.kind === 'dynamic' ? node.call : undefined;
  const encoded = call?.name === 'jsonencode' ? call.args[0] : undefined;
  if (!encoded) return { kind: 'dynamic', span, what, parts: [] };
  return { kind: 'dynamic', span, what, parts: [relocate(encoded, span)], isExact: true };
}

/** The items of a list with the directives between them; those that a directive may leave out are known only later. */
export function itemsWithDirectives(span: Span, items: readonly Node[], holes: Holes): readonly Node[] {
  const found = directivesIn(span, items, holes);
  if (found.length === 0) return items;
  let depth = 0;
  return inOrder([...items, ...found]).map((item) => {
    if (item.kind !== 'dynamic' || !found.includes(item)) return depth > 0 ? maybe(item) : item;
    depth += /^%\{ (?:if|for)\b/.test(item.what) ? 1 : /^%\{ end/.test(item.what) ? -1 : 0;
    return item;
  });
}

/** The same for an object: what else it has is known only later. */
export function propertiesWithDirectives(
  span: Span,
  properties: readonly PropertyNode[],
  holes: Holes,
): readonly PropertyNode[] {
  const found = directivesIn(span, properties, holes);
  if (found.length === 0) return properties;
  const added = found.map((each): PropertyNode => {
    return { kind: 'property', span: each.span, key: keyWithHoles(each), value: undefined, computed: each };
  });
  return inOrder([...properties, ...added]);
}

function inOrder<T extends { readonly span: Span }>(members: readonly T[]): readonly T[] {
  return [...members].sort((a, b) => a.span.start - b.span.start);
}

/** The directives that stand right in a container: between its members, and in none of them. */
function directivesIn(
  { start, end }: Span,
  members: readonly { readonly span: Span }[],
  holes: Holes,
): readonly DynamicNode[] {
  if (holes.directives.size === 0) return [];
  const { directives } = holes;
  return [...directives.values()]
    .filter(({ span }) => start < span.start && span.end <= end)
    .filter(({ span }) => !members.some((each) => each.span.start < span.start && span.end <= each.span.end))
    .map(({ span, directive }) => ({ kind: 'dynamic', span, what: `%{ ${directive} }`, parts: [] }));
}
