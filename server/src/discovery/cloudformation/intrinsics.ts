// CloudFormation's intrinsic functions, turned into values known only later with what is known of them.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
import type { DynamicNode, Node, ObjectNode, PropertyNode, StringNode } from '../../syntax/node';
import { either, findInMap, select, split } from './choices';
import { dynamic, isNoValue, type Known } from './known';
import { referTo } from './reference';
import { join, sub } from './sub';
import type { Lookup, Template } from './template';
import { withReferences } from './text';

/**
 * A node in which each `{ "Ref": … }` and `{ "Fn::…": … }` is dynamic, and what `AWS::NoValue` stands for is gone.
 * Untouched parts stay the same nodes.
 */
export function withIntrinsics(node: Node, template: Template): Node {
  switch (node.kind) {
    case 'object':
      return intrinsic(node, template) ?? objectWithIntrinsics(node, template);
    case 'array': {
      const items = changed(node.items, (item) => {
        const next = withIntrinsics(item, template);
        return isNoValue(next) ? undefined : next;
      });
      return items === node.items ? node : { ...node, items };
    }
    case 'string':
      return withVariables(node, template);
    case 'dynamic': {
      // What another program may leave out.
      const parts = changed(node.parts, (part) => withIntrinsics(part, template));
      return parts === node.parts ? node : { ...node, parts };
    }
    default:
      return node;
  }
}

/** A variable that stands for a list or an object may have functions in it. */
function withVariables(text: StringNode, template: Template): Node {
  const known = template.variables?.read(text) ?? text;
  if (known.kind === 'string') return withReferences(known);
  if (known.kind !== 'dynamic' || !known.parts.some(({ kind }) => kind === 'array' || kind === 'object'))
    return known;
  const { parts = [] } = template.once('variable', known.what, () => ({
    parts: known.parts.map((part) => withIntrinsics(part, template)),
  }));
  return { ...known, parts };
}

function objectWithIntrinsics(node: ObjectNode, template: Template): ObjectNode {
  const properties = changed(node.properties, (property) => propertyWithIntrinsics(property, template));
  return properties === node.properties ? node : { ...node, properties };
}

function propertyWithIntrinsics(property: PropertyNode, template: Template): PropertyNode | undefined {
  const { key, value: written } = property;
  // What a loop or a macro makes beside other keys has keys of its own.
  if (written && key.value.startsWith('Fn::')) {
    const made = dynamic(written.span, key.value);
    return { ...property, value: made, computed: made };
  }
  const value = written && withIntrinsics(written, template);
  if (value && isNoValue(value)) return undefined;
  const known = template.variables?.read(key);
  if (known?.kind === 'dynamic') return { ...property, value, computed: known };
  return value === written ? property : { ...property, value };
}

function intrinsic(node: ObjectNode, template: Template): DynamicNode | undefined {
  const [only, second] = node.properties;
  if (!only || second) return undefined;
  const name = only.key.value;
  // Another program may make a function of it.
  if (only.computed) return dynamic(node.span, name);
  if (name !== 'Ref' && name !== 'Condition' && !name.startsWith('Fn::')) return undefined;
  if (name === 'Condition' && only.value?.kind !== 'string') return undefined;
  if (!only.value) return dynamic(node.span, name);
  const resolve = (inner: Node) => withIntrinsics(inner, template);
  return evaluate(name, only.value, { span: node.span, template, resolve });
}

function evaluate(name: string, value: Node, lookup: Lookup): DynamicNode {
  switch (name) {
    case 'Ref':
      return value.kind === 'string' ? referTo(value.value, lookup) : dynamic(lookup.span, name);
    case 'Fn::GetAtt': {
      const attribute = attributeIn(value);
      return attribute === undefined ? dynamic(lookup.span, name) : referTo(attribute, lookup);
    }
    default:
      return dynamic(lookup.span, name, knownOf(name, value, lookup));
  }
}

function knownOf(name: string, value: Node, lookup: Lookup): Known {
  switch (name) {
    case 'Fn::Sub':
      return sub(value, lookup);
    case 'Fn::Join':
      return join(value, lookup);
    case 'Fn::If':
      return either(value, lookup);
    case 'Fn::FindInMap':
      return findInMap(value, lookup);
    case 'Fn::Select':
      return select(value, lookup);
    case 'Fn::Split':
      return split(value);
    case 'Fn::ToJsonString':
      return { parts: [lookup.resolve(value)], isExact: true };
    default:
      return {};
  }
}

/** `Queue.Arn` or `[Queue, Arn]`. */
function attributeIn(value: Node): string | undefined {
  if (value.kind === 'string') return value.value;
  const names =
    value.kind === 'array' ? value.items.map((item) => (item.kind === 'string' ? item.value : '')) : [];
  return names.length > 1 && !names.includes('') ? names.join('.') : undefined;
}

/** `map` that leaves out what becomes `undefined`, and gives back the same list where nothing changed. */
function changed<T>(list: readonly T[], change: (item: T) => T | undefined): readonly T[] {
  let result: T[] | undefined;
  for (const [index, item] of list.entries()) {
    const next = change(item);
    if (next === item && !result) continue;
    result ??= list.slice(0, index);
    if (next !== undefined) result.push(next);
  }
  return result ?? list;
}
