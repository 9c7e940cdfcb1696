// The IAM resource types of CloudFormation: which policies they hold, to whom these are attached, and which users,
// groups, roles and keys a template makes.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_IAM.html
import type { PolicyType } from '../../policy/types';
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
import { policyDocument } from '../embedded';
import type { Attachment, Carrier, Discovered, Entity, ManagedPolicyReference, PolicySite } from '../site';
import { withIntrinsics } from './intrinsics';

/** One resource of a template. */
export interface Resource {
  readonly logicalId: PropertyNode;
  readonly type: string;
  readonly node: ObjectNode;
  readonly properties: ObjectNode;
  readonly tree: Tree;
}

type EntityKind = 'user' | 'group' | 'role';

const entityTypes: ReadonlyMap<string, { readonly kind: EntityKind; readonly nameKey: string }> = new Map([
  ['AWS::IAM::User', { kind: 'user', nameKey: 'UserName' }],
  ['AWS::IAM::Group', { kind: 'group', nameKey: 'GroupName' }],
  ['AWS::IAM::Role', { kind: 'role', nameKey: 'RoleName' }],
]);

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
export function iamResource(resource: Resource): Discovered | undefined {
  const entity = entityTypes.get(resource.type);
  if (entity) return entityResource(resource, entity.kind, entity.nameKey);
  const inline = inlineTypes.get(resource.type);
  if (inline) return { sites: inlinePolicy(resource, inline.kind, inline.nameKey), entities: [] };
  switch (resource.type) {
    case 'AWS::IAM::Policy':
      return { sites: attachedPolicy(resource, 'inline'), entities: [] };
    case 'AWS::IAM::ManagedPolicy':
      return { sites: attachedPolicy(resource, 'managed'), entities: [] };
    case 'AWS::IAM::AccessKey':
      return { sites: [], entities: [entityOf(resource, 'access-key', 'UserName', [])] };
    default:
      return undefined;
  }
}

function entityResource(resource: Resource, kind: EntityKind, nameKey: string): Discovered {
  const { properties, tree } = resource;
  const managed = itemsOf(valueOf(properties, 'ManagedPolicyArns')).map(reference);
  const entity = entityOf(resource, kind, nameKey, managed);
  const attachment: Attachment = {
    kind,
    span: resource.logicalId.key.span,
    name: entity.name ?? resource.logicalId.key.value,
  };
  const sites: PolicySite[] = [];
  const trust = kind === 'role' ? property(properties, 'AssumeRolePolicyDocument') : undefined;
  if (trust) {
    const sentence = 'AssumeRolePolicyDocument is the trust policy of this role.';
    sites.push(
      ...site(trust, tree, { type: 'trust', sentence, attachedTo: [attachment], storage: 'inline' }),
    );
  }
  for (const item of inlineItems(valueOf(properties, 'Policies'))) {
    const at = property(item, 'PolicyDocument');
    if (!at) continue;
    const sentence = `Policies holds the inline policies of this ${kind}.`;
    const name = stringOf(item, 'PolicyName');
    sites.push(
      ...site(at, tree, { type: 'identity', sentence, attachedTo: [attachment], storage: 'inline', name }),
    );
  }
  return { sites, entities: [entity] };
}

/** Objects of a list, those within an intrinsic function included (`Fn::If` around an inline policy). */
function inlineItems(list: Node | undefined): readonly ObjectNode[] {
  if (list === undefined) return [];
  return itemsOf(withIntrinsics(list)).flatMap((item): readonly ObjectNode[] => {
    if (item.kind === 'object') return [item];
    return item.kind === 'dynamic' ? item.parts.flatMap(inlineItems) : [];
  });
}

function reference(node: Node): ManagedPolicyReference {
  return { policy: node.kind === 'string' ? node.value : undefined, span: node.span };
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

function inlinePolicy(resource: Resource, kind: EntityKind, nameKey: string): readonly PolicySite[] {
  const at = property(resource.properties, 'PolicyDocument');
  const owner = property(resource.properties, nameKey);
  if (!at) return [];
  const attachedTo = owner?.value ? [attachmentOf(owner.value, kind)] : [];
  const sentence = `${resource.type} is an inline policy of a ${kind}.`;
  const name = stringOf(resource.properties, 'PolicyName');
  return site(at, resource.tree, { type: 'identity', sentence, attachedTo, storage: 'inline', name });
}

function attachedPolicy(resource: Resource, storage: 'inline' | 'managed'): readonly PolicySite[] {
  const at = property(resource.properties, 'PolicyDocument');
  if (!at) return [];
  const attachedTo = attachmentLists.flatMap(({ key, kind }) =>
    itemsOf(valueOf(resource.properties, key)).map((owner) => attachmentOf(owner, kind)),
  );
  const sentence = `${resource.type} holds permissions for ${storage === 'inline' ? 'whom it names' : 'whom it is attached to'}.`;
  const name = stringOf(resource.properties, storage === 'inline' ? 'PolicyName' : 'ManagedPolicyName');
  return site(at, resource.tree, { type: 'identity', sentence, attachedTo, storage, name });
}

/** By name, or by the logical id that a `Ref` names. */
function attachmentOf(owner: Node, kind: EntityKind): Attachment {
  const name = owner.kind === 'string' ? owner.value : stringOf(owner, 'Ref');
  return { kind, span: owner.span, ...(name === undefined ? {} : { name }) };
}

export interface SiteFacts {
  readonly type: PolicyType;
  readonly sentence: string;
  readonly attachedTo: readonly Attachment[];
  readonly storage: 'inline' | 'managed';
  readonly name?: string | undefined;
  /** Left out: CloudFormation itself. */
  readonly carrier?: Carrier;
}

/** The policy document behind a property of a template, with its intrinsic functions known as such. */
export function site(at: PropertyNode, tree: Tree, facts: SiteFacts): readonly PolicySite[] {
  const { type, sentence, attachedTo, storage, name, carrier = 'cloudformation' } = facts;
  return documents(at.value).flatMap((value): readonly PolicySite[] => {
    const found = policyDocument(value, tree);
    if (!found) return [];
    const because = { sentence, span: at.key.span };
    const named = name === undefined ? {} : { name };
    return [{ ...found, carrier, type, because, attachedTo, storage, ...named }];
  });
}

/** The documents that a value can be: itself, or the branches of an `Fn::If`. */
function documents(value: Node | undefined): readonly Node[] {
  const known = value && withIntrinsics(value);
  if (known?.kind === 'dynamic') return known.parts.flatMap((part) => documents(part));
  return known ? [known] : [];
}
