// What a statement takes from other places of its document or module, so that its own text does not tell all of it.
import { encloses } from '../base/span';
import type { DynamicNode, Node } from '../syntax/node';
import { templateTexts } from './templateText';

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
      const words = wordsIn(node);
      if (words !== '') found.push(words);
      if (node.isLookedUp) found.push(...templateTexts(node).map(({ value }) => value));
      return node.parts.every((part) => encloses(node.span, part.span) && collect(part, found));
    }
    default:
      return true;
  }
}

/** Which holes of a text are words: what they refer to says so, and may stand elsewhere. Empty where none is. */
function wordsIn({ template = [] }: DynamicNode): string {
  const holes = template.filter((piece) => piece.kind === 'hole').map(({ node }) => node);
  const isWord = holes.map((node) => node?.kind === 'dynamic' && node.isWord === true);
  return isWord.includes(true) ? isWord.map((word) => (word ? 'w' : '-')).join('') : '';
}
