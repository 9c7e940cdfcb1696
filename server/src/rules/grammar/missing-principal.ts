// A statement without Principal and NotPrincipal in a policy that must name whom it speaks of.
import { headOf, statementLacks } from '../../policy/presence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-principal',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource', 'trust', 'rcp'],
  accessAnalyzer: 'MISSING_PRINCIPAL',
  summary: 'A statement of a resource, trust or resource control policy does not say whom it speaks of.',
  why:
    'Such a policy is attached to a resource or a role and not to those who use it, so each statement ' +
    'must name them. AWS refuses the policy.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      type: 'trust',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  when: ({ statement }) => statement.principals.length === 0,

  *check({ statement, type, writer }) {
    if (!statementLacks(statement, ['Principal', 'NotPrincipal'])) return;
    const place = { span: headOf(statement.node), restsOn: statement.node.span };
    if (type !== 'rcp') {
      const who = type === 'trust' ? 'who may assume the role' : 'who gets or loses the access';
      yield { ...place, message: `This statement does not say ${who}. Add a Principal.` };
      return;
    }
    yield {
      ...place,
      message: 'A resource control policy needs a Principal in each statement. Add "Principal": "*".',
      fixes: () => [
        {
          title: 'Add "Principal": "*"',
          edits: [writer.insertProperty(statement.node, 'Principal', '*', statement.effect)],
          access: 'unknown',
        },
      ],
    };
  },
});
