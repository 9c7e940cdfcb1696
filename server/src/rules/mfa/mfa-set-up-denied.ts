// A Deny without MFA that leaves out the set-up of MFA devices, and forgets a part of it.
import { globMatches } from '../../base/glob';
import { comparesMfa, matchesWithoutMfaKey, mfaClauses } from '../../policy/mfa';
import type { PatternElement, Statement } from '../../policy/types';
import type { ArrayNode, Writer } from '../../syntax/node';
import { defineRule, type Fix } from '../rule';

/** What a user calls to get from no device to a session with MFA, in this order. */
const setUp = [
  'iam:CreateVirtualMFADevice',
  'iam:EnableMFADevice',
  'iam:ListMFADevices',
  'sts:GetSessionToken',
] as const;

export default defineRule({
  id: 'mfa-set-up-denied',
  group: 'mfa',
  category: 'warning',
  on: 'statement',
  appliesTo: ['identity'],
  summary: 'A Deny without MFA also denies a part of what setting up MFA needs.',
  why:
    'A user without a device is denied all that NotAction does not leave out. Where some of the actions that set up a device are left out and ' +
    'others are not, the user cannot get out of the Deny. Without sts:GetSessionToken nobody gets a session with MFA for the command line.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "NotAction": ["iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken"],
      "Resource": "*",
      "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "NotAction": ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken"],
      "Resource": "*",
      "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }
    }
  ]
}`,
    },
  ],

  needs: ['denies', 'condition'],

  *check({ statement, writer }) {
    const [element] = statement.denies && asksForMfa(statement) ? statement.actions : [];
    if (!element?.negated || element.isPartial) return;
    const leavesOut = (action: string) =>
      element.patterns.some(({ value }) => globMatches(value, action, true));
    const missing = setUp.filter((action) => !leavesOut(action));
    if (missing.length === 0 || !(leavesOut(setUp[0]) || leavesOut(setUp[1]))) return;
    const list = element.property.value;
    yield {
      span: element.property.key.span,
      message: `Who has no MFA yet needs ${missing.join(' and ')} to set it up, and is denied it. Add ${missing.length > 1 ? 'them' : 'it'} to NotAction.`,
      fixes: () => (list?.kind === 'array' ? [addTo(list, element, missing, writer)] : []),
    };
  },
});

function addTo(
  list: ArrayNode,
  { patterns }: PatternElement,
  missing: readonly string[],
  writer: Writer,
): Fix {
  const [only, second] = missing;
  const edit =
    only !== undefined && second === undefined
      ? writer.appendItem(list, only)
      : writer.replaceValue(list, [...patterns.map(({ value }) => value), ...missing]);
  return { title: `Add ${missing.join(', ')}`, edits: [edit], access: 'wider' };
}

function asksForMfa(statement: Statement): boolean {
  return (
    matchesWithoutMfaKey(statement) || mfaClauses(statement).some((clause) => comparesMfa(clause, false))
  );
}
