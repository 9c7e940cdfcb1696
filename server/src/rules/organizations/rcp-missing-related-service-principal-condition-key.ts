// A resource control policy that turns away service calls by their source, other callers included.
import { clauseOf, comparesServices, isSourceKey } from '../../policy/serviceCalls';
import { addToCondition } from '../addToCondition';
import { defineRule } from '../rule';

export default defineRule({
  id: 'rcp-missing-related-service-principal-condition-key',
  group: 'organizations',
  category: 'warning',
  on: 'statement',
  appliesTo: ['rcp'],
  accessAnalyzer: 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
  summary:
    'A resource control policy compares the source of a service call and does not spare other callers.',
  why:
    'aws:SourceAccount, aws:SourceArn and aws:SourceOrgID are only there where an AWS service calls for a resource. A ' +
    'Deny by them also turns away your own users and roles, unless aws:PrincipalIsAWSService says that it is ' +
    'about services.',
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
        "StringNotEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" },
        "Null": { "aws:SourceAccount": "false" }
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
    if (!clause || comparesServices(statement)) return;
    yield {
      span: clause.key.span,
      message:
        `Only calls of AWS services have ${clause.key.value}, so this Deny may turn away your own users and roles. ` +
        'Add "Bool": { "aws:PrincipalIsAWSService": "true" }.',
      fixes: () => addToCondition(writer, statement, 'Bool', 'aws:PrincipalIsAWSService', 'true', 'wider'),
    };
  },
});
