// What the moves of a user's inline policy are called, whatever the carrier, and what they do to access.
export const userPolicyWords = {
  kind: 'refactor.move',
  summary:
    "Moves a user's inline policy to a managed policy, to a group, or to a role that the user assumes.",
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles',
} as const;

export const toManaged = { title: 'Move to a managed policy of the same user', access: 'same' } as const;
export const toGroup = { title: 'Move to a new group that the user is in', access: 'same' } as const;
/** The user has it no more at all times, but as the role, after MFA. */
export const toRole = {
  title: 'Move to a role that the user may assume with MFA',
  access: 'unknown',
} as const;

/** Why a policy is nothing for a role; `undefined` where it may be. `text`: as it stands in the document. */
export function noRole(text: string): string | undefined {
  if (!/aws:username/i.test(text)) return undefined;
  return 'The policy asks for aws:username, which is missing where a role calls.';
}
