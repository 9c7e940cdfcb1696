// Puts a role in place of the access key of a user in a Terraform configuration.
import type { Edit } from '../../base/edit';
import { type PlainBlock, type PropertyNode, property, valueOf } from '../../syntax/node';
import {
  blockAt,
  expression,
  freeName,
  isMadeOnce,
  isNamed,
  namesOf,
  type ResourceBlock,
  reassigned,
  relabelled,
  resourceBlocks,
  withBlocks,
} from './configuration';
import { roleBlocks, roleTypes } from './configurationParts';
import { type DocumentPlace, defineRefactoring, type Offer } from './refactoring';
import { type RoleVariant, roleVariants, roleWords, titleOf } from './roleVariants';
import { noRole } from './userPolicyWords';

export default defineRefactoring({
  ...roleWords,
  id: 'terraform-user-to-role',
  on: 'document',
  where: 'Terraform',

  *offers(place) {
    const found = blockAt(place.analysis.tree, place.span);
    const user = found && userOf(found);
    if (!user || !isMadeOnce(user)) return;
    const all = blocksOf(user);
    const keys = all.filter(({ type }) => type.key.value === 'aws_iam_access_key');
    if (keys.length === 0) return;
    const reason = obstacle(place, user, all);
    if (reason !== undefined) {
      yield { title: 'Replace the access key by a role', edits: [], access: 'unknown', disabled: reason };
      return;
    }
    for (const variant of roleVariants(place.repository)) yield offerOf(place, user, all, variant);
  },
});

/** The user that the cursor is in, or whose key it is in. */
function userOf(found: ResourceBlock): ResourceBlock | undefined {
  if (found.type.key.value === 'aws_iam_user') return found;
  if (found.type.key.value !== 'aws_iam_access_key') return undefined;
  return resourceBlocks(found.tree).find(
    (each) => each.type.key.value === 'aws_iam_user' && isOf(found, each),
  );
}

/** Types that are of one user, and the ones that are of a role instead. A key has none. */
const ofRole: ReadonlyMap<string, string | undefined> = new Map([
  ['aws_iam_access_key', undefined],
  ['aws_iam_user_policy', 'aws_iam_role_policy'],
  ['aws_iam_user_policy_attachment', 'aws_iam_role_policy_attachment'],
]);

/** Whether a block's `user` is this user. */
function isOf({ body }: ResourceBlock, user: ResourceBlock): boolean {
  const value = valueOf(body, 'user');
  const [type, name, last] = value?.kind === 'dynamic' ? (value.reference ?? []) : [];
  return type === 'aws_iam_user' && name === user.name.key.value && (last === 'name' || last === 'id');
}

function blocksOf(user: ResourceBlock): readonly ResourceBlock[] {
  return resourceBlocks(user.tree).filter((each) => ofRole.has(each.type.key.value) && isOf(each, user));
}

/** What names a block that would be gone, outputs of a key in this file aside. */
function obstacle(
  place: DocumentPlace,
  user: ResourceBlock,
  blocks: readonly ResourceBlock[],
): string | undefined {
  const outputs = outputsOf(place, user, blocks);
  const { document } = place.analysis;
  let text = document.text;
  for (const { span } of outputs) {
    text = text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end);
  }
  const rest = { ...place, analysis: { ...place.analysis, document: { ...document, text } } };
  const reason = noRole(blocks.map(({ body }) => text.slice(body.span.start, body.span.end)).join());
  if (reason !== undefined) return reason;
  const named = blocks.find((block) => isNamed(rest, block));
  return (
    named && `Something else names ${named.type.key.value}.${named.name.key.value}, which would be gone.`
  );
}

/** The outputs that give away a key. */
function outputsOf(
  { analysis }: DocumentPlace,
  { file }: ResourceBlock,
  blocks: readonly ResourceBlock[],
): readonly PropertyNode[] {
  const keys = blocks.filter(({ type }) => type.key.value === 'aws_iam_access_key');
  return file.properties.filter(({ key, span }) => {
    const text = analysis.document.text.slice(span.start, span.end);
    return key.value === 'output' && keys.some((each) => namesOf(each).test(text));
  });
}

function offerOf(
  place: DocumentPlace,
  user: ResourceBlock,
  blocks: readonly ResourceBlock[],
  variant: RoleVariant,
): Offer {
  const name = freeName(place, roleTypes, user.name.key.value);
  const { tree, file } = user;
  const edits = [
    ...blocks.flatMap((block) => moved(place, block, name)),
    ...outputsOf(place, user, blocks).map((output) => tree.writer.removeProperty(file, output)),
  ];
  const added = newBlocks(user, name, variant);
  return { title: titleOf(variant), access: 'unknown', edits: withBlocks(user, edits, added) };
}

function moved(place: DocumentPlace, block: ResourceBlock, role: string): readonly Edit[] {
  const { type, name, tree, file, whole, body } = block;
  const newType = ofRole.get(type.key.value);
  const owner = property(body, 'user');
  if (newType === undefined || !owner) return [tree.writer.removeProperty(file, whole)];
  const newName = freeName(place, [newType], name.key.value);
  return [
    ...relabelled(block, newType, newName),
    ...reassigned(tree, owner, 'role', `aws_iam_role.${role}.name`),
  ];
}

function newBlocks(user: ResourceBlock, name: string, variant: RoleVariant): readonly PlainBlock[] {
  const { principal, action, conditions } = variant;
  const account = `\${split(":", aws_iam_user.${user.name.key.value}.arn)[4]}`;
  const identifier = 'value' in principal ? principal.value : `arn:aws:iam::${account}:${principal.own}`;
  const trust = { type: principal.type, identifiers: `["${identifier}"]`, action, conditions };
  const blocks = roleBlocks(name, trust);
  if (!variant.hasProfile) return blocks;
  const profile: PlainBlock = {
    name: 'resource',
    labels: ['aws_iam_instance_profile', name],
    items: [{ name: 'name', value: name }, expression('role', `aws_iam_role.${name}.name`)],
  };
  return [...blocks, profile];
}
