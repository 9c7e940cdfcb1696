// Terraform's functions, as far as their results are known from what is known of their arguments.
// https://developer.hashicorp.com/terraform/language/functions
import { encloses, type Span } from '../../base/span';
import type { DynamicNode, Node, StringNode, TemplatePiece } from '../../syntax/node';
import { textAt } from '../../syntax/relocate';

/** What a call comes to. `node` is the call, `args` are its arguments with their own values known. */
export type Known = Pick<DynamicNode, 'parts' | 'isExact' | 'template'>;
type TerraformFunction = (args: readonly Node[], span: Span) => Known | undefined;

const listOf: TerraformFunction = (args, span) => ({
  ...list(args.flatMap(spread), span),
  isExact: args.every(isList),
});
const itself: TerraformFunction = ([value]) => (value ? exactly(value) : undefined);
const either: TerraformFunction = (args) => {
  const [first] = args;
  if (first?.kind === 'string' && first.value !== '') return exactly(first);
  return { parts: args.filter(isSomething) };
};

export const functions: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ['concat', listOf],
  ['distinct', listOf],
  ['compact', listOf],
  ['sort', listOf],
  ['reverse', listOf],
  ['tolist', listOf],
  ['toset', listOf],
  ['setunion', listOf],
  ['flatten', flatten],
  ['coalescelist', (args) => ({ parts: args })],
  ['coalesce', either],
  ['try', either],
  ['merge', (args, span) => (args.length === 1 ? itself(args, span) : { parts: args.map(asPart) })],
  ['tomap', itself],
  ['tostring', itself],
  ['sensitive', itself],
  ['nonsensitive', itself],
  ['one', ([value]) => only(value)],
  ['values', ([value]) => values(value)],
  ['lookup', ([map, key, otherwise]) => lookUp(map, key, otherwise)],
  ['format', (args, span) => format(args, span)],
  ['formatlist', (args, span) => formatList(args, span)],
  ['join', (args, span) => join(args, span)],
  ['lower', ([value], span) => changed(value, span, (text) => text.toLowerCase())],
  ['upper', ([value], span) => changed(value, span, (text) => text.toUpperCase())],
  ['trimspace', ([value], span) => changed(value, span, (text) => text.trim())],
  ['jsondecode', ([value]) => decoded(value)],
]);

function exactly(value: Node): Known {
  return { parts: [value], isExact: true };
}

function list(items: readonly Node[], span: Span): Known {
  return exactly({ kind: 'array', span, items });
}

/** An argument of `merge`: the other arguments have keys of the same object, and a later one may replace its own. */
export function asPart(node: Node): Node {
  if (node.kind === 'object') {
    const { kind, span, properties } = node;
    return { kind, span, properties, isPartial: true };
  }
  return node.kind === 'dynamic' ? { ...node, parts: node.parts.map(asPart) } : node;
}

function isSomething(node: Node): boolean {
  return node.kind !== 'null' && !(node.kind === 'string' && node.value === '');
}

/** The items of a list that is known; what may be a list stays as it is. */
function spread(node: Node): readonly Node[] {
  if (node.kind === 'array') return node.items;
  if (node.kind === 'null') return [];
  const part = onlyPart(node);
  return part && isList(part) ? spread(part) : [node];
}

/** Whether all items of a list are known to be there. */
function isList(node: Node): boolean {
  if (node.kind === 'array' || node.kind === 'null') return true;
  const part = onlyPart(node);
  return part !== undefined && isList(part);
}

/** The one value that a dynamic one is. */
export function onlyPart(node: Node): Node | undefined {
  return node.kind === 'dynamic' && node.isExact && node.parts.length === 1 ? node.parts[0] : undefined;
}

function flatten(args: readonly Node[], span: Span): Known {
  const items = args.flatMap(spread);
  const isKnown = args.every(isList) && items.every((item) => item.kind !== 'dynamic' || isList(item));
  return { ...list(items.flatMap(flat), span), isExact: isKnown };
}

function flat(node: Node): readonly Node[] {
  return isList(node) ? spread(node).flatMap(flat) : [node];
}

/** The items of a list, all of them known to be there; `undefined` where others may be. */
export function itemsIn(node: Node): readonly Node[] | undefined {
  return isList(node) ? spread(node) : undefined;
}

function only(node: Node | undefined): Known | undefined {
  const items = node && itemsIn(node);
  return items?.[0] && items.length === 1 ? exactly(items[0]) : node && { parts: spread(node) };
}

function values(node: Node | undefined): Known | undefined {
  const part = node && onlyPart(node);
  if (part) return values(part);
  if (node?.kind !== 'object' || node.properties.some(({ computed }) => computed)) return undefined;
  const items = node.properties.flatMap(({ value }) => value ?? []);
  return list(items, node.span);
}

function lookUp(
  map: Node | undefined,
  key: Node | undefined,
  otherwise: Node | undefined,
): Known | undefined {
  const [items] = values(map)?.parts ?? [];
  const all = items?.kind === 'array' ? items.items : [];
  const named = map?.kind === 'object' && key?.kind === 'string' ? key.value : undefined;
  const found =
    map?.kind === 'object' ? map.properties.find((each) => each.key.value === named)?.value : undefined;
  if (found) return exactly(found);
  return { parts: [...all, ...(otherwise ? [otherwise] : [])] };
}

/** `format("arn:aws:s3:::%s/*", var.bucket)` is the text with holes `arn:aws:s3:::${var.bucket}/*`. */
function format([pattern, ...args]: readonly Node[], span: Span): Known | undefined {
  const template = pattern?.kind === 'string' ? formatted(pattern, args, span) : undefined;
  return template && { parts: [], template };
}

/** One text for each item of a list that is known, and else one for any of them. */
function formatList([pattern, ...args]: readonly Node[], span: Span): Known | undefined {
  if (pattern?.kind !== 'string') return undefined;
  const lists = args.map((arg) => (arg.kind === 'string' ? [arg] : itemsIn(arg)));
  const length = Math.max(...lists.map((each) => each?.length ?? 1));
  const isKnown = lists.every((each) => each && (each.length === length || each.length === 1));
  const count = isKnown ? length : 1;
  const items = Array.from({ length: count }, (_, i) => {
    const row = args.map((arg, at) => lists[at]?.[lists[at].length === 1 ? 0 : i] ?? unknown(arg));
    const template = formatted(pattern, row, span);
    return template && textNode(template, span);
  });
  const known = items.filter((item) => item !== undefined);
  if (known.length < items.length) return undefined;
  return isKnown ? list(known, span) : { parts: known };
}

function unknown({ span }: Node): DynamicNode {
  return { kind: 'dynamic', span, what: 'an item', parts: [] };
}

const VERB = /%(?:%|[-+ #0]*\d*(?:\.\d+)?[sdvqtf])/g;

function formatted(
  pattern: StringNode,
  args: readonly Node[],
  span: Span,
): readonly TemplatePiece[] | undefined {
  const template: TemplatePiece[] = [];
  let from = 0;
  let next = 0;
  for (const verb of pattern.value.matchAll(VERB)) {
    const end = verb.index + (verb[0] === '%%' ? 1 : 0);
    if (end > from) template.push(stretch(pattern, from, end, span));
    from = verb.index + verb[0].length;
    if (verb[0] === '%%') continue;
    const arg = args[next];
    if (!arg || !/^%[svd]$/.test(verb[0])) return undefined;
    next += 1;
    template.push({ kind: 'hole', span: placeIn(arg, span), node: arg });
  }
  if (from < pattern.value.length) template.push(stretch(pattern, from, pattern.value.length, span));
  const isClear = !template.some((piece) => piece.kind === 'string' && /%[^%]/.test(piece.value));
  return isClear && next === args.length ? template : undefined;
}

/** A stretch of a string at its own place, or at that of the call where the string stands elsewhere. */
function stretch(node: StringNode, from: number, to: number, span: Span): StringNode {
  const value = node.value.slice(from, to);
  if (!encloses(span, node.span)) return textAt(value, span);
  return {
    kind: 'string',
    span: node.spanOf(from, to),
    value,
    spanOf: (start, end) => node.spanOf(from + start, from + end),
  };
}

function placeIn(node: Node, span: Span): Span {
  return encloses(span, node.span) ? node.span : span;
}

function textNode(template: readonly TemplatePiece[], span: Span): DynamicNode {
  return { kind: 'dynamic', span, what: 'a text', parts: [], isLookedUp: true, template };
}

function join([separator, ...lists]: readonly Node[], span: Span): Known | undefined {
  const items = lists.map(itemsIn);
  if (separator?.kind !== 'string' || items.some((each) => each === undefined)) return undefined;
  const template = items
    .flatMap((each) => each ?? [])
    .flatMap((item, i): readonly TemplatePiece[] => {
      const hole = { kind: 'hole', span: placeIn(item, span), node: item } as const;
      return i === 0 ? [hole] : [stretch(separator, 0, separator.value.length, span), hole];
    });
  return template.length > 0 ? { parts: [], template } : undefined;
}

function changed(value: Node | undefined, span: Span, change: (text: string) => string): Known | undefined {
  const part = value && onlyPart(value);
  if (part) return changed(part, span, change);
  if (value?.kind !== 'string') return undefined;
  return { parts: [], template: [textAt(change(value.value), span)] };
}

/** `jsondecode(jsonencode(x))` is x. */
function decoded(value: Node | undefined): Known | undefined {
  if (value?.kind !== 'dynamic') return undefined;
  if (value.call?.name === 'jsonencode' && value.call.args[0]) return exactly(value.call.args[0]);
  return decoded(onlyPart(value));
}
