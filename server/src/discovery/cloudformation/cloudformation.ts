// CloudFormation templates: the policies and the IAM entities among a template's resources.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
import {
  type Node,
  type ObjectNode,
  type PropertyNode,
  property,
  stringOf,
  type Tree,
  valueOf,
} from '../../syntax/node';
import type { Discovered, Entity, Finder, PolicySite } from '../site';
import { iamResource, type Resource, site } from './iam';
import { type PolicyProperty, policyProperties } from './resourceTypes';

export const cloudFormationFinder: Finder = {
  carrier: 'cloudformation',
  find(tree): Discovered | undefined {
    const resources = tree.roots.flatMap((root) => resourcesOf(root, tree));
    if (resources.length === 0) return undefined;
    const sites: PolicySite[] = [];
    const entities: Entity[] = [];
    for (const resource of resources) {
      const found = iamResource(resource);
      sites.push(...(found?.sites ?? resourcePolicies(resource)));
      entities.push(...(found?.entities ?? []));
    }
    return { sites, entities };
  },
};

/** The resources of a template; none where the root is no template. */
function resourcesOf(root: Node, tree: Tree): readonly Resource[] {
  const resources = valueOf(root, 'Resources');
  if (resources?.kind !== 'object') return [];
  return resources.properties.flatMap((logicalId) => resourceOf(logicalId, tree));
}

function resourceOf(logicalId: PropertyNode, tree: Tree): readonly Resource[] {
  const node = logicalId.value;
  const type = stringOf(node, 'Type');
  if (node?.kind !== 'object' || !type || !/^\w+::/.test(type)) return [];
  const properties = valueOf(node, 'Properties');
  const empty: ObjectNode = { kind: 'object', span: node.span, properties: [] };
  return [{ logicalId, type, node, tree, properties: properties?.kind === 'object' ? properties : empty }];
}

function resourcePolicies(resource: Resource): readonly PolicySite[] {
  const known = policyProperties.get(resource.type) ?? [];
  return known.flatMap((each) => resourcePolicy(resource, each));
}

function resourcePolicy(resource: Resource, { path, type, protects }: PolicyProperty): readonly PolicySite[] {
  const owner = path.slice(0, -1).reduce<Node | undefined>(valueOf, resource.properties);
  const at = property(owner, path.at(-1) ?? '');
  if (!at) return [];
  const kind = protects ?? resource.type;
  const attachedTo = [
    {
      kind: 'resource',
      resourceType: kind,
      span: resource.logicalId.key.span,
      name: resource.logicalId.key.value,
    },
  ] as const;
  const sentence = `${path.join('.')} of ${resource.type} is the resource policy of an ${kind}.`;
  return site(at, resource.tree, { type, sentence, attachedTo, storage: 'inline' });
}
