// The IAM resource types of CloudFormation: which policies they hold, to whom these are attached, and which users,
// groups, roles and keys a template makes.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_IAM.html
import { itemsOf, type Node, property, stringOf, valueOf } from '../../syntax/node';
import { isBoundaryName } from '../boundaryName';
import { maxSessionOf } from '../maxSession';
import type { Attachment, Discovered, Entity, ManagedPolicyReference, PolicySite } from '../site';
import { type Attachments, type EntityKind, entityTypes, referredId } from './attachments';
import { alternativesIn, objectsIn } from './choices';
import { NO_VALUE } from './known';
import { type Resource, type SiteFacts, site } from './resource';

/** Types that hold one policy for one entity, named in a property. */
const inlineTypes: ReadonlyMap<string, { readonly kind: EntityKind; readonly nameKey: string }> = new Map([
  ['AWS::IAM::UserPolicy', { kind: 'user', nameKey: 'UserName' }],
  ['AWS::IAM::GroupPolicy', { kind: 'group', nameKey: 'GroupName' }],
  ['AWS::IAM::RolePolicy', { kind: 'role', nameKey: 'RoleName' }],
]);

const attachmentLists = [
  { key: 'Users', kind: 'user' },
  { key: 'Groups', kind: 'group' },
  { key: 'Roles', kind: 'role' },
] as const;

/** What an IAM resource holds; `undefined` for a type that is not one of IAM's. */
export function iamResource(resource: Resource, attachments: Attachments): Discovered | undefined {
  const entity = entityTypes.get(resource.type);
  if (entity) return entityResource(resource, entity.kind, entity.nameKey, attachments);
  const inline = inlineTypes.get(resource.type);
  if (inline)
    return { sites: inlinePolicy(resource, inline.kind, inline.nameKey, attachments), entities: [] };
  switch (resource.type) {
    case 'AWS::IAM::Policy':
      return { sites: policyResource(resource, attachments), entities: [] };
    case 'AWS::IAM::ManagedPolicy':
      return { sites: managedPolicy(resource, attachments), entities: [] };
    case 'AWS::IAM::AccessKey':
      return { sites: [], entities: [entityOf(resource, 'access-key', 'UserName', [])] };
    default:
      return undefined;
  }
}

function entityResource(
  resource: Resource,
  kind: EntityKind,
  nameKey: string,
  attachments: Attachments,
): Discovered {
  const { properties } = resource;
  const managed = managedReferences(valueOf(properties, 'ManagedPolicyArns'), attachments);
  const session = kind === 'role' ? maxSessionOf(valueOf(properties, 'MaxSessionDuration')) : {};
  const entity = { ...entityOf(resource, kind, nameKey, managed), ...session };
  const { key } = resource.logicalId;
  const attachedTo: readonly Attachment[] = [{ kind, span: key.span, name: entity.name ?? key.value }];
  const trust = kind === 'role' ? property(properties, 'AssumeRolePolicyDocument') : undefined;
  const trustFacts = {
    type: 'trust',
    sentence: 'AssumeRolePolicyDocument is the trust policy of this role.',
    attachedTo,
    storage: 'inline',
  } as const;
  const policies = valueOf(properties, 'Policies');
  const certain: ReadonlySet<Node> = new Set(itemsOf(policies));
  const inline = objectsIn(policies).flatMap((item) => {
    const sentence = `Policies holds the inline policies of this ${kind}.`;
    const name = stringOf(item, 'PolicyName');
    const facts = { type: 'identity', sentence, attachedTo, storage: 'inline', name } as const;
    return documentOf(item, resource, { ...facts, isOptional: !certain.has(item) });
  });
  return { sites: [...(trust ? site(trust, resource, trustFacts) : []), ...inline], entities: [entity] };
}

/** The policy in an object's `PolicyDocument`. */
function documentOf(owner: Node, resource: Resource, facts: SiteFacts): readonly PolicySite[] {
  const at = property(owner, 'PolicyDocument');
  return at ? site(at, resource, facts) : [];
}

function managedReferences(
  list: Node | undefined,
  attachments: Attachments,
): readonly ManagedPolicyReference[] {
  return alternativesIn(list).flatMap((node) => {
    const id = referredId(node);
    if (id === NO_VALUE) return [];
    const own = id === undefined ? undefined : attachments.nameOf(id);
    return [{ policy: node.kind === 'string' ? node.value : own, span: node.span }];
  });
}

function entityOf(
  resource: Resource,
  kind: Entity['kind'],
  nameKey: string,
  managedPolicies: readonly ManagedPolicyReference[],
): Entity {
  const { logicalId, node, properties } = resource;
  const name = stringOf(properties, nameKey) ?? logicalId.key.value;
  return { kind, carrier: 'cloudformation', span: logicalId.key.span, node, managedPolicies, name };
}

function inlinePolicy(
  resource: Resource,
  kind: EntityKind,
  nameKey: string,
  attachments: Attachments,
): readonly PolicySite[] {
  const owner = valueOf(resource.properties, nameKey);
  const attachedTo = owner ? [attachmentOf(owner, kind, attachments)] : [];
  const sentence = `${resource.type} is an inline policy of a ${kind}.`;
  const name = stringOf(resource.properties, 'PolicyName');
  const facts = { type: 'identity', sentence, attachedTo, storage: 'inline', name } as const;
  return documentOf(resource.properties, resource, { ...facts, isOptional: isConditional(resource) });
}

function policyResource(resource: Resource, attachments: Attachments): readonly PolicySite[] {
  const { properties, type } = resource;
  return documentOf(properties, resource, {
    type: 'identity',
    sentence: `${type} holds permissions for whom it names.`,
    attachedTo: attachedIn(properties, attachments),
    storage: 'inline',
    name: stringOf(properties, 'PolicyName'),
    isOptional: isConditional(resource),
  });
}

function isConditional({ node }: Resource): boolean {
  return property(node, 'Condition') !== undefined;
}

/** A policy that is only somebody's permissions boundary gives nothing; it bounds what other policies give. */
function managedPolicy(resource: Resource, attachments: Attachments): readonly PolicySite[] {
  const { properties, type, logicalId } = resource;
  const id = logicalId.key.value;
  const named = attachedIn(properties, attachments);
  const naming = attachments.ofPolicy(id).filter((each) => !named.some((own) => isSame(own, each)));
  const attachedTo = [...named, ...naming];
  const isBoundary = attachedTo.length === 0 && attachments.isBoundary(id);
  const isNamedSo = attachedTo.length === 0 && isBoundaryName(id);
  return documentOf(properties, resource, {
    type: isBoundary || isNamedSo ? 'boundary' : 'identity',
    sentence: isBoundary
      ? 'The template uses this managed policy as a permissions boundary, and attaches it to nobody.'
      : isNamedSo
        ? 'This managed policy is called a permissions boundary, and attached to nobody.'
        : `${type} holds permissions for whom it is attached to.`,
    attachedTo,
    storage: 'managed',
    name: stringOf(properties, 'ManagedPolicyName'),
  });
}

function isSame(a: Attachment, b: Attachment): boolean {
  return a.kind === b.kind && a.name === b.name;
}

/** The users, groups and roles that a policy names. */
function attachedIn(properties: Node, attachments: Attachments): readonly Attachment[] {
  return attachmentLists.flatMap(({ key, kind }) =>
    alternativesIn(valueOf(properties, key))
      .filter((owner) => referredId(owner) !== NO_VALUE)
      .map((owner) => attachmentOf(owner, kind, attachments)),
  );
}

/** By name, or by the logical id that a `Ref` names. */
function attachmentOf(owner: Node, kind: EntityKind, attachments: Attachments): Attachment {
  const id = referredId(owner);
  const name = owner.kind === 'string' ? owner.value : id && (attachments.nameOf(id) ?? id);
  return { kind, span: owner.span, ...(name === undefined ? {} : { name }) };
}
