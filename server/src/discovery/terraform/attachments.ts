// To whom a policy of a module is attached: its owner, the resource that it protects, and what attaches it by itself.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy_attachment
import type { Span } from '../../base/span';
import { itemsOf, type Node, type ObjectNode, valueOf } from '../../syntax/node';
import { maxSessionOf } from '../maxSession';
import type { Attachment, Entity, ManagedPolicyReference } from '../site';
import { eachOf } from './forEach';
import { referenceOf } from './jsonSyntax';
import type { Block, Module } from './module';
import type { PolicyAttribute } from './resourceTypes';

/** The attachments that a policy's own place tells. `module`: where local values are looked up. */
export function ownAttachments(
  { name, body }: Pick<Block, 'name' | 'body'>,
  block: ObjectNode,
  { owner, protects }: PolicyAttribute,
  module?: Module,
): readonly Attachment[] {
  const own = { span: name.span, name: name.value };
  if (protects !== undefined) return [{ kind: 'resource', resourceType: protects, ...own }];
  if (!owner) return [];
  if (owner.attribute === undefined) return [{ kind: owner.kind, ...own }];
  const named = valueOf(block, owner.attribute) ?? valueOf(body, owner.attribute);
  return named ? [{ kind: owner.kind, span: named.span, ...nameOf(named, module) }] : [];
}

/** `aws_iam_user.anna.name` is the user anna of the configuration. */
function nameOf(node: Node, module: Module | undefined): { readonly name?: string } {
  const known = behind(node, module);
  const [type = '', name] = referenceOf(known);
  if (type.startsWith('aws_') && name !== undefined) return { name };
  return known?.kind === 'string' ? { name: known.value } : {};
}

/** Functions that give back the first of what they get, where that is there. */
const passing: ReadonlySet<string> = new Set(['coalesce', 'element', 'one', 'tostring', 'try']);
const MOST_STEPS = 5;

/** What a value comes to through local values and such functions. */
function behind(node: Node | undefined, module: Module | undefined, steps = MOST_STEPS): Node | undefined {
  const [root, name] = referenceOf(node);
  const { call } = node?.kind === 'dynamic' ? node : {};
  const isLocal = root === 'local' && name !== undefined;
  if (!isLocal && !passing.has(call?.name ?? '')) return node;
  if (steps === 0) return undefined;
  return behind(isLocal ? module?.local(name)?.value : call?.args[0], module, steps - 1);
}

/** An attachment; without a span where another file says so. */
export interface Attached extends Omit<Attachment, 'span'> {
  readonly span: Span | undefined;
}

/** What a managed policy of the module is attached to. */
export interface Managed {
  readonly attachedTo: readonly Attached[];
  /** Whether users or roles have it as their permissions boundary. */
  readonly isBoundary: boolean;
}

type Kind = 'user' | 'group' | 'role';

/** The attributes that name who gets a policy, by the resource type that attaches it. */
const attaching: ReadonlyMap<string, readonly (readonly [Kind, string])[]> = new Map([
  ['aws_iam_user_policy_attachment', [['user', 'user']]],
  ['aws_iam_group_policy_attachment', [['group', 'group']]],
  ['aws_iam_role_policy_attachment', [['role', 'role']]],
  [
    'aws_iam_policy_attachment',
    [
      ['user', 'users'],
      ['group', 'groups'],
      ['role', 'roles'],
    ],
  ],
]);

/** What is looked at to tell whom a policy is given to. */
const giving: ReadonlySet<string> = new Set(['aws_iam_role', 'aws_iam_user', ...attaching.keys()]);

/** The managed policies of a module by their names, as its files attach them. */
export function managedPolicies(module: Module): ReadonlyMap<string, Managed> {
  const found = new Map<string, { attachedTo: Attached[]; isBoundary: boolean }>();
  const [own] = module.files;
  for (const file of module.files) {
    const of = (arn: Node | undefined, body?: ObjectNode) =>
      policiesNamed(arn, body, module)
        .filter((name) => !module.isOfItsOwn(file, 'resource', 'aws_iam_policy', name))
        .map((name) => {
          const known = found.get(name) ?? { attachedTo: [], isBoundary: false };
          found.set(name, known);
          return known;
        });
    for (const { type, body, name } of file.resources) {
      if (!giving.has(type)) continue;
      const isHere = file === own;
      for (const boundary of of(valueOf(body, 'permissions_boundary'))) boundary.isBoundary = true;
      if (type === 'aws_iam_role') {
        const role: Attached = { kind: 'role', name: name.value, span: isHere ? name.span : undefined };
        const policies = itemsOf(valueOf(body, 'managed_policy_arns')).flatMap((arn) => of(arn));
        for (const { attachedTo } of policies) attachedTo.push(role);
      }
      const owners = attaching.get(type);
      for (const { attachedTo } of owners ? of(valueOf(body, 'policy_arn'), body) : []) {
        for (const [kind, attribute] of owners ?? []) {
          for (const owner of itemsOf(valueOf(body, attribute))) {
            attachedTo.push({ kind, span: isHere ? owner.span : undefined, ...nameOf(owner, module) });
          }
        }
      }
    }
  }
  return found;
}

/** The names of the managed policies that a value is an attribute of: several where `for_each` gives them to the block. */
function policiesNamed(
  node: Node | undefined,
  body: ObjectNode | undefined,
  module: Module,
): readonly string[] {
  const all = body ? eachOf(node, body, module) : [node];
  return all.flatMap((each) => policyNamed(each, module) ?? []);
}

/** The name of the managed policy that a value is an attribute of. */
function policyNamed(node: Node | undefined, module: Module): string | undefined {
  const [type, name] = referenceOf(behind(node, module));
  return type === 'aws_iam_policy' ? name : undefined;
}

/** The resource types that make an entity. */
const entityTypes: ReadonlyMap<string, Entity['kind']> = new Map([
  ['aws_iam_user', 'user'],
  ['aws_iam_group', 'group'],
  ['aws_iam_role', 'role'],
  ['aws_iam_access_key', 'access-key'],
]);

/** The entity that a resource makes, or those that it gives a managed policy to. */
export function entitiesOf({ type, name, body }: Block, module: Module): readonly Entity[] {
  const kind = entityTypes.get(type);
  if (!kind) return attachedEntities(type, body, module);
  const arns = kind === 'role' ? itemsOf(valueOf(body, 'managed_policy_arns')) : [];
  const managedPolicies = arns.flatMap((arn) => reference(arn, module));
  const session = kind === 'role' ? maxSessionOf(valueOf(body, 'max_session_duration')) : {};
  const base = { carrier: 'terraform', kind, span: name.span, node: body } as const;
  return [{ ...base, name: name.value, managedPolicies, ...session }];
}

function attachedEntities(type: string, body: ObjectNode, module: Module): readonly Entity[] {
  const owners = attaching.get(type) ?? [];
  // aws_iam_policy_attachment names several kinds at once, and is left to the policy that it attaches.
  const [owner] = owners.length === 1 ? owners : [];
  const named = owner && valueOf(body, owner[1]);
  const policy = valueOf(body, 'policy_arn');
  const managedPolicies = policy ? reference(policy, module) : [];
  if (!owner || !named || managedPolicies.length === 0) return [];
  const base = { carrier: 'terraform', kind: owner[0], span: named.span, node: body } as const;
  return [{ ...base, managedPolicies, ...nameOf(named, module) }];
}

function reference(policy: Node, module: Module): readonly ManagedPolicyReference[] {
  if (isDeclaredHere(policy, module)) return [];
  return [{ policy: policy.kind === 'string' ? policy.value : undefined, span: policy.span }];
}

/** A policy that stands in the same file is itself known to be attached, which need not be said twice. */
function isDeclaredHere(policy: Node, module: Module): boolean {
  const name = policyNamed(policy, module);
  return name !== undefined && module.resource('aws_iam_policy', name)?.isHere === true;
}
