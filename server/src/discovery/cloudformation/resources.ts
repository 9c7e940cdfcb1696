// The resources of a template, those that a loop makes included.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
import {
  type Node,
  type ObjectNode,
  type PropertyNode,
  type StringNode,
  stringOf,
  type Tree,
  valueOf,
} from '../../syntax/node';
import { objectsIn } from './choices';
import { dynamic, knownText } from './known';
import type { Resource } from './resource';
import type { Template, Variables } from './template';
import { braces, loopBraces, piecesOf } from './text';

/** Whether a node is a template: some resource of it has a type. */
export function isTemplate(root: Node): boolean {
  const resources = valueOf(root, 'Resources');
  return resources?.kind === 'object' && resources.properties.some(isResource);
}

function isResource({ key, value }: PropertyNode): boolean {
  return typeOf(value) !== undefined || bodyOf(key.value, value)?.properties.some(isResource) === true;
}

function typeOf(node: Node | undefined): string | undefined {
  const type = stringOf(node, 'Type');
  return type !== undefined && /^\w+::/.test(type) ? type : undefined;
}

/** The resources of a template; none where the root is no template. */
export function resourcesOf(root: Node, tree: Tree, template: Template): readonly Resource[] {
  const resources = valueOf(root, 'Resources');
  return resources?.kind === 'object' ? resourcesIn(resources, tree, template) : [];
}

function resourcesIn(resources: ObjectNode, tree: Tree, template: Template): readonly Resource[] {
  return resources.properties.flatMap((each): readonly Resource[] => {
    const body = bodyOf(each.key.value, each.value);
    if (body) return resourcesIn(body, tree, template.with(loopVariables(each.value, template.variables)));
    return resourceOf(each, tree, template);
  });
}

function resourceOf(logicalId: PropertyNode, tree: Tree, template: Template): readonly Resource[] {
  const node = logicalId.value;
  const type = typeOf(node);
  if (node?.kind !== 'object' || type === undefined) return [];
  const resource = { logicalId, type, node, tree, template };
  const properties = objectsIn(valueOf(node, 'Properties'));
  if (properties.length > 0) return properties.map((each) => ({ ...resource, properties: each }));
  return [{ ...resource, properties: { kind: 'object', span: node.span, properties: [] } }];
}

/** What `Fn::ForEach::Name: [identifier, list, { … }]` repeats. */
function bodyOf(key: string, value: Node | undefined): ObjectNode | undefined {
  if (!key.startsWith('Fn::ForEach::') || value?.kind !== 'array') return undefined;
  const body = value.items[2];
  return body?.kind === 'object' ? body : undefined;
}

/** In a loop `${identifier}` and `&{identifier}` stand for an item of the list, in any text. */
function loopVariables(loop: Node | undefined, outer: Variables | undefined): Variables {
  const name = loop?.kind === 'array' ? loop.items[0] : undefined;
  const identifier = name?.kind === 'string' ? name.value : undefined;
  return {
    named: (variable, at, from, to) => outer?.named(variable, at, from, to),
    read(text) {
      const own = identifier === undefined ? text : withLoopVariable(text, identifier);
      return own === text ? (outer?.read(text) ?? text) : own;
    },
  };
}

function withLoopVariable(text: StringNode, identifier: string): Node {
  for (const each of [braces, loopBraces]) {
    if (!text.value.includes(`${each.opening}${identifier}}`)) continue;
    const pieces = piecesOf(
      text,
      ({ name, span, from, to }) => (name === identifier ? dynamic(span, name) : text.value.slice(from, to)),
      each,
    );
    if (pieces) return dynamic(text.span, 'a variable of a loop', knownText(pieces));
  }
  return text;
}
