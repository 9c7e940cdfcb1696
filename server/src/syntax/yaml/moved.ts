// Nodes that stand further down or up in a text than they did; nothing else about them changes.
import { shiftSpan } from '../../base/span';
import type { Node, PropertyNode, StringNode } from '../node';
import { YamlString } from './read/yamlString';

/** The same value `delta` characters further on. */
export function movedNode(node: Node, delta: number): Node {
  const span = shiftSpan(node.span, delta);
  switch (node.kind) {
    case 'string':
      return movedString(node, delta);
    case 'object':
      return { ...node, span, properties: node.properties.map((each) => movedProperty(each, delta)) };
    case 'array':
      return { ...node, span, items: node.items.map((each) => movedNode(each, delta)) };
    case 'dynamic':
      return { ...node, span, parts: node.parts.map((each) => movedNode(each, delta)) };
    default:
      return { ...node, span };
  }
}

export function movedProperty(property: PropertyNode, delta: number): PropertyNode {
  const { key, value } = property;
  return {
    kind: 'property',
    span: shiftSpan(property.span, delta),
    key: movedString(key, delta),
    value: value && movedNode(value, delta),
  };
}

function movedString(node: StringNode, delta: number): StringNode {
  return node instanceof YamlString ? node.moved(delta) : node;
}
