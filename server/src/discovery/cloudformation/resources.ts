// The resources of a template, those that a loop makes included.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
import {
  type Node,
  type ObjectNode,
  type PropertyNode,
  stringOf,
  type Tree,
  valueOf,
} from '../../syntax/node';
import { objectsIn } from './choices';
import { bodyOf, loopVariables, withLoops } from './loops';
import type { Resource } from './resource';
import type { Template } from './template';

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
  const resource = { logicalId, type, node, tree };
  const properties = objectsIn(valueOf(node, 'Properties'));
  if (properties.length > 0) return properties.map((each) => ({ ...resource, ...withLoops(each, template) }));
  return [{ ...resource, template, properties: { kind: 'object', span: node.span, properties: [] } }];
}
