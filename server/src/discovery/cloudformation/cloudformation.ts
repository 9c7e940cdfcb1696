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
import { samResource } from './sam';

export const cloudFormationFinder: Finder = {
  carrier: 'cloudformation',
  find(tree): Discovered | undefined {
    const found = tree.roots
      .filter((root) => resourcesOf(root, tree).length > 0)
      .map((root) => templateOf(root, tree));
    if (found.length === 0) return undefined;
    return {
      sites: found.flatMap(({ sites }) => sites),
      entities: found.flatMap(({ entities }) => entities),
    };
  },
};

/** What the resources of a template hold; nothing where it has none. */
export function templateOf(root: Node, tree: Tree): Discovered {
  const sites: PolicySite[] = [];
  const entities: Entity[] = [];
  for (const resource of resourcesOf(root, tree)) {
    const found = iamResource(resource) ?? samResource(resource);
    sites.push(...(found?.sites ?? resourcePolicies(resource)));
    entities.push(...(found?.entities ?? []));
  }
  return { sites, entities };
}

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
  const known = policyProperties.get(resource.type) ?? organizationPolicy(resource);
  return known.flatMap((each) => resourcePolicy(resource, each));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-policy.html */
function organizationPolicy({ type, properties }: Resource): readonly PolicyProperty[] {
  if (type !== 'AWS::Organizations::Policy') return [];
  switch (stringOf(properties, 'Type')) {
    case 'SERVICE_CONTROL_POLICY':
      return [{ path: ['Content'], type: 'scp' }];
    case 'RESOURCE_CONTROL_POLICY':
      return [{ path: ['Content'], type: 'rcp' }];
    default:
      return [];
  }
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
  const what = type === 'resource' ? `the resource policy of an ${kind}` : `a policy of type ${type}`;
  const sentence = `${path.join('.')} of ${resource.type} is ${what}.`;
  return site(at, resource.tree, { type, sentence, attachedTo, storage: 'inline' });
}
