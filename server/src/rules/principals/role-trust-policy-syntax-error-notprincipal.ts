// NotPrincipal in a role trust policy.
import { isCertain } from '../../policy/presence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'role-trust-policy-syntax-error-notprincipal',
  group: 'principals',
  category: 'error',
  on: 'statement',
  appliesTo: ['trust'],
  accessAnalyzer: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
  summary: 'A role trust policy uses NotPrincipal.',
  why: 'A trust policy names who may assume the role; IAM does not take the opposite there.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
  examples: [
    {
      type: 'trust',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "NotPrincipal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement }) {
    for (const { negated, property } of statement.principals) {
      if (!negated || !isCertain(property)) continue;
      yield {
        span: property.key.span,
        message: 'A role trust policy cannot have a NotPrincipal. Name in Principal who may assume the role.',
      };
    }
  },
});
