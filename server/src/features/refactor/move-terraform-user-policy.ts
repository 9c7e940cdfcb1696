// Moves the inline policy of a user in a Terraform configuration: to a managed policy, a group or a role.
import { type PlainBlock, type PropertyNode, property } from '../../syntax/node';
import {
  blockAt,
  expression,
  freeName,
  isNamed,
  type ResourceBlock,
  reassigned,
  relabelled,
  withBlocks,
} from './configuration';
import { roleBlocks, roleTypes, withMfa } from './configurationParts';
import { type DocumentPlace, defineRefactoring, type Offer } from './refactoring';
import { noRole, toGroup, toManaged, toRole, userPolicyWords } from './userPolicyWords';

/** An inline policy, and the attribute that names its user. */
interface UserPolicy {
  readonly block: ResourceBlock;
  readonly owner: PropertyNode;
  /** The expression that names the user. */
  readonly user: string;
  readonly place: DocumentPlace;
}

export default defineRefactoring({
  ...userPolicyWords,
  id: 'move-terraform-user-policy',
  on: 'document',
  where: 'Terraform',

  *offers(place) {
    const { analysis, span } = place;
    const block = blockAt(analysis.tree, span);
    const owner = property(block?.body, 'user');
    if (block?.type.key.value !== 'aws_iam_user_policy' || !owner?.value) return;
    if (isNamed(place, block)) {
      const reason = `Something else names aws_iam_user_policy.${block.name.key.value}, which would be gone.`;
      yield { ...toManaged, edits: [], disabled: reason };
      return;
    }
    const user = analysis.document.text.slice(owner.value.span.start, owner.value.span.end);
    const policy = { block, owner, user, place };
    yield managed(policy);
    yield group(policy);
    yield* role(policy);
  },
});

function managed({ block, owner, user, place }: UserPolicy): Offer {
  const name = freeName(place, ['aws_iam_policy', 'aws_iam_user_policy_attachment'], block.name.key.value);
  const attachment: PlainBlock = {
    name: 'resource',
    labels: ['aws_iam_user_policy_attachment', name],
    items: [expression('user', user), expression('policy_arn', `aws_iam_policy.${name}.arn`)],
  };
  const taken = block.tree.writer.removeProperty(block.body, owner);
  const edits = [...relabelled(block, 'aws_iam_policy', name), taken];
  return { ...toManaged, edits: withBlocks(block, edits, [attachment]) };
}

function group({ block, owner, user, place }: UserPolicy): Offer {
  const types = ['aws_iam_group', 'aws_iam_group_policy', 'aws_iam_user_group_membership'];
  const name = freeName(place, types, block.name.key.value);
  const blocks: readonly PlainBlock[] = [
    { name: 'resource', labels: ['aws_iam_group', name], items: [{ name: 'name', value: name }] },
    {
      name: 'resource',
      labels: ['aws_iam_user_group_membership', name],
      items: [expression('user', user), expression('groups', `[aws_iam_group.${name}.name]`)],
    },
  ];
  const edits = [
    ...relabelled(block, 'aws_iam_group_policy', name),
    ...reassigned(block.tree, owner, 'group', `aws_iam_group.${name}.name`),
  ];
  return { ...toGroup, edits: withBlocks(block, edits, blocks) };
}

/** Only a user of the configuration has an ARN that can be named. */
function* role({ block, owner, user, place }: UserPolicy): Iterable<Offer> {
  const [, resource] = /^(aws_iam_user\..+)\.(?:name|id)$/.exec(user) ?? [];
  if (resource === undefined) return;
  const name = freeName(place, [...roleTypes, 'aws_iam_role_policy'], block.name.key.value);
  const blocks = roleBlocks(name, {
    type: 'AWS',
    identifiers: `[${resource}.arn]`,
    action: 'sts:AssumeRole',
    conditions: [withMfa],
  });
  const edits = [
    ...relabelled(block, 'aws_iam_role_policy', name),
    ...reassigned(block.tree, owner, 'role', `aws_iam_role.${name}.id`),
  ];
  const { start, end } = block.body.span;
  const reason = noRole(place.analysis.document.text.slice(start, end));
  if (reason === undefined) yield { ...toRole, edits: withBlocks(block, edits, blocks) };
  else yield { ...toRole, edits: [], disabled: reason };
}
