// Where a resource holds a policy: its attributes by the table of resource types, with whose policy it is.
import {
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  property,
  stringOf,
  valueOf,
} from '../../syntax/node';
import type { Attachment, PolicySite } from '../site';
import type { TypedBlock } from './resources';
import { type PolicyAttribute, policyAttributes } from './resourceTypes';

/** What an attribute says of the policy that it holds. */
export type Use = Pick<PolicySite, 'type' | 'because' | 'attachedTo' | 'storage'>;

export interface Holder {
  readonly value: Node;
  readonly use: Use;
}

/** The attributes of a resource that hold policies. */
export function holdersOf(resource: TypedBlock): readonly Holder[] {
  const known = policyAttributes.get(resource.type) ?? organizationPolicy(resource);
  const own = known ? holderIn(resource, resource.body, known) : [];
  if (resource.type !== 'aws_iam_role') return own;
  const inline = resource.body.properties.filter(({ key }) => key.value === 'inline_policy');
  const blocks = inline.flatMap(({ value }) => itemsOf(value)).filter((block) => block.kind === 'object');
  const rolePolicy = { attribute: 'policy', type: 'identity', storage: 'inline' } as const;
  return [...own, ...blocks.flatMap((block) => holderIn(resource, block, rolePolicy))];
}

/** The type of an organization's policy is a service control policy where it does not say. */
function organizationPolicy({ type, body }: TypedBlock): PolicyAttribute | undefined {
  if (type !== 'aws_organizations_policy') return undefined;
  const said = property(body, 'type') === undefined ? 'SERVICE_CONTROL_POLICY' : stringOf(body, 'type');
  const kind =
    said === 'SERVICE_CONTROL_POLICY' ? 'scp' : said === 'RESOURCE_CONTROL_POLICY' ? 'rcp' : undefined;
  return kind && { attribute: 'content', type: kind, storage: 'managed' };
}

function holderIn(resource: TypedBlock, body: ObjectNode, facts: PolicyAttribute): readonly Holder[] {
  const at: PropertyNode | undefined = property(body, facts.attribute);
  if (!at?.value) return [];
  const { type, storage } = facts;
  const sentence = `${facts.attribute} of ${resource.type} is a policy of type ${type}.`;
  const because = { sentence, span: at.key.span };
  const attachedTo = attachments(resource, body, facts);
  return [{ value: at.value, use: { type, because, attachedTo, storage } }];
}

function attachments(
  { type, name, body: own }: TypedBlock,
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
export function nameOf(node: Node): { readonly name?: string } {
  if (node.kind === 'string') return { name: node.value };
  const name = node.kind === 'dynamic' ? node.reference?.[1] : undefined;
  return name === undefined ? {} : { name };
}
