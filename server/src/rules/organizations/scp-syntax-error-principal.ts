// Principal or NotPrincipal in a service control policy.
import { isCertain } from '../../policy/presence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'scp-syntax-error-principal',
  group: 'organizations',
  category: 'error',
  on: 'statement',
  appliesTo: ['scp'],
  accessAnalyzer: 'SCP_SYNTAX_ERROR_PRINCIPAL',
  summary: 'A service control policy names a principal.',
  why:
    'A service control policy holds for all users and roles of the accounts that it is attached to, and AWS ' +
    'Organizations refuses the element. Conditions tell principals apart.',
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html',
  examples: [
    {
      type: 'scp',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Principal": "*", "Action": "ec2:RunInstances", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "ec2:RunInstances",
      "Resource": "*",
      "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/deployer" } }
    }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement, writer }) {
    for (const { name, property } of statement.principals) {
      if (!isCertain(property)) continue;
      yield {
        span: property.key.span,
        message:
          `A service control policy cannot have a ${name}: it holds for everyone in the accounts that it is ` +
          'attached to. Remove it, and compare aws:PrincipalArn in a condition to tell principals apart.',
        fixes: () => [
          {
            title: `Remove ${name}`,
            edits: [writer.removeProperty(statement.node, property)],
            access: 'unknown',
          },
        ],
      };
    }
  },
});
