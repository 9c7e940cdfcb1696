// ForAnyValue on the audience of an identity provider that sends one. Of providers that nobody here knows: confirm-audience-claim-type.
import { findConditionKey } from '../../catalog/conditionKeys';
import { isAudience } from '../../policy/audience';
import { clausesOf } from '../../policy/clauses';
import { operatorText } from '../../policy/operator';
import { useOperator } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'foranyvalue-with-audience-claim-type',
  group: 'conditions',
  category: 'security',
  on: 'statement',
  appliesTo: ['trust'],
  accessAnalyzer: 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
  summary: 'The audience of a token is compared with ForAnyValue though it has one value.',
  why: 'A token of this provider has one audience. A set operator on a key with one value is not what AWS documents, and may let in more than was meant.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": { "ForAnyValue:StringEquals": { "accounts.google.com:aud": "app" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": { "StringEquals": { "accounts.google.com:aud": "app" } }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],

  *check(subject, { catalog }) {
    for (const clause of clausesOf(subject.statement)) {
      const { compares, family, key } = clause;
      if (compares.set !== 'ForAnyValue' || family === 'Null' || !isAudience(key.value)) continue;
      if (findConditionKey(catalog, key.value)?.multivalued !== false) continue;
      const single = operatorText({ ...compares, set: undefined });
      yield {
        span: key.span,
        message: `${key.value} has one value, so ForAnyValue can let in more than was meant. Use ${single}.`,
        fixes: () => useOperator(subject, clause, single, 'unknown'),
      };
    }
  },
});
