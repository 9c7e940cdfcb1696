// What a statement takes from other places of its document or module, so that its own text does not tell all of it.
import { rememberLast } from '../base/rememberLast';
import { encloses, type Span } from '../base/span';
import type { DynamicNode, Node, ObjectNode } from '../syntax/node';

/** Texts in texts are looked into no deeper; a template text takes no deeper ones in. */
const MOST_DEPTH = 8;

/**
 * The texts that a statement's values were filled with from elsewhere, and where from it those stand that are written
 * in the document: together with the statement's own text they say all that it says, and where. `undefined` where
 * objects of it stand elsewhere, or are copies: of those more than their values matters.
 */
export function borrowedTexts(statement: Node): string | undefined {
  const found: string[] = [];
  return collect(statement, statement.span, found) ? found.join('\n') : undefined;
}

/** Returns `false` where an object stands elsewhere or is a copy. */
function collect(node: Node, home: Span, found: string[]): boolean {
  const isAway = !encloses(home, node.span);
  switch (node.kind) {
    case 'object':
      if (isAway || isCopiedObject(node)) return false;
      return node.properties.every(({ span, value }) => {
        if (!encloses(home, span)) found.push(placeOf(span, home));
        return !value || collect(value, home, found);
      });
    case 'array':
      return node.items.every((item) => collect(item, home, found));
    case 'dynamic':
      if (isAway) found.push(placeOf(node.span, home));
      if (node.template) collectText(node, home, isAway, found, 0);
      return node.parts.every((part) => collect(part, home, found));
    default:
      if (isAway) found.push(placeOf(node.span, home), textOf(node));
      return true;
  }
}

/**
 * What fills the holes of a text, and of the texts that fill them. Text around the holes is the statement's own, unless
 * the whole stands elsewhere.
 */
function collectText(node: DynamicNode, home: Span, isAway: boolean, found: string[], depth: number): void {
  for (const piece of node.template ?? []) {
    if (piece.kind === 'string') {
      if (node.isLookedUp || isAway) found.push(piece.value);
    } else if (piece.node?.kind === 'dynamic') {
      const { what, isWord, isExact, isLookedUp, parts } = piece.node;
      if (isWord) found.push('a word');
      if (isLookedUp) found.push(what, ...(isExact ? parts.map(textOf) : []));
      // What a text has holes for is not always told by itself: `_S3_BUCKET_ARN_` is one where a module gets it.
      else found.push(placeOf(piece.span, home));
      if (depth < MOST_DEPTH) collectText(piece.node, home, isAway, found, depth + 1);
    } else if (piece.node && isAway) {
      found.push(textOf(piece.node));
    }
  }
}

function textOf(node: Node): string {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    default:
      return node.kind;
  }
}

function placeOf({ start, end }: Span, home: Span): string {
  return `@${start - home.start}+${end - start}`;
}

/**
 * The places in a node at which copies stand of what another file says, or a text of another language: an object all in
 * one place, or a value that was looked up, with an object or list of the very same place. Nothing can be edited there.
 * Each finding in a policy asks for the same node.
 */
export const copiesIn = rememberLast((node: Node): readonly Span[] => {
  const found: Span[] = [];
  collectCopies(node, found);
  return found;
});

function collectCopies(node: Node, found: Span[]): void {
  switch (node.kind) {
    case 'object':
      if (isAllInOnePlace(node)) found.push(node.span);
      else for (const { value } of node.properties) if (value) collectCopies(value, found);
      break;
    case 'array':
      for (const item of node.items) if (item.kind !== 'string') collectCopies(item, found);
      break;
    case 'dynamic':
      if (isCopy(node)) found.push(node.span);
      else for (const part of node.parts) collectCopies(part, found);
      break;
    default:
      break;
  }
}

function isCopy({ isLookedUp, span, parts }: DynamicNode): boolean {
  return (
    isLookedUp === true && parts.some((part) => part.span.start === span.start && part.span.end === span.end)
  );
}

/** Whether the keys of an object all have the place of the object itself. */
function isCopiedObject({ span, properties }: ObjectNode): boolean {
  return properties.some(({ key }) => key.span.start === span.start && key.span.end === span.end);
}

/** The same of all that is in it: it does not stand there, but is what one place comes to. */
function isAllInOnePlace(node: Node, { start, end } = node.span): boolean {
  if (node.span.start !== start || node.span.end !== end) return false;
  if (node.kind === 'array') return node.items.every((item) => isAllInOnePlace(item, node.span));
  if (node.kind !== 'object') return true;
  return (
    isCopiedObject(node) && node.properties.every(({ value }) => !value || isAllInOnePlace(value, node.span))
  );
}
