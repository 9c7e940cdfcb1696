// An account that is not among one's own, where .leastwise.json lists these. Whether a company is to be asked for an
// external ID is third-party-without-external-id's business.
import { isAwsAccount } from '../../policy/awsAccounts';
import { externalIdClauses } from '../../policy/externalId';
import { accountOf } from '../../policy/principal';
import { principalTexts } from '../../policy/text';
import { thirdPartyOf } from '../../policy/thirdParties';
import { defineRule, type StatementSubject } from '../rule';

export default defineRule({
  id: 'foreign-account',
  group: 'principals',
  category: 'security',
  on: 'statement',
  appliesTo: ['trust', 'resource'],
  summary: 'A policy lets in an account that `.leastwise.json` does not list.',
  why:
    'With `"accounts"`, `.leastwise.json` lists the accounts of your own. Any other one belongs to somebody else, who decides there which users and roles ' +
    'use the access. Without that list nothing is reported, nor are accounts from which AWS itself writes logs into buckets.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
  examples: [
    {
      accounts: ['111122223333', '444455556666'],
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::777788889999:root" }, "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  needs: ['allows', 'principals'],
  when: (_, { accounts }) => accounts !== undefined,

  *check(subject, { accounts }) {
    const { statement, type } = subject;
    if (!accounts || !statement.allows) return;
    for (const element of statement.principals) {
      for (const { kind, node } of element.negated ? [] : principalTexts(element)) {
        const account = kind === 'AWS' ? accountOf(node) : undefined;
        if (account === undefined || accounts.has(account)) continue;
        if (type === 'resource' && isAwsAccount(account)) continue;
        yield { span: node.span, message: messageOf(account, subject) };
      }
    }
  },
});

function messageOf(account: string, { statement, type }: StatementSubject): string {
  const company = thirdPartyOf(account);
  const whose = company === undefined ? '' : ` of ${company}`;
  const told = `Account ${account}${whose} is none of the accounts in .leastwise.json`;
  if (type === 'trust' && externalIdClauses(statement).length > 0)
    return `${told}, and the external ID speaks of another company. If it is meant to assume this role, let an "ignore" there say why.`;
  const may = type === 'trust' ? 'may assume this role' : 'has access by this policy';
  return `${told}, and ${may}. Remove it, or add it to the list if it is one of yours.`;
}
