// Steps of a slot's path, in the words of the policy.
import type { Node, ObjectNode, PropertyNode, StringNode } from '../../../syntax/node';

/** A property with this key at the place of something in the text. */
export function stepOf(key: string, { span }: Pick<Node | PropertyNode, 'span'>): PropertyNode {
  const node: StringNode = { kind: 'string', span, value: key, spanOf: () => span };
  return { kind: 'property', span, key: node, value: undefined };
}

/** An object of which nothing is known but its place. */
export function emptyAt({ span }: Pick<Node, 'span'>): ObjectNode {
  return { kind: 'object', span, properties: [] };
}

/** Whether an element was named rightly; the misspelt ones are in small letters. */
export function isElement(element: string | undefined): element is string {
  return element !== undefined && /^[A-Z]/.test(element);
}
