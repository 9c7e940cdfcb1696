// Deny with NotPrincipal: everyone but those named, and also those named whose account is not.
import { parseArn } from '../../policy/arn';
import type { PrincipalElement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'deny-with-not-principal',
  group: 'principals',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['resource'],
  summary: 'A Deny statement uses NotPrincipal.',
  why:
    'AWS advises against it: principals with a permissions boundary are denied although they are named, and for a user or a role the account and each session must be named as well. ' +
    'A condition on aws:PrincipalArn says the same without these traps.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:role/analyst" },
      "Action": "s3:*",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/analyst" } }
    }
  ]
}`,
    },
  ],

  needs: ['denies', 'principals'],
  when: ({ statement }) => statement.principals.some(({ negated }) => negated),

  *check({ statement }) {
    if (!statement.denies) return;
    for (const element of statement.principals) {
      if (!element.negated) continue;
      const account = element.isPartial ? undefined : unnamedAccount(element);
      yield {
        span: element.property.key.span,
        ...(account ? { category: 'warning' as const } : {}),
        message: account
          ? `This may deny the principals named here too, since their account ${account} is not among them. Use Principal "*" with ArnNotEquals on aws:PrincipalArn.`
          : 'NotPrincipal denies principals with a permissions boundary although they are named. Use Principal "*" with ArnNotEquals on aws:PrincipalArn.',
      };
    }
  },
});

/** The account of a user or role that is named without it. */
function unnamedAccount({ principals }: PrincipalElement): string | undefined {
  const arns = principals.flatMap(({ value }) => parseArn(value) ?? []);
  const whole = new Set([
    ...principals.map(({ value }) => value).filter((value) => /^\d{12}$/.test(value)),
    ...arns.filter(({ resource }) => resource.text === 'root').map(({ account }) => account.text),
  ]);
  return arns
    .filter(({ service, resource }) => service.text === 'iam' && /^(?:user|role)\//.test(resource.text))
    .map(({ account }) => account.text)
    .find((account) => /^\d{12}$/.test(account) && !whole.has(account));
}
