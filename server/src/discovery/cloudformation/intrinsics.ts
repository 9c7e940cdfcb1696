// CloudFormation's intrinsic functions in JSON form, turned into values known only later.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
import type { DynamicNode, Node, ObjectNode, PropertyNode } from '../../syntax/node';

/** A node in which each `{ "Ref": … }` and `{ "Fn::…": … }` is dynamic. Untouched parts stay the same nodes. */
export function withIntrinsics(node: Node): Node {
  switch (node.kind) {
    case 'object':
      return intrinsic(node) ?? objectWithIntrinsics(node);
    case 'array': {
      const items = mapSame(node.items, withIntrinsics);
      return items === node.items ? node : { ...node, items };
    }
    default:
      return node;
  }
}

function objectWithIntrinsics(node: ObjectNode): ObjectNode {
  const properties = mapSame(node.properties, propertyWithIntrinsics);
  return properties === node.properties ? node : { ...node, properties };
}

function propertyWithIntrinsics(property: PropertyNode): PropertyNode {
  const value = property.value && withIntrinsics(property.value);
  return value === property.value ? property : { ...property, value };
}

function intrinsic(node: ObjectNode): DynamicNode | undefined {
  const [only, second] = node.properties;
  if (!only || second) return undefined;
  const name = only.key.value;
  if (name !== 'Ref' && name !== 'Condition' && !name.startsWith('Fn::')) return undefined;
  if (name === 'Condition' && only.value?.kind !== 'string') return undefined;
  return {
    kind: 'dynamic',
    span: node.span,
    what: name,
    parts: name === 'Fn::If' ? branches(only.value) : [],
  };
}

/** `Fn::If: [condition, then, else]`: what is in either branch may come to hold. */
function branches(value: Node | undefined): readonly Node[] {
  if (value?.kind !== 'array') return [];
  return value.items.slice(1, 3).map(withIntrinsics);
}

/** `map` that gives back the same list where nothing changed. */
function mapSame<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  let changed = false;
  const result = list.map((item) => {
    const next = change(item);
    changed ||= next !== item;
    return next;
  });
  return changed ? result : list;
}
