// CloudFormation templates: the policies and the IAM entities among a template's resources.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
import { type Node, type PropertyNode, property, stringOf, type Tree, valueOf } from '../../syntax/node';
import { type FoundDocument, templateDocument } from '../embedded';
import type { Discovered, Entity, Finder, PolicySite } from '../site';
import { Attachments } from './attachments';
import { objectsIn } from './choices';
import { iamResource } from './iam';
import { withIntrinsics } from './intrinsics';
import { isRewritten, withMacros, worksOn } from './macros';
import { organizationPolicies, type PolicyProperty, policyProperties } from './policyProperties';
import { documents, type Resource, site, statementsSite } from './resource';
import { isTemplate, resourcesOf } from './resources';
import { samGlobals, samResource } from './sam';
import { Template, type Variables } from './template';

export const cloudFormationFinder: Finder = {
  carrier: 'cloudformation',
  find(tree): Discovered | undefined {
    const found = tree.roots.filter(isTemplate).map((root) => templateOf(root, tree));
    if (found.length === 0) return undefined;
    return all(found);
  },
};

function all(found: readonly Discovered[]): Discovered {
  return {
    sites: found.flatMap(({ sites }) => sites),
    entities: found.flatMap(({ entities }) => entities),
  };
}

/** What the resources of a template hold; nothing where it has none. */
export function templateOf(root: Node, tree: Tree, variables?: Variables): Discovered {
  const template = new Template([root], variables);
  const resources = resourcesOf(root, tree, template);
  const attachments = new Attachments(resources);
  const isAround = isRewritten(root);
  const sites: PolicySite[] = [...withMacros(samGlobals(root, { tree, template }), isAround)];
  const entities: Entity[] = [];
  for (const resource of resources) {
    const found = iamResource(resource, attachments) ?? samResource(resource) ?? stackSet(resource);
    const own = found?.sites ?? resourcePolicies(resource);
    sites.push(...withMacros(own, isAround || worksOn(resource.node) || worksOn(resource.properties)));
    entities.push(...(found?.entities ?? []));
  }
  return { sites, entities };
}

/**
 * What a template in a text holds: that of a stack set.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html
 */
function stackSet({ type, properties, template }: Resource): Discovered | undefined {
  if (type !== 'AWS::CloudFormation::StackSet') return undefined;
  const body = valueOf(properties, 'TemplateBody');
  const texts = documents(body && withIntrinsics(body, template));
  return all(texts.flatMap((text) => templateDocument(text) ?? []).map(embeddedTemplate));
}

/** What a template holds that stands in another document. */
export function embeddedTemplate({ node, tree }: FoundDocument): Discovered {
  if (!isTemplate(node)) return { sites: [], entities: [] };
  const { sites, entities } = templateOf(node, tree);
  const within = node.span.start;
  return {
    sites: sites.map((each) => ({
      ...each,
      attachedTo: each.attachedTo.map((owner) => ({ ...owner, within })),
    })),
    entities: entities.map((each) => ({ ...each, within })),
  };
}

function resourcePolicies(resource: Resource): readonly PolicySite[] {
  const { type, properties } = resource;
  const known =
    type === 'AWS::Organizations::Policy'
      ? organizationPolicies.get(stringOf(properties, 'Type') ?? '')
      : policyProperties.get(type);
  return (known ?? []).flatMap((each) => resourcePolicy(resource, each));
}

function resourcePolicy(resource: Resource, facts: PolicyProperty): readonly PolicySite[] {
  const { path, type, protects } = facts;
  const { key } = resource.logicalId;
  const kind = protects ?? resource.type;
  const attachedTo = [{ kind: 'resource', resourceType: kind, span: key.span, name: key.value }] as const;
  const what = type === 'resource' ? `the resource policy of an ${kind}` : `a policy of type ${type}`;
  const sentence = `${path.filter((step) => step !== '*').join('.')} of ${resource.type} is ${what}.`;
  const read = facts.isStatement ? statementsSite : site;
  return propertiesAt(resource.properties, path).flatMap((at) =>
    read(at, resource, { type, sentence, attachedTo, storage: 'inline' }),
  );
}

/** The properties at the end of a path, through lists and through the branches of `Fn::If`. */
function propertiesAt(
  owner: Node | undefined,
  [name = '', ...rest]: readonly string[],
): readonly PropertyNode[] {
  const at = property(owner, name);
  if (!at || rest.length === 0) return at ? [at] : [];
  const inner = rest[0] === '*' ? rest.slice(1) : rest;
  return objectsIn(at.value).flatMap((each) => propertiesAt(each, inner));
}
