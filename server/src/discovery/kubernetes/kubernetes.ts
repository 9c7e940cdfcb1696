// Kubernetes manifests: the policies in custom resources that stand for resources of AWS, and the users and keys that
// they make.
// https://aws-controllers-k8s.github.io/docs/ and https://docs.crossplane.io/latest/managed-resources/
import { itemsOf, type Node, type ObjectNode, valueOf } from '../../syntax/node';
import { policyDocument } from '../embedded';
import { maxSessionOf } from '../maxSession';
import type { Attachment, Discovered, Entity, Finder, ManagedPolicyReference, PolicySite } from '../site';
import { type PolicyField, policyFields } from './kinds';
import { type Manifest, manifestsOf, named, propertiesAt } from './manifest';
import { hasTemplates, templatedDocument, withTemplates } from './templates';

export const kubernetesFinder: Finder = {
  carrier: 'kubernetes',
  find(tree): Discovered | undefined {
    const manifests = manifestsOf(tree);
    if (manifests.length === 0) return undefined;
    return { sites: manifests.flatMap(sitesOf), entities: manifests.flatMap(entitiesOf) };
  },
};

function sitesOf(manifest: Manifest): readonly PolicySite[] {
  const fields = policyFields[manifest.family].get(`${manifest.service}/${manifest.kind}`) ?? [];
  const known = fields.filter(({ path }) => !isPatched(manifest, path[0] ?? ''));
  return known.flatMap((field) =>
    manifest.parameters.flatMap((parameters) => policiesAt(manifest, parameters, field)),
  );
}

/** What stands in a field that a Composition sets is not what comes to AWS. */
function isPatched({ patched }: Manifest, field: string): boolean {
  return patched.some((path) => path.startsWith(`spec.forProvider.${field}`));
}

function policiesAt(manifest: Manifest, parameters: ObjectNode, field: PolicyField): readonly PolicySite[] {
  const { type, storage, path } = field;
  const sentence = `${path[0]} of ${manifest.kind} (${manifest.service}) holds a policy of type ${type}.`;
  const attachedTo = attachments(manifest, parameters, field);
  return propertiesAt(parameters, path).flatMap((at): readonly PolicySite[] => {
    const found = documentOf(at.value, manifest);
    const because = { sentence, span: at.key.span };
    const name = path.at(-1) === '*' ? { name: at.key.value } : {};
    return found ? [{ ...found, carrier: 'kubernetes', type, because, attachedTo, storage, ...name }] : [];
  });
}

function documentOf(value: Node | undefined, { tree }: Manifest) {
  if (value?.kind === 'string' && hasTemplates(value.value)) return templatedDocument(value);
  const found = policyDocument(value, tree);
  return found && { ...found, node: withTemplates(found.node) };
}

function attachments(
  manifest: Manifest,
  parameters: ObjectNode,
  { owner, protects }: PolicyField,
): readonly Attachment[] {
  const { span } = manifest.sign;
  if (protects !== undefined) {
    return [{ kind: 'resource', resourceType: protects, span, ...nameOf(manifest) }];
  }
  if (!owner) return [];
  if (owner.field === 'itself') return [{ kind: owner.kind, span, ...nameOf(manifest) }];
  const whom = named(parameters, owner.field);
  return whom ? [{ kind: owner.kind, span: whom.span, ...nameIn(whom) }] : [];
}

function nameOf({ name }: Manifest): { readonly name?: string } {
  return name === undefined ? {} : { name };
}

function nameIn(node: Node): { readonly name?: string } {
  return node.kind === 'string' && !hasTemplates(node.value) ? { name: node.value } : {};
}

const entityKinds: ReadonlyMap<string, Entity['kind']> = new Map([
  ['User', 'user'],
  ['Group', 'group'],
  ['Role', 'role'],
  ['AccessKey', 'access-key'],
]);

function entitiesOf(manifest: Manifest): readonly Entity[] {
  if (manifest.service !== 'iam') return [];
  const { kind, node, sign, parameters } = manifest;
  if (kind === 'UserPolicyAttachment') return parameters.flatMap((each) => attachedUser(each, node));
  const entity = entityKinds.get(kind);
  if (!entity) return [];
  const managedPolicies = parameters.flatMap(managedPoliciesOf);
  const duration = parameters.map((each) => valueOf(each, 'maxSessionDuration')).find((each) => each);
  const session = entity === 'role' ? maxSessionOf(duration) : {};
  const base = { kind: entity, carrier: 'kubernetes', span: sign.span, node } as const;
  return [{ ...base, managedPolicies, ...nameOf(manifest), ...session }];
}

/** `policies` and `policyRefs` of ACK, `managedPolicyArns` of Crossplane. */
function managedPoliciesOf(parameters: ObjectNode): readonly ManagedPolicyReference[] {
  const direct = ['policies', 'managedPolicyArns'].flatMap((key) => itemsOf(valueOf(parameters, key)));
  const referred = itemsOf(valueOf(parameters, 'policyRefs')).map(
    (item) => valueOf(valueOf(item, 'from'), 'name') ?? item,
  );
  return [...direct, ...referred].map(reference);
}

function reference(node: Node): ManagedPolicyReference {
  return {
    policy: node.kind === 'string' && !hasTemplates(node.value) ? node.value : undefined,
    span: node.span,
  };
}

/** A user who is named where a policy is attached to them. */
function attachedUser(parameters: ObjectNode, node: ObjectNode): readonly Entity[] {
  const user = named(parameters, 'user') ?? named(parameters, 'userName');
  const policy = named(parameters, 'policyArn');
  if (!user || !policy) return [];
  const managedPolicies = [reference(policy)];
  return [{ kind: 'user', carrier: 'kubernetes', span: user.span, node, managedPolicies, ...nameIn(user) }];
}
