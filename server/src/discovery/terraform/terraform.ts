// Terraform and OpenTofu: policies in jsonencode, heredocs and JSON strings of a configuration's resources, and the
// users and keys that it makes. Policies that are put together from data sources are not read.
// https://developer.hashicorp.com/terraform/language/functions/jsonencode
import {
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  property,
  stringOf,
  type Tree,
  valueOf,
} from '../../syntax/node';
import { type FoundDocument, policyDocument } from '../embedded';
import type { Attachment, Discovered, Entity, Finder, PolicySite } from '../site';
import { type PolicyAttribute, policyAttributes } from './resourceTypes';

/** One `resource` block. */
interface Resource {
  readonly type: string;
  readonly name: PropertyNode;
  readonly body: ObjectNode;
  readonly tree: Tree;
}

export const terraformFinder: Finder = {
  carrier: 'terraform',
  find(tree): Discovered | undefined {
    const resources = tree.roots.flatMap((root) => resourcesOf(root, tree));
    if (resources.length === 0) return undefined;
    return { sites: resources.flatMap(sitesOf), entities: resources.flatMap(entitiesOf) };
  },
};

/** The resources of the AWS provider, from blocks and from Terraform's JSON syntax. */
function resourcesOf(root: Node, tree: Tree): readonly Resource[] {
  if (root.kind !== 'object') return [];
  const blocks = root.properties
    .filter(({ key }) => key.value === 'resource')
    .flatMap(({ value }) => itemsOf(value));
  return blocks.flatMap((block) =>
    entries(block).flatMap(({ key: type, value }) =>
      itemsOf(value)
        .flatMap(entries)
        .flatMap((name) => itemsOf(name.value).flatMap((body) => resourceOf(type.value, name, body, tree))),
    ),
  );
}

function resourceOf(type: string, name: PropertyNode, body: Node, tree: Tree): readonly Resource[] {
  return type.startsWith('aws_') && body.kind === 'object' ? [{ type, name, body, tree }] : [];
}

function entries(node: Node): readonly PropertyNode[] {
  return node.kind === 'object' ? node.properties : [];
}

function sitesOf(resource: Resource): readonly PolicySite[] {
  const known = policyAttributes.get(resource.type) ?? organizationPolicy(resource);
  const own = known ? attributeSites(resource, resource.body, known) : [];
  if (resource.type !== 'aws_iam_role') return own;
  const inline = resource.body.properties.filter(({ key }) => key.value === 'inline_policy');
  const blocks = inline.flatMap(({ value }) => itemsOf(value)).filter((block) => block.kind === 'object');
  const rolePolicy = { attribute: 'policy', type: 'identity', storage: 'inline' } as const;
  return [...own, ...blocks.flatMap((block) => attributeSites(resource, block, rolePolicy))];
}

/** The type of an organization's policy is a service control policy where it does not say. */
function organizationPolicy({ type, body }: Resource): PolicyAttribute | undefined {
  if (type !== 'aws_organizations_policy') return undefined;
  const said = property(body, 'type') === undefined ? 'SERVICE_CONTROL_POLICY' : stringOf(body, 'type');
  const kind =
    said === 'SERVICE_CONTROL_POLICY' ? 'scp' : said === 'RESOURCE_CONTROL_POLICY' ? 'rcp' : undefined;
  return kind && { attribute: 'content', type: kind, storage: 'managed' };
}

function attributeSites(resource: Resource, body: ObjectNode, facts: PolicyAttribute): readonly PolicySite[] {
  const at = property(body, facts.attribute);
  if (!at?.value) return [];
  const { type, storage } = facts;
  const sentence = `${facts.attribute} of ${resource.type} is a policy of type ${type}.`;
  const because = { sentence, span: at.key.span };
  const attachedTo = attachments(resource, body, facts);
  return documents(at.value, resource.tree).map((found) => {
    return { ...found, carrier: 'terraform', type, because, attachedTo, storage } as const;
  });
}

function attachments(
  { type, name, body: own }: Resource,
  body: ObjectNode,
  facts: PolicyAttribute,
): readonly Attachment[] {
  const { owner, protects } = facts;
  if (protects !== undefined) {
    return [{ kind: 'resource', resourceType: protects, span: name.key.span, name: name.key.value }];
  }
  if (type === 'aws_iam_role') return [{ kind: 'role', span: name.key.span, name: name.key.value }];
  const named = owner && (valueOf(body, owner.attribute) ?? valueOf(own, owner.attribute));
  return owner && named ? [{ kind: owner.kind, span: named.span, ...nameOf(named) }] : [];
}

/** `aws_iam_user.anna.name` is the user anna of the configuration. */
function nameOf(node: Node): { readonly name?: string } {
  if (node.kind === 'string') return { name: node.value };
  const name = node.kind === 'dynamic' ? node.reference?.[1] : undefined;
  return name === undefined ? {} : { name };
}

/** The documents that a value can be: what jsonencode gets, the JSON in a string, either branch of a condition. */
function documents(value: Node, tree: Tree): readonly FoundDocument[] {
  if (value.kind !== 'dynamic') {
    const found = value.kind === 'string' ? policyDocument(value, tree) : undefined;
    return found ? [found] : [];
  }
  const { call, parts } = value;
  const encoded = call?.name === 'jsonencode' ? call.args[0] : undefined;
  const own = encoded?.kind === 'object' ? [{ node: encoded, tree }] : [];
  return [...own, ...parts.flatMap((part) => documents(part, tree))];
}

function entitiesOf({ type, name, body }: Resource): readonly Entity[] {
  const base = { carrier: 'terraform', span: name.key.span, node: body, name: name.key.value } as const;
  switch (type) {
    case 'aws_iam_access_key':
      return [{ ...base, kind: 'access-key', managedPolicies: [] }];
    case 'aws_iam_user':
      return [{ ...base, kind: 'user', managedPolicies: [] }];
    case 'aws_iam_user_policy_attachment': {
      const user = valueOf(body, 'user');
      const policy = valueOf(body, 'policy_arn');
      if (!user || !policy) return [];
      const attached = { policy: policy.kind === 'string' ? policy.value : undefined, span: policy.span };
      return [
        {
          carrier: 'terraform',
          kind: 'user',
          span: user.span,
          node: body,
          managedPolicies: [attached],
          ...nameOf(user),
        },
      ];
    }
    default:
      return [];
  }
}
