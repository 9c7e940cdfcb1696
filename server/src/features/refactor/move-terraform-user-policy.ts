// Moves the inline policy of a user in a Terraform configuration: to a managed policy, a group or a role.
import type { Edit } from '../../base/edit';
import { type Node, type PlainBlock, type PropertyNode, property } from '../../syntax/node';
import { blockAt, expression, freeName, isNamed, type ResourceBlock } from './configuration';
import { roleBlocks, withMfa } from './configurationParts';
import { defineRefactoring, type Offer } from './refactoring';
import { toGroup, toManaged, toRole, userPolicyWords } from './userPolicyWords';

export default defineRefactoring({
  ...userPolicyWords,
  id: 'move-terraform-user-policy',
  on: 'document',

  *offers({ analysis, span }) {
    const block = blockAt(analysis.tree, span);
    if (block?.type.key.value !== 'aws_iam_user_policy') return;
    const owner = property(block.body, 'user');
    if (!owner?.value) return;
    const { text } = analysis.document;
    if (isNamed(text, block)) {
      const reason = `Something else names aws_iam_user_policy.${block.name.key.value}, which would be gone.`;
      yield { ...toManaged, edits: [], disabled: reason };
      return;
    }
    const user = text.slice(owner.value.span.start, owner.value.span.end);
    yield managed(block, owner, user);
    yield group(block, owner, user);
    yield* role(block, owner, owner.value);
  },
});

function managed(block: ResourceBlock, owner: PropertyNode, user: string): Offer {
  const { body, tree } = block;
  const name = freeName(tree, 'aws_iam_policy', block.name.key.value);
  const attachment = freeName(tree, 'aws_iam_user_policy_attachment', name);
  const attached: PlainBlock = {
    name: 'resource',
    labels: ['aws_iam_user_policy_attachment', attachment],
    items: [expression('user', user), expression('policy_arn', `aws_iam_policy.${name}.arn`)],
  };
  const taken = tree.writer.removeProperty(body, owner);
  return {
    ...toManaged,
    edits: [...relabelled(block, 'aws_iam_policy', name), taken, ...added(block, [attached])],
  };
}

function group(block: ResourceBlock, owner: PropertyNode, user: string): Offer {
  const { tree } = block;
  const name = freeName(tree, 'aws_iam_group', block.name.key.value);
  const policy = freeName(tree, 'aws_iam_group_policy', block.name.key.value);
  const blocks: readonly PlainBlock[] = [
    { name: 'resource', labels: ['aws_iam_group', name], items: [{ name: 'name', value: name }] },
    {
      name: 'resource',
      labels: ['aws_iam_user_group_membership', freeName(tree, 'aws_iam_user_group_membership', name)],
      items: [expression('user', user), expression('groups', `[aws_iam_group.${name}.name]`)],
    },
  ];
  const given = reassigned(block, owner, 'group', `aws_iam_group.${name}.name`);
  return {
    ...toGroup,
    edits: [...relabelled(block, 'aws_iam_group_policy', policy), ...given, ...added(block, blocks)],
  };
}

/** Only a user of the configuration has an ARN that can be named. */
function* role(block: ResourceBlock, owner: PropertyNode, user: Node): Iterable<Offer> {
  const [type, userName] = user.kind === 'dynamic' ? (user.reference ?? []) : [];
  if (type !== 'aws_iam_user' || userName === undefined || user.kind !== 'dynamic') return;
  const { tree } = block;
  const name = freeName(tree, 'aws_iam_role', block.name.key.value);
  const policy = freeName(tree, 'aws_iam_role_policy', block.name.key.value);
  const arn = [...(user.reference ?? []).slice(0, -1), 'arn'].join('.').replaceAll('.[', '[');
  const blocks = roleBlocks(name, {
    type: 'AWS',
    identifiers: `[${arn}]`,
    action: 'sts:AssumeRole',
    conditions: [withMfa],
  });
  const given = reassigned(block, owner, 'role', `aws_iam_role.${name}.id`);
  yield {
    ...toRole,
    edits: [...relabelled(block, 'aws_iam_role_policy', policy), ...given, ...added(block, blocks)],
  };
}

function relabelled({ type, name, tree }: ResourceBlock, newType: string, newName: string): readonly Edit[] {
  const edits = [tree.writer.renameKey(type, newType)];
  return newName === name.key.value ? edits : [...edits, tree.writer.renameKey(name, newName)];
}

/** `user = …` becomes `group = …`. */
function reassigned(
  { tree }: ResourceBlock,
  owner: PropertyNode,
  key: string,
  value: string,
): readonly Edit[] {
  if (!owner.value) return [];
  return [tree.writer.renameKey(owner, key), { span: owner.value.span, text: value }];
}

function added({ tree, file, whole }: ResourceBlock, blocks: readonly PlainBlock[]): readonly Edit[] {
  const { blocks: writer } = tree.writer;
  return writer ? [writer.insert(file, blocks, whole)] : [];
}
