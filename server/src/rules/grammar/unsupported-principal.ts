// Principal or NotPrincipal in a policy that is attached to the principal itself.
import { isCertain } from '../../policy/presence';
import type { PolicyType } from '../../policy/types';
import { defineRule } from '../rule';

const namesOfTypes: ReadonlyMap<PolicyType, string> = new Map([
  ['identity', 'An identity-based policy'],
  ['boundary', 'A permissions boundary'],
  ['session', 'A session policy'],
]);

export default defineRule({
  id: 'unsupported-principal',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  appliesTo: ['identity', 'boundary', 'session'],
  accessAnalyzer: 'UNSUPPORTED_PRINCIPAL',
  summary: 'A policy that belongs to a user, group or role names a principal.',
  why:
    'The principal of such a policy is whom it is attached to, so AWS refuses the element. ' +
    'It belongs in resource policies and in role trust policies.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      type: 'identity',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement, type, writer }) {
    for (const { name: element, property } of statement.principals) {
      if (!isCertain(property)) continue;
      yield {
        span: property.key.span,
        message:
          `${namesOfTypes.get(type)} cannot have a ${element}: it holds for whom it is attached to. ` +
          'Remove it, or put the statement in a resource or trust policy.',
        fixes: () => [
          {
            title: `Remove ${element}`,
            edits: [writer.removeProperty(statement.node, property)],
            access: 'unknown',
          },
        ],
      };
    }
  },
});
