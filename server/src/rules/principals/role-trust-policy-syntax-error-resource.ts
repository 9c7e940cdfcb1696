// Resource or NotResource in a role trust policy.
import { isCertain } from '../../policy/presence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'role-trust-policy-syntax-error-resource',
  group: 'principals',
  category: 'error',
  on: 'statement',
  appliesTo: ['trust'],
  accessAnalyzer: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
  summary: 'A role trust policy names a resource.',
  why: 'IAM refuses the policy: the resource of a trust policy is the role that it belongs to.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  when: ({ statement }) => statement.resources.length > 0,

  *check({ statement, writer }) {
    for (const { name, property } of statement.resources) {
      if (!isCertain(property)) continue;
      yield {
        span: property.key.span,
        message: `A role trust policy cannot have a ${name}: it is about the role that it belongs to. Remove the element.`,
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
