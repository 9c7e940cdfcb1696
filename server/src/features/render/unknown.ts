// A value that is known only at deployment, in Markdown: what is known of it all the same.
import { templateTexts } from '../../policy/templateText';
import { hasHole } from '../../policy/text';
import type { DynamicNode, Node } from '../../syntax/node';
import { code, codeList, paragraphs } from './markdown';

const SHOWN = 5;

/** For `var.bucket`, `!Ref Bucket`, `a ? b : c`, and for the hole that such a value fills. */
export function unknownText(node: DynamicNode): string {
  return paragraphs(`**${code(node.what)}**`, knownText(node), openText(node));
}

/** What is added to what is said of a text with holes. */
export const holesText =
  'What fills `${…}` is known only at deployment, and Leastwise says nothing about what depends on it.';

function openText(node: DynamicNode): string | undefined {
  if (isSettled(node)) return undefined;
  const texts = node.parts.length === 0 ? templateTexts(node) : [];
  return texts.length === 1
    ? holesText
    : 'Its value is known only at deployment, and Leastwise says nothing about what depends on it.';
}

function knownText(node: DynamicNode): string | undefined {
  const values = node.parts.map(nameOf).filter((name) => name !== undefined);
  if (values.length > 0) {
    const isAll = values.length === node.parts.length && node.isExact;
    return `${isAll ? (values.length === 1 ? 'It is' : 'It is one of') : 'It may be'} ${codeList(values, SHOWN)}.`;
  }
  const texts = templateTexts(node);
  if (texts.length === 0) return undefined;
  const listed = codeList(
    texts.map(({ value }) => value),
    SHOWN,
  );
  return `It is ${texts.length === 1 ? '' : 'one of '}${listed}.`;
}

function isSettled(node: DynamicNode): boolean {
  const [only, second] = node.parts;
  if (only && !second && node.isExact) return only.kind !== 'dynamic' && nameOf(only) !== undefined;
  const [text, other] = node.parts.length === 0 ? templateTexts(node) : [];
  return text !== undefined && !other && !hasHole(text);
}

function nameOf(node: Node): string | undefined {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'dynamic':
      return templateTexts(node)[0]?.value ?? node.what;
    default:
      return undefined;
  }
}
