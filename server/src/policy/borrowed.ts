// What a statement takes from other places of its document or module, so that its own text does not tell all of it.
import { encloses } from '../base/span';
import type { DynamicNode, Node } from '../syntax/node';

/** Texts in texts are looked into no deeper; a template text takes no deeper ones in. */
const MOST_DEPTH = 8;

/**
 * The texts that a statement's values were filled with from elsewhere, joined: together with the statement's own text
 * they say all that it says. `undefined` where nodes of it stand elsewhere and may move by themselves.
 */
export function borrowedTexts(statement: Node): string | undefined {
  const found: string[] = [];
  return collect(statement, found) ? found.join('\n') : undefined;
}

/** Returns `false` where a node stands elsewhere. */
function collect(node: Node, found: string[]): boolean {
  switch (node.kind) {
    case 'object':
      return node.properties.every(
        ({ span, value }) => encloses(node.span, span) && (!value || collect(value, found)),
      );
    case 'array':
      return node.items.every((item) => encloses(node.span, item.span) && collect(item, found));
    case 'dynamic': {
      if (node.template) collectText(node, found, 0);
      return node.parts.every((part) => encloses(node.span, part.span) && collect(part, found));
    }
    default:
      return true;
  }
}

/** What fills the holes of a text, and of the texts that fill them; the text around them is the statement's own. */
function collectText({ template = [], isLookedUp }: DynamicNode, found: string[], depth: number): void {
  for (const piece of template) {
    if (piece.kind === 'string') {
      if (isLookedUp) found.push(piece.value);
    } else if (piece.node?.kind === 'dynamic') {
      const { what, isWord, isExact, parts } = piece.node;
      if (isWord) found.push('a word');
      if (piece.node.isLookedUp) found.push(what, ...(isExact ? parts.map(textOf) : []));
      if (depth < MOST_DEPTH) collectText(piece.node, found, depth + 1);
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
