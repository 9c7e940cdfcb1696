// A resource control policy that turns away callers by who they are, AWS services included.

import { clauseOf, comparesServices } from '../../policy/serviceCalls';
import { addToCondition } from '../addToCondition';
import { defineRule } from '../rule';

export default defineRule({
  id: 'rcp-missing-related-principal-condition-key',
  group: 'organizations',
  category: 'warning',
  on: 'statement',
  appliesTo: ['rcp'],
  accessAnalyzer: 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
  summary: 'A resource control policy compares a key of the principal and does not spare AWS services.',
  why:
    'A resource control policy also holds for AWS services that act with their service principal. They have no ' +
    'organization and no account, so a Deny by aws:PrincipalOrgID and the like turns them away, unless ' +
    'aws:PrincipalIsAWSService lets them through.',
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
        "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }
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
        "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
        "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }
      }
    }
  ]
}`,
    },
  ],

  needs: ['denies', 'condition'],

  *check({ statement, writer }) {
    const clause = clauseOf(statement, (key) => /^aws:principal(?:org|account|arn|tag|type)/.test(key));
    if (!clause || comparesServices(statement)) return;
    yield {
      span: clause.key.span,
      message:
        `AWS services have no ${clause.key.value}, so this Deny turns them away too when they act on your behalf. ` +
        'Add "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }.',
      fixes: () =>
        addToCondition(writer, statement, 'BoolIfExists', 'aws:PrincipalIsAWSService', 'false', 'wider'),
    };
  },
});
