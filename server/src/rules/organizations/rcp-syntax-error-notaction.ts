// NotAction in a resource control policy.
import { defineRule } from '../rule';

export default defineRule({
  id: 'rcp-syntax-error-notaction',
  group: 'organizations',
  category: 'error',
  on: 'statement',
  appliesTo: ['rcp'],
  accessAnalyzer: 'RCP_SYNTAX_ERROR_NOTACTION',
  summary: 'A resource control policy uses NotAction.',
  why:
    'Resource control policies hold for the services that support them, so the actions must be named; AWS ' +
    'Organizations refuses NotAction.',
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html',
  examples: [
    {
      type: 'rcp',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Principal": "*", "NotAction": "s3:GetObject", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Principal": "*", "Action": ["s3:PutObject", "s3:DeleteObject"], "Resource": "*" }
  ]
}`,
    },
  ],

  *check({ statement }) {
    for (const { name, negated, property } of statement.actions) {
      if (!negated || !property.value) continue;
      yield {
        span: property.key.span,
        message: `A resource control policy cannot have a ${name}. Name in Action what is denied.`,
      };
    }
  },
});
