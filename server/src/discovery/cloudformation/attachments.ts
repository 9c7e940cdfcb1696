// Who is attached to whom within a template: which users, groups and roles name a managed policy of the template, as
// one of their policies or as their permissions boundary.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html
import { type Node, stringOf, valueOf } from '../../syntax/node';
import type { Attachment } from '../site';
import { alternativesIn } from './choices';
import type { Resource } from './resource';

export type EntityKind = 'user' | 'group' | 'role';

interface EntityType {
  readonly kind: EntityKind;
  readonly nameKey: string;
  /** The property that names managed policies. */
  readonly managed: string;
}

/** The types that make a user, group or role; SAM makes a role for what it runs. */
export const entityTypes: ReadonlyMap<string, EntityType> = new Map([
  ['AWS::IAM::User', { kind: 'user', nameKey: 'UserName', managed: 'ManagedPolicyArns' }],
  ['AWS::IAM::Group', { kind: 'group', nameKey: 'GroupName', managed: 'ManagedPolicyArns' }],
  ['AWS::IAM::Role', { kind: 'role', nameKey: 'RoleName', managed: 'ManagedPolicyArns' }],
]);
const samRole: EntityType = { kind: 'role', nameKey: 'RoleName', managed: 'Policies' };
const samTypes: ReadonlySet<string> = new Set(['AWS::Serverless::Function', 'AWS::Serverless::StateMachine']);

export class Attachments {
  readonly #resources: readonly Resource[];
  #index: Index | undefined;

  constructor(resources: readonly Resource[]) {
    this.#resources = resources;
  }

  /** Who names the managed policy of this logical id among their policies. */
  ofPolicy(logicalId: string): readonly Attachment[] {
    return this.#indexed().attached.get(logicalId) ?? [];
  }

  /** Whether somebody has the managed policy of this logical id for a permissions boundary. */
  isBoundary(logicalId: string): boolean {
    return this.#indexed().boundaries.has(logicalId);
  }

  /** The name of an entity or managed policy: its own where it is written, else its logical id. */
  nameOf(logicalId: string): string | undefined {
    return this.#indexed().names.get(logicalId);
  }

  #indexed(): Index {
    this.#index ??= indexOf(this.#resources);
    return this.#index;
  }
}

interface Index {
  readonly attached: ReadonlyMap<string, readonly Attachment[]>;
  readonly boundaries: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
}

function indexOf(resources: readonly Resource[]): Index {
  const attached = new Map<string, Attachment[]>();
  const boundaries = new Set<string>();
  const names = new Map<string, string>();
  for (const { type, logicalId, properties } of resources) {
    const entity = entityTypes.get(type) ?? (samTypes.has(type) ? samRole : undefined);
    const nameKey = type === 'AWS::IAM::ManagedPolicy' ? 'ManagedPolicyName' : entity?.nameKey;
    if (nameKey === undefined) continue;
    const name = stringOf(properties, nameKey) ?? logicalId.key.value;
    names.set(logicalId.key.value, name);
    if (!entity) continue;
    for (const policy of alternativesIn(valueOf(properties, entity.managed))) {
      const id = referredId(policy);
      if (id === undefined) continue;
      const known = attached.get(id) ?? [];
      attached.set(id, [...known, { kind: entity.kind, name, span: policy.span }]);
    }
    for (const boundary of alternativesIn(valueOf(properties, 'PermissionsBoundary'))) {
      const id = referredId(boundary);
      if (id !== undefined) boundaries.add(id);
    }
  }
  return { attached, boundaries, names };
}

/** The logical id behind a `Ref` or an `Fn::GetAtt`; `undefined` for all other values. */
export function referredId(node: Node): string | undefined {
  const attribute = valueOf(node, 'Fn::GetAtt');
  if (attribute?.kind === 'string') return attribute.value.split('.')[0];
  const first = attribute?.kind === 'array' ? attribute.items[0] : undefined;
  return first?.kind === 'string' ? first.value : stringOf(node, 'Ref');
}
