// aws:SourceArn or aws:SourceAccount where only accounts, users and roles call, whose requests never have them.
import { demanding } from '../../policy/source';
import type { Statement } from '../../policy/types';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

/** What says the same of the caller itself. */
const instead = new Map([
  ['aws:sourcearn', 'aws:PrincipalArn'],
  ['aws:sourceaccount', 'aws:PrincipalAccount'],
  ['aws:sourceorgid', 'aws:PrincipalOrgID'],
]);

export default defineRule({
  id: 'source-key-without-service',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  appliesTo: ['resource', 'trust'],
  summary: 'A statement for accounts, users or roles asks for the source of a service call.',
  why:
    'aws:SourceArn, aws:SourceAccount and aws:SourceOrgID are there only where a service calls with its service principal. ' +
    'Accounts, users and roles that call by themselves have none of them, so the statement never lets them in.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcearn',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "111122223333" },
      "Action": "sqs:SendMessage",
      "Resource": "arn:aws:sqs:eu-west-1:444455556666:orders",
      "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "sns.amazonaws.com" },
      "Action": "sqs:SendMessage",
      "Resource": "arn:aws:sqs:eu-west-1:444455556666:orders",
      "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'condition'],

  *check(subject) {
    const { statement } = subject;
    if (!statement.allows || !callsItself(statement)) return;
    for (const [lowerKey, key] of instead) {
      for (const clause of demanding(statement, lowerKey)) {
        yield {
          span: clause.key.span,
          message: `Only calls of services have ${clause.key.value}, so the accounts, users and roles named here never get in. Compare ${key}, or name the service as principal.`,
          fixes: () => useKey(subject, clause, key),
        };
      }
    }
  },
});

/** Whether all principals are named accounts, users and roles. With `*` services come in too. */
function callsItself({ principals, isPartial }: Statement): boolean {
  const named = principals.flatMap((element) => element.principals);
  return (
    !isPartial &&
    named.length > 0 &&
    principals.every((element) => !element.negated && !element.isPartial) &&
    named.every(({ kind, value }) => kind === 'AWS' && !value.includes('*'))
  );
}
