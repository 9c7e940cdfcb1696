// A set operator on the audience of a provider of which nobody here knows how many it sends.
import { findConditionKey } from '../../catalog/conditionKeys';
import { isAudience } from '../../policy/audience';
import { clausesOf } from '../../policy/clauses';
import { operatorText } from '../../policy/operator';
import { useOperator } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'confirm-audience-claim-type',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['trust'],
  accessAnalyzer: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
  summary: 'The audience of a token is compared with a set operator.',
  why: 'Most providers send one audience, and a key with one value takes no set operator. Only tokens with several audiences need one.',
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
      "Condition": { "ForAnyValue:StringEquals": { "id.example.com:aud": "app" } }
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
      "Condition": { "StringEquals": { "id.example.com:aud": "app" } }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],

  *check(subject, { catalog }) {
    for (const clause of clausesOf(subject.statement)) {
      const { compares, family, key } = clause;
      if (
        !compares.set ||
        family === 'Null' ||
        !isAudience(key.value) ||
        findConditionKey(catalog, key.value)
      )
        continue;
      const single = operatorText({ ...compares, set: undefined });
      yield {
        span: key.span,
        message: `${key.value} says for whom a token is meant, mostly one audience. Use ${single} unless the provider sends several.`,
        fixes: () => useOperator(subject, clause, single, 'unknown'),
      };
    }
  },
});
