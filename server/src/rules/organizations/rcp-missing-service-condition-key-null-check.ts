// A resource control policy about service calls that does not ask whether the call names its source at all.
import { clauseOf, hasNullCheck, isSourceKey } from '../../policy/serviceCalls';
import { addToCondition } from '../addToCondition';
import { defineRule } from '../rule';

export default defineRule({
  id: 'rcp-missing-service-condition-key-null-check',
  group: 'organizations',
  category: 'warning',
  on: 'statement',
  appliesTo: ['rcp'],
  accessAnalyzer: 'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
  summary: 'A resource control policy compares the source of a service call without a Null check.',
  why:
    'Not every AWS service sends aws:SourceAccount or aws:SourceArn. A Deny by the organization of the source stops ' +
    'those services as well, unless a Null check leaves out calls that name no source.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  examples: [
    {
      type: 'rcp',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": "*",
      "Condition": {
        "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a1b2c3d4e5" },
        "Bool": { "aws:PrincipalIsAWSService": "true" }
      }
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
      "Resource": "*",
      "Condition": {
        "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a1b2c3d4e5" },
        "Null": { "aws:SourceAccount": "false" },
        "Bool": { "aws:PrincipalIsAWSService": "true" }
      }
    }
  ]
}`,
    },
  ],

  needs: ['denies', 'condition'],

  *check({ statement, writer }) {
    const clause = clauseOf(statement, isSourceKey);
    if (!clause || hasNullCheck(statement)) return;
    yield {
      span: clause.key.span,
      message:
        `Not every AWS service sends ${clause.key.value}, and this Deny stops those that do not. ` +
        'Add "Null": { "aws:SourceAccount": "false" }.',
      fixes: () => addToCondition(writer, statement, 'Null', 'aws:SourceAccount', 'false', 'wider'),
    };
  },
});
