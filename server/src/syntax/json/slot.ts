// Where a cursor stands in a JSON text, closed or half-typed, and how a completion must be written there.
import type { Span } from '../../base/span';
import type { ArrayNode, Comment, Node, ObjectNode, PropertyNode, Slot, StringNode } from '../node';
import type { JsonSource } from './source';

type Step = ObjectNode | PropertyNode | ArrayNode;

/** The slot at an offset of the outermost document; `undefined` in a comment and outside of all objects. */
export function jsonSlotAt(
  source: JsonSource,
  roots: readonly Node[],
  comments: readonly Comment[],
  offset: number,
): Slot | undefined {
  if (comments.some(({ span }) => span.start < offset && offset < span.end)) return undefined;
  const root = roots.find(({ span }) => span.start < offset && offset <= span.end);
  if (!root) return undefined;
  const path: Step[] = [];
  const node = descend(root, offset, path);
  if (path.length === 0) return undefined;
  return slotOf(source, path, node, offset);
}

/** Walks into what holds the offset; the containers go into `path`, and a leaf at the cursor is returned. */
function descend(node: Node, offset: number, path: Step[]): Node | undefined {
  if (node.kind === 'object' && isInside(node, offset)) {
    path.push(node);
    const property = propertyAt(node, offset);
    if (!property) return undefined;
    if (touchesToken(property.key, offset)) return property.key;
    path.push(property);
    return property.value && descend(property.value, offset, path);
  }
  if (node.kind === 'array' && isInside(node, offset)) {
    path.push(node);
    const item = node.items.find((each) => touchesToken(each, offset));
    return item && descend(item, offset, path);
  }
  return touchesToken(node, offset) ? node : undefined;
}

/** Behind the opening bracket and not behind the closing one. */
function isInside(node: Node, offset: number): boolean {
  return node.span.start < offset && offset < node.span.end;
}

function touchesToken(node: { readonly span: Span }, offset: number): boolean {
  return node.span.start <= offset && offset <= node.span.end;
}

/** The property that the offset belongs to: its key, its value, or the gap behind its colon. */
function propertyAt(object: ObjectNode, offset: number): PropertyNode | undefined {
  return object.properties.findLast((property) => property.span.start <= offset);
}

function slotOf(source: JsonSource, path: Step[], node: Node | undefined, offset: number): Slot | undefined {
  const at = source.offset(offset);
  const last = path.at(-1);
  if (last?.kind === 'property' && node === undefined) {
    const gap = gapBehind(source, last, at);
    if (gap === 'key') {
      path.pop();
      return makeSlot(source, path, 'key', undefined, at);
    }
    if (gap === 'none') return undefined;
    return makeSlot(source, path, 'value', undefined, at);
  }
  if (last?.kind === 'object') return makeSlot(source, path, 'key', node, at);
  return makeSlot(source, path, 'value', node, at);
}

/** What may be typed between a property and the next one. */
function gapBehind(source: JsonSource, property: PropertyNode, at: number): 'key' | 'value' | 'none' {
  const from = source.offset((property.value ?? property.key).span.end);
  const between = stripComments(source.text.slice(from, at));
  if (between.includes(',')) return 'key';
  if (property.value) return /[\r\n]/.test(between) ? 'key' : 'none';
  return between.includes(':') ? 'value' : 'none';
}

function stripComments(text: string): string {
  return text.replace(/\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/g, '');
}

function makeSlot(
  source: JsonSource,
  path: readonly Step[],
  at: 'key' | 'value',
  node: Node | undefined,
  cursor: number,
): Slot {
  const string = node?.kind === 'string' ? node : undefined;
  const token = string ? contentOf(source, string) : bareWord(source, node, cursor);
  const { quoted } = token;
  // A key is written with its closing quote, since a colon and a value may have to follow it.
  const end = at === 'key' && quoted && token.missingQuote === '' ? token.end + 1 : token.end;
  return {
    path,
    at,
    node,
    typed: string ? typedIn(source, string, token, cursor) : source.text.slice(token.start, cursor),
    replace: source.span(token.start, end),
    stringText: (value) => source.encode(quoted ? escape(value) + token.missingQuote : JSON.stringify(value)),
    keyText: (key, value) => {
      const written = quoted ? `${escape(key)}"` : JSON.stringify(key);
      return source.encode(written + afterKey(source, end, value));
    },
  };
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** The closing quote, where the text lacks it. */
  readonly missingQuote: '"' | '';
}

/** What stands between the quotes; an unclosed string ends where it stops looking like one. */
function contentOf(source: JsonSource, node: StringNode): Token {
  const start = source.offset(node.span.start);
  const end = source.offset(node.span.end);
  const text = source.text;
  if (text[start] !== '"') return { start, end, quoted: false, missingQuote: '' };
  const closed = end - start > 1 && text[end - 1] === '"' && !isEscaped(text, end - 1);
  if (closed) return { start: start + 1, end: end - 1, quoted: true, missingQuote: '' };
  const word = /^[^\s,\]}]*/.exec(text.slice(start + 1, end))?.[0].length ?? 0;
  return { start: start + 1, end: start + 1 + word, quoted: true, missingQuote: '"' };
}

function bareWord(source: JsonSource, node: Node | undefined, cursor: number): Token {
  const start = node ? source.offset(node.span.start) : cursor;
  const end = node ? source.offset(node.span.end) : cursor;
  return { start, end, quoted: false, missingQuote: '' };
}

function typedIn(source: JsonSource, node: StringNode, token: Token, cursor: number): string {
  if (!token.quoted || cursor < token.start) return node.value.slice(0, Math.max(0, cursor - token.start));
  const written = source.text.slice(token.start, Math.min(cursor, token.end));
  return written.includes('\\') ? unescape(written) : written;
}

function unescape(written: string): string {
  try {
    const value: unknown = JSON.parse(`"${written}"`);
    return typeof value === 'string' ? value : written;
  } catch {
    return written;
  }
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function escape(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** The colon and value behind a key that is completed, unless they stand there; and a comma before a next key. */
function afterKey(source: JsonSource, end: number, value: string): string {
  const rest = source.text.slice(end, end + 2000);
  if (/^\s*:/.test(rest)) return '';
  const comma = /^\s*"/.test(rest) ? ',' : '';
  return `: ${value}${comma}`;
}
