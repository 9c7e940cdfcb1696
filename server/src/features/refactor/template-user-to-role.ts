// Puts a role in place of the access key of a user in a CloudFormation template.
import type { Edit } from '../../base/edit';
import { type Node, type Plain, type PropertyNode, property, stringOf, valueOf } from '../../syntax/node';
import { defineRefactoring, type Offer } from './refactoring';
import { type RoleVariant, roleVariants, roleWords, titleOf } from './roleVariants';
import {
  conditionOf,
  freeId,
  holdsComment,
  type NewResources,
  namesOfResource,
  resourceAt,
  type TemplateResource,
  templateResources,
  withNew,
} from './template';
import { isList, resource, role } from './templateParts';
import { noRole } from './userPolicyWords';

export default defineRefactoring({
  ...roleWords,
  id: 'template-user-to-role',
  on: 'document',
  where: 'CloudFormation',

  *offers({ analysis, span, repository }) {
    const found = resourceAt(analysis.tree, span);
    const user = found && userOf(found);
    const keys = user ? keysOf(user) : [];
    if (!user || keys.length === 0) return;
    const reason = obstacle(user, keys, analysis.document.text);
    if (reason !== undefined) {
      yield { title: 'Replace the access key by a role', edits: [], access: 'unknown', disabled: reason };
      return;
    }
    for (const variant of roleVariants(repository)) yield offerOf(user, keys, variant);
  },
});

/** The user that the cursor is in, or whose key it is in. */
function userOf(found: TemplateResource): TemplateResource | undefined {
  if (found.type.value === 'AWS::IAM::User') return found;
  if (found.type.value !== 'AWS::IAM::AccessKey') return undefined;
  const id = stringOf(valueOf(found.properties, 'UserName'), 'Ref');
  const user = templateResources(found.tree).find(({ logicalId }) => logicalId.key.value === id);
  return user?.type.value === 'AWS::IAM::User' ? user : undefined;
}

function keysOf(user: TemplateResource): readonly TemplateResource[] {
  return templateResources(user.tree).filter(
    (each) => each.type.value === 'AWS::IAM::AccessKey' && isUser(valueOf(each.properties, 'UserName'), user),
  );
}

/** Whether a value names the user: by a `Ref`, or by the name that is written. */
function isUser(value: ReturnType<typeof valueOf>, { logicalId, properties }: TemplateResource): boolean {
  if (value?.kind === 'string') return value.value === stringOf(properties, 'UserName');
  return stringOf(value, 'Ref') === logicalId.key.value;
}

/** What keeps the user's policies or its key from being taken away without a loss. `whole`: the document's text. */
function obstacle(
  user: TemplateResource,
  keys: readonly TemplateResource[],
  whole: string,
): string | undefined {
  const own = ownPolicies(user);
  if (own.some(({ value }) => value && user.tree.writer.plain(value) === undefined)) {
    return 'A part of the policies of the user cannot be read.';
  }
  if (own.some((each) => each.value && holdsComment(user, each.value))) {
    return 'A comment stands in the policies of the user, and would be lost.';
  }
  const outputs = outputsOf(user, keys);
  for (const key of keys) {
    const names = namesOfResource(key).filter(
      ({ span }) => !outputs.some((output) => output.span.start <= span.start && span.end <= output.span.end),
    );
    if (names.length > 0) return `Something beside the outputs names ${key.logicalId.key.value}.`;
  }
  const text = [user, ...attached(user)]
    .map(({ node }) => whole.slice(node.span.start, node.span.end))
    .join();
  const reason = noRole(text);
  if (reason !== undefined) return reason;
  const named = attached(user).find(({ type, ...each }) => {
    return type.value === 'AWS::IAM::UserPolicy' && namesOfResource({ type, ...each }).length > 0;
  });
  return (
    named &&
    `Something else names ${named.logicalId.key.value}, whose logical ID has to change with its type.`
  );
}

function ownPolicies({ properties }: TemplateResource): readonly PropertyNode[] {
  return ['ManagedPolicyArns', 'Policies'].flatMap((key) => property(properties, key) ?? []);
}

/** The policies of the template that are this user's and nobody else's. */
function attached(user: TemplateResource): readonly TemplateResource[] {
  return templateResources(user.tree).filter(({ type, properties }) => {
    if (type.value === 'AWS::IAM::UserPolicy') return isUser(valueOf(properties, 'UserName'), user);
    if (type.value !== 'AWS::IAM::Policy' && type.value !== 'AWS::IAM::ManagedPolicy') return false;
    const users = valueOf(properties, 'Users');
    if (users?.kind !== 'array' || property(properties, 'Roles')) return false;
    return users.items.length === 1 && isUser(users.items[0], user);
  });
}

/** The outputs that give away a key. */
function outputsOf(user: TemplateResource, keys: readonly TemplateResource[]): readonly PropertyNode[] {
  const names = keys.flatMap(namesOfResource);
  const outputs = property(templateOf(user), 'Outputs')?.value;
  if (outputs?.kind !== 'object') return [];
  return outputs.properties.filter(({ span: { start, end } }) =>
    names.some(({ span }) => start <= span.start && span.end <= end),
  );
}

/** The template that a resource is in. */
function templateOf({ tree, section }: TemplateResource): Node | undefined {
  const templates = tree.roots.flatMap((root) => [root, valueOf(root, 'resources')]);
  return templates.find((each) => valueOf(each, 'Resources') === section);
}

function offerOf(user: TemplateResource, keys: readonly TemplateResource[], variant: RoleVariant): Offer {
  const { section, tree } = user;
  const id = user.logicalId.key.value;
  const roleId = freeId(user, `${id}Role`);
  const edits = [
    ...tree.writer.removeProperties(user.properties, ownPolicies(user)),
    ...attached(user).flatMap((each) => moved(each, roleId)),
    ...tree.writer.removeProperties(
      section,
      keys.map(({ logicalId }) => logicalId),
    ),
    ...withoutOutputs(user, keys),
  ];
  const added = newResources(user, roleId, variant);
  return { title: titleOf(variant), access: 'unknown', edits: withNew(user, edits, added) };
}

/** A policy of the user becomes one of the role. */
function moved(policy: TemplateResource, roleId: string): readonly Edit[] {
  const { properties, tree, type, logicalId } = policy;
  const { writer } = tree;
  const isInline = type.value === 'AWS::IAM::UserPolicy';
  const owner = property(properties, isInline ? 'UserName' : 'Users');
  if (!owner?.value) return [];
  const receiver = { Ref: roleId };
  if (!isInline) return [writer.renameKey(owner, 'Roles'), writer.replaceValue(owner.value, [receiver])];
  return [
    writer.renameKey(logicalId, freeId(policy, `${logicalId.key.value}OfRole`)),
    writer.replaceString(type, 'AWS::IAM::RolePolicy'),
    writer.renameKey(owner, 'RoleName'),
    writer.replaceValue(owner.value, receiver),
  ];
}

/** Removes what gives away a key; all outputs where nothing else is left. */
function withoutOutputs(user: TemplateResource, keys: readonly TemplateResource[]): readonly Edit[] {
  const { writer } = user.tree;
  const template = templateOf(user);
  const section = property(template, 'Outputs');
  const gone = outputsOf(user, keys);
  if (gone.length === 0 || template?.kind !== 'object' || section?.value?.kind !== 'object') return [];
  if (gone.length < section.value.properties.length) return writer.removeProperties(section.value, gone);
  return [writer.removeProperty(template, section)];
}

function newResources(user: TemplateResource, roleId: string, variant: RoleVariant): NewResources {
  const around = conditionOf(user);
  const policies = ownPolicies(user).flatMap(({ key, value }) => {
    const plain = value && user.tree.writer.plain(value);
    return plain === undefined || (isList(plain) && plain.length === 0) ? [] : [[key.value, plain] as const];
  });
  const { action, conditions } = variant;
  const condition = conditions.length === 0 ? {} : { condition: conditionsOf(conditions) };
  const trust = { principal: principalOf(variant), action, ...condition };
  const added = new Map([[roleId, role(around, trust, Object.fromEntries(policies))]]);
  if (!variant.hasProfile) return added;
  const profile = resource('AWS::IAM::InstanceProfile', around, { Roles: [{ Ref: roleId }] });
  return added.set(freeId(user, `${user.logicalId.key.value}InstanceProfile`), profile);
}

function principalOf({ principal }: RoleVariant): Plain {
  if ('value' in principal) return { [principal.type]: principal.value };
  const arn = `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:${principal.own}`;
  return { [principal.type]: { 'Fn::Sub': arn } };
}

function conditionsOf(conditions: RoleVariant['conditions']): Plain {
  const operators = new Map<string, { readonly [key: string]: Plain }>();
  for (const [operator, key, value] of conditions) {
    operators.set(operator, { ...operators.get(operator), [key]: value });
  }
  return Object.fromEntries(operators);
}
