// Whether a statement is written as nearly all are, seen in one walk. Rules on keys, types and characters need not look
// at such a statement; what is odd about another one they find out by themselves.
import type { Node, ObjectNode } from '../syntax/node';
import { isLatin } from './charset';
import { statementElements } from './elements';

/** Each element is one that there is, stands once, and has a value of its type in characters that a policy may have. */
export function isRegular({ properties, isPartial }: ObjectNode): boolean {
  if (isPartial) return false;
  let seen = 0;
  for (let i = 0; i < properties.length; i++) {
    const property = properties[i];
    const place = property && !property.computed ? names.indexOf(property.key.value) : -1;
    if (place < 0 || (seen & (1 << place)) !== 0) return false;
    seen |= 1 << place;
    if (!hasItsType(property?.key.value, property?.value)) return false;
  }
  return true;
}

const names: readonly string[] = statementElements;

function hasItsType(name: string | undefined, value: Node | undefined): boolean {
  switch (name) {
    case 'Sid':
    case 'Effect':
      return value?.kind === 'string' && isLatin(value.value);
    case 'Principal':
    case 'NotPrincipal':
      return value?.kind === 'string' ? isLatin(value.value) : hasEntries(value, isTexts);
    case 'Condition':
      return hasEntries(value, (keys) => hasEntries(keys, isScalars));
    default:
      return isTexts(value);
  }
}

/** An object with each key once. */
function hasEntries(node: Node | undefined, fits: (value: Node | undefined) => boolean): boolean {
  if (node?.kind !== 'object' || node.isPartial) return false;
  const { properties } = node;
  for (let i = 0; i < properties.length; i++) {
    const key = properties[i]?.key.value ?? '';
    if (properties[i]?.computed || !isLatin(key) || !fits(properties[i]?.value)) return false;
    for (let before = 0; before < i; before++) if (properties[before]?.key.value === key) return false;
  }
  return true;
}

function isTexts(node: Node | undefined): boolean {
  return isEach(node, isText);
}

function isScalars(node: Node | undefined): boolean {
  return isEach(node, (item) => item.kind === 'number' || item.kind === 'boolean' || isText(item));
}

function isText(node: Node): boolean {
  return node.kind === 'string' && isLatin(node.value);
}

function isEach(node: Node | undefined, fits: (item: Node) => boolean): boolean {
  if (node?.kind !== 'array') return node !== undefined && fits(node);
  const { items } = node;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (item && !fits(item)) return false;
  }
  return true;
}
