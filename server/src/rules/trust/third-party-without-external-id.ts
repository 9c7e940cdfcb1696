// A role that a known third party may assume without an external ID. Of other accounts their number does not show whose
// they are; where .leastwise.json lists one's own, foreign-account tells of them.
import { hasUnknownClauses } from '../../policy/condition';
import { externalIdClauses } from '../../policy/externalId';
import { accountOf } from '../../policy/principal';
import { principalTexts } from '../../policy/text';
import { thirdPartyOf } from '../../policy/thirdParties';
import { defineRule } from '../rule';

export default defineRule({
  id: 'third-party-without-external-id',
  group: 'trust',
  category: 'security',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A third party may assume a role without an external ID.',
  why:
    'The company assumes the roles of all its customers with the same account. Another customer who knows the ARN of your role could have it used ' +
    'for themselves, unless the role asks for the external ID that the company gave to you alone.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::464622532012:root" }, "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::464622532012:root" },
      "Action": "sts:AssumeRole",
      "Condition": { "StringEquals": { "sts:ExternalId": "7f3a9c0e5b214d68" } }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'principals'],

  *check({ statement }, { accounts }) {
    const { condition, allows, isPartial } = statement;
    if (!allows || isPartial || (condition && hasUnknownClauses(condition))) return;
    if (externalIdClauses(statement).length > 0) return;
    for (const element of statement.principals) {
      for (const { kind, node } of element.negated ? [] : principalTexts(element)) {
        const account = kind === 'AWS' ? accountOf(node) : undefined;
        const company = account === undefined || accounts?.has(account) ? undefined : thirdPartyOf(account);
        if (company === undefined) continue;
        yield {
          span: node.span,
          message:
            `${company} uses this account for all its customers, and one of them could have it use your role. ` +
            `Add a condition on sts:ExternalId with the ID that ${company} gave you.`,
        };
      }
    }
  },
});
