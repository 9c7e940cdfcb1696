// Properties of a policy that stand for an attribute, for what the provider supplies, and for what is known only later.
import type { Span } from '../../../base/span';
import type { DynamicNode, Node, ObjectNode, PropertyNode, StringNode } from '../../../syntax/node';
import { DefaultString, ElementKey, MadeProperty } from './made';

/** An attribute as a property. */
export function attributeOf(
  owner: ObjectNode,
  at: PropertyNode,
  element: string,
  value: Node | undefined = at.value,
): MadeProperty {
  return new MadeProperty(at.span, new ElementKey(element, at.key), value, {
    attribute: { owner, property: at },
  });
}

/** What the provider writes where the text says nothing. */
export function defaultOf(
  element: string,
  value: string,
  head: Span,
  { owner, name }: { readonly owner: ObjectNode; readonly name: string },
): MadeProperty {
  const string = new DefaultString(value, head, owner, name);
  return new MadeProperty(head, new DefaultString(element, head, owner, name), string, {});
}

/** A property whose key is known only later. */
export function unknownProperty(span: Span, what: string, element = what): MadeProperty {
  const later: DynamicNode = { kind: 'dynamic', span, what, parts: [] };
  const key: StringNode = { kind: 'string', span, value: element, spanOf: () => span };
  return new MadeProperty(span, key, later, {}, later);
}
