// Moves the inline policy of a user in a CloudFormation template: to a managed policy, a group or a role.
import type { Edit } from '../../base/edit';
import { encloses, type Span } from '../../base/span';
import {
  type ArrayNode,
  type ObjectNode,
  type Plain,
  type PropertyNode,
  property,
  stringOf,
} from '../../syntax/node';
import { type DocumentPlace, defineRefactoring, type Offer } from './refactoring';
import {
  conditionOf,
  freeId,
  holdsComment,
  type NewResources,
  namesOfResource,
  resourceAt,
  type TemplateResource,
  userArn,
  withNew,
} from './template';
import { isList, resource, role, withMfa } from './templateParts';
import { noRole, toGroup, toManaged, toRole, userPolicyWords } from './userPolicyWords';

export default defineRefactoring({
  ...userPolicyWords,
  id: 'move-template-user-policy',
  on: 'document',
  where: 'CloudFormation',

  *offers(place) {
    const found = resourceAt(place.analysis.tree, place.span);
    switch (found?.type.value) {
      case 'AWS::IAM::User':
        return yield* ofUser(found, place);
      case 'AWS::IAM::UserPolicy':
        return yield* ofUserPolicy(found, place);
      case 'AWS::IAM::Policy':
        return yield* ofPolicy(found, place);
    }
  },
});

/** One item of a user's `Policies`. */
function* ofUser(user: TemplateResource, place: DocumentPlace): Iterable<Offer> {
  const { properties, tree, logicalId } = user;
  const policies = property(properties, 'Policies');
  const list = policies?.value;
  if (list?.kind !== 'array') return;
  const item = list.items.find((each) => encloses(each.span, place.span));
  const policy = item && tree.writer.plain(item);
  const name = stringOf(item, 'PolicyName');
  if (item?.kind !== 'object' || policy === undefined || name === undefined) return;
  const document = property(item, 'PolicyDocument')?.value;
  const plainDocument = document && tree.writer.plain(document);
  if (plainDocument === undefined) return;
  if (holdsComment(user, item)) {
    yield disabled('A comment stands in the policy, and would be lost.');
    return;
  }
  const id = logicalId.key.value;
  const taken = takenAway(user, policies, list, item);
  const users = [{ Ref: id }];
  const managedId = freeId(user, `${id}${name.slice(0, 1).toUpperCase()}${name.slice(1)}Policy`);
  const managed = { PolicyDocument: plainDocument, Users: users };
  const all = new Map([[managedId, resource('AWS::IAM::ManagedPolicy', conditionOf(user), managed)]]);
  yield { ...toManaged, edits: withNew(user, taken, all) };
  yield { ...toGroup, edits: withNew(user, taken, groupOf(user, id, users, { Policies: [policy] })) };
  const trusted = roleOf(user, id, users, { Policies: [policy] });
  if (trusted) yield asRole(place, item.span, withNew(user, taken, trusted));
}

function takenAway(
  { properties, tree }: TemplateResource,
  policies: PropertyNode | undefined,
  list: ArrayNode,
  item: ObjectNode,
): readonly Edit[] {
  if (list.items.length > 1) return tree.writer.removeItems(list, [item]);
  return policies ? [tree.writer.removeProperty(properties, policies)] : [];
}

/** A resource cannot change its type, so another logical ID goes with another type. */
function* ofUserPolicy(found: TemplateResource, place: DocumentPlace): Iterable<Offer> {
  const { properties, tree, logicalId } = found;
  const owner = property(properties, 'UserName');
  const user = owner?.value && tree.writer.plain(owner.value);
  if (!owner?.value || user === undefined) return;
  const id = logicalId.key.value;
  if (namesOfResource(found).length > 0) {
    yield disabled(`Something else names ${id}, whose logical ID has to change with its type.`);
    return;
  }
  const { writer } = tree;
  const named = (key: string, value: Plain, after: string): readonly Edit[] => [
    writer.renameKey(logicalId, freeId(found, `${id}${after}`)),
    writer.renameKey(owner, key),
    ...(owner.value ? [writer.replaceValue(owner.value, value)] : []),
  ];
  yield {
    ...toManaged,
    edits: [...named('Users', [user], 'Managed'), ...asManaged(found)],
  };
  const [groupId = '', ...others] = [...groupOf(found, id, [user], {}).keys()];
  if (others.length > 0) {
    const changed = [
      ...named('GroupName', { Ref: groupId }, 'OfGroup'),
      typeEdit(found, 'AWS::IAM::GroupPolicy'),
    ];
    yield { ...toGroup, edits: withNew(found, changed, groupOf(found, id, [user], {})) };
  }
  const trusted = roleOf(found, id, [user], {});
  const [roleId] = trusted ? [...trusted.keys()] : [];
  if (!trusted || roleId === undefined) return;
  const changed = [...named('RoleName', { Ref: roleId }, 'OfRole'), typeEdit(found, 'AWS::IAM::RolePolicy')];
  yield asRole(place, found.node.span, withNew(found, changed, trusted));
}

/** A policy that names users, and neither groups nor roles. */
function* ofPolicy(found: TemplateResource, place: DocumentPlace): Iterable<Offer> {
  const { properties, tree, logicalId } = found;
  const owner = property(properties, 'Users');
  const users = owner?.value && tree.writer.plain(owner.value);
  if (!owner?.value || !isList(users) || users.length === 0) return;
  if (property(properties, 'Groups') || property(properties, 'Roles')) return;
  const { writer } = tree;
  const id = logicalId.key.value;
  const isNamed = namesOfResource(found).length > 0;
  if (isNamed) yield disabled(`Something else names ${id}, whose logical ID has to change with its type.`);
  else {
    const renamed = writer.renameKey(logicalId, freeId(found, `${id}Managed`));
    yield { ...toManaged, edits: [renamed, ...asManaged(found)] };
  }
  const value = owner.value;
  const given = (key: string, added: NewResources): readonly Edit[] => {
    const [receiver = ''] = [...added.keys()];
    const edits = [writer.renameKey(owner, key), writer.replaceValue(value, [{ Ref: receiver }])];
    return withNew(found, edits, added);
  };
  yield { ...toGroup, edits: given('Groups', groupOf(found, id, users, {})) };
  const trusted = roleOf(found, id, users, {});
  if (trusted) yield asRole(place, found.node.span, given('Roles', trusted));
}

/** Managed policies are named in the whole account, so the template's own name for it is used. */
function asManaged(found: TemplateResource): readonly Edit[] {
  const { properties, tree } = found;
  const name = property(properties, 'PolicyName');
  return [
    typeEdit(found, 'AWS::IAM::ManagedPolicy'),
    ...(name ? [tree.writer.removeProperty(properties, name)] : []),
  ];
}

function typeEdit({ type, tree }: TemplateResource, value: string): Edit {
  return tree.writer.replaceString(type, value);
}

/** A new group, first, and what puts the users into it. */
function groupOf(
  found: TemplateResource,
  id: string,
  users: readonly Plain[],
  properties: { readonly [key: string]: Plain },
): NewResources {
  const groupId = freeId(found, `${id}Group`);
  const around = conditionOf(found);
  const members = { GroupName: { Ref: groupId }, Users: users };
  return new Map([
    [groupId, resource('AWS::IAM::Group', around, properties)],
    [freeId(found, `${groupId}Members`), resource('AWS::IAM::UserToGroupAddition', around, members)],
  ]);
}

/** A new role that these users may assume; `undefined` where their ARNs are not known. */
function roleOf(
  found: TemplateResource,
  id: string,
  users: readonly Plain[],
  properties: { readonly [key: string]: Plain },
): NewResources | undefined {
  const arns = users.map((user) => userArn(user, found)).filter((arn) => arn !== undefined);
  if (arns.length === 0 || arns.length < users.length) return undefined;
  const [only = null, second] = arns;
  const trust = withMfa(second === undefined ? only : arns);
  return new Map([[freeId(found, `${id}Role`), role(conditionOf(found), trust, properties)]]);
}

/** `policy`: where the policy is written. */
function asRole({ analysis }: DocumentPlace, { start, end }: Span, edits: readonly Edit[]): Offer {
  const reason = noRole(analysis.document.text.slice(start, end));
  return reason === undefined ? { ...toRole, edits } : { ...toRole, edits: [], disabled: reason };
}

function disabled(reason: string): Offer {
  return { ...toManaged, edits: [], disabled: reason };
}
