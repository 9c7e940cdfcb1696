// Terraform and OpenTofu: policies in jsonencode, heredocs and JSON strings of a configuration's resources, those that
// data sources write, and the users and keys that it makes.
// https://developer.hashicorp.com/terraform/language/functions/jsonencode
import { type Node, type Tree, valueOf } from '../../syntax/node';
import { type FoundDocument, policyDocument } from '../embedded';
import type { Discovered, Entity, Finder, PolicySite } from '../site';
import { holdersOf, nameOf } from './holders';
import { documentSites } from './policyDocument/sites';
import { blocksIn, type TypedBlock } from './resources';

export const terraformFinder: Finder = {
  carrier: 'terraform',
  find(tree): Discovered | undefined {
    const resources = tree.roots.flatMap((root) => blocksIn(root, 'resource'));
    const data = tree.roots.flatMap((root) => blocksIn(root, 'data'));
    if (resources.length === 0 && data.length === 0) return undefined;
    const sites = [...resources.flatMap((resource) => sitesOf(resource, tree)), ...documentSites(tree, data)];
    return { sites: sites.sort(byPlace), entities: resources.flatMap(entitiesOf) };
  },
};

function byPlace(a: PolicySite, b: PolicySite): number {
  return a.node.span.start - b.node.span.start;
}

function sitesOf(resource: TypedBlock, tree: Tree): readonly PolicySite[] {
  return holdersOf(resource).flatMap(({ value, use }) =>
    documents(value, tree).map((found) => ({ ...found, carrier: 'terraform', ...use }) as const),
  );
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

function entitiesOf({ type, name, body }: TypedBlock): readonly Entity[] {
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
