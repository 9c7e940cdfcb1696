// The output of `aws iam get-account-authorization-details`: every user, group, role and policy of an account.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
import { itemsOf, type Node, type ObjectNode, property, stringOf, type Tree, valueOf } from '../syntax/node';
import { policyDocument } from './embedded';
import type { Attachment, Discovered, Entity, Finder, PolicySite } from './site';

const lists = [
  { key: 'UserDetailList', kind: 'user', nameKey: 'UserName', policies: 'UserPolicyList' },
  { key: 'GroupDetailList', kind: 'group', nameKey: 'GroupName', policies: 'GroupPolicyList' },
  { key: 'RoleDetailList', kind: 'role', nameKey: 'RoleName', policies: 'RolePolicyList' },
] as const;

export const authorizationDetailsFinder: Finder = {
  carrier: 'account-authorization-details',
  find(tree): Discovered | undefined {
    const root = tree.roots.find(isDetails);
    if (root?.kind !== 'object') return undefined;
    const sites: PolicySite[] = [];
    const entities: Entity[] = [];
    for (const list of lists) {
      for (const owner of objects(valueOf(root, list.key))) {
        const entity = entityOf(owner, list.kind, list.nameKey);
        entities.push(entity);
        sites.push(
          ...inlinePolicies(owner, list.policies, entity, tree),
          ...trustPolicy(owner, entity, tree),
        );
      }
    }
    for (const policy of objects(valueOf(root, 'Policies'))) sites.push(...managedPolicy(policy, tree));
    return { sites, entities };
  },
};

function isDetails(root: Node): boolean {
  return lists.some((list) => valueOf(root, list.key)?.kind === 'array');
}

function objects(list: Node | undefined): readonly ObjectNode[] {
  return itemsOf(list).filter((item) => item.kind === 'object');
}

function entityOf(owner: ObjectNode, kind: 'user' | 'group' | 'role', nameKey: string): Entity {
  const at = property(owner, nameKey);
  const name = stringOf(owner, nameKey);
  const managedPolicies = objects(valueOf(owner, 'AttachedManagedPolicies')).map((reference) => ({
    policy: stringOf(reference, 'PolicyArn') ?? stringOf(reference, 'PolicyName'),
    span: (valueOf(reference, 'PolicyArn') ?? reference).span,
  }));
  const span = (at?.value ?? owner).span;
  const carrier = 'account-authorization-details';
  return { kind, carrier, span, node: owner, managedPolicies, ...(name === undefined ? {} : { name }) };
}

function attachmentTo(entity: Entity): Attachment {
  const kind = entity.kind === 'access-key' ? 'user' : entity.kind;
  return { kind, span: entity.span, ...(entity.name === undefined ? {} : { name: entity.name }) };
}

function inlinePolicies(owner: ObjectNode, key: string, entity: Entity, tree: Tree): readonly PolicySite[] {
  return objects(valueOf(owner, key)).flatMap((policy): readonly PolicySite[] => {
    const at = property(policy, 'PolicyDocument');
    const found = policyDocument(at?.value, tree);
    if (!at || !found) return [];
    const name = stringOf(policy, 'PolicyName');
    return [
      {
        ...found,
        carrier: 'account-authorization-details',
        type: 'identity',
        because: { sentence: `${key} holds the inline policies of a ${entity.kind}.`, span: at.key.span },
        attachedTo: [attachmentTo(entity)],
        storage: 'inline',
        ...(name === undefined ? {} : { name }),
      },
    ];
  });
}

function trustPolicy(owner: ObjectNode, entity: Entity, tree: Tree): readonly PolicySite[] {
  const at = property(owner, 'AssumeRolePolicyDocument');
  const found = policyDocument(at?.value, tree);
  if (!at || !found) return [];
  return [
    {
      ...found,
      carrier: 'account-authorization-details',
      type: 'trust',
      because: { sentence: 'AssumeRolePolicyDocument is a role’s trust policy.', span: at.key.span },
      attachedTo: [attachmentTo(entity)],
      storage: 'inline',
    },
  ];
}

/** Only the version in force: older ones grant nothing. */
function managedPolicy(policy: ObjectNode, tree: Tree): readonly PolicySite[] {
  const versions = objects(valueOf(policy, 'PolicyVersionList'));
  const version = versions.find(isDefault) ?? (versions.length === 1 ? versions[0] : undefined);
  const at = version && property(version, 'Document');
  const found = policyDocument(at?.value, tree);
  if (!at || !found) return [];
  const name = stringOf(policy, 'PolicyName');
  return [
    {
      ...found,
      carrier: 'account-authorization-details',
      type: 'identity',
      because: { sentence: 'PolicyVersionList holds the versions of a managed policy.', span: at.key.span },
      attachedTo: [],
      storage: 'managed',
      ...(name === undefined ? {} : { name }),
    },
  ];
}

function isDefault(version: ObjectNode): boolean {
  const value = valueOf(version, 'IsDefaultVersion');
  return value?.kind === 'boolean' && value.value;
}
