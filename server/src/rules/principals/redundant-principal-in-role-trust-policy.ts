// A session of a role beside the role itself.
import { parseArn } from '../../policy/arn';
import { itemsOf } from '../../syntax/node';
import { defineRule } from '../rule';

export default defineRule({
  id: 'redundant-principal-in-role-trust-policy',
  group: 'principals',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['trust'],
  accessAnalyzer: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
  summary: 'A trust policy names a role and a session of the same role.',
  why: 'Whoever has a session of a role is that role too, so the session adds nobody.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      type: 'trust',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": {
        "AWS": [
          "arn:aws:iam::111122223333:role/deployer",
          "arn:aws:sts::111122223333:assumed-role/deployer/anna"
        ]
      },
      "Action": "sts:AssumeRole"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": ["arn:aws:iam::111122223333:role/deployer"] },
      "Action": "sts:AssumeRole"
    }
  ]
}`,
    },
  ],

  needs: ['principals'],
  when: ({ statement }) => statement.principals.some(({ principals }) => principals.length > 1),

  *check({ statement, writer }) {
    for (const { negated, principals, property } of statement.principals) {
      if (negated) continue;
      const roles = new Set(principals.map(({ value }) => roleOf(value, 'role')).filter(Boolean));
      for (const { node, value } of principals) {
        const role = roleOf(value, 'assumed-role');
        if (role === undefined || !roles.has(role)) continue;
        yield {
          span: node.span,
          message: `${value} is a session of the role ${role.split('/').at(-1)}, which is named here too. Remove the session.`,
          fixes: () => {
            const list = itemsOf(property.value)
              .flatMap((map) => (map.kind === 'object' ? map.properties : []))
              .find((each) => each.value?.kind === 'array' && each.value.items.includes(node))?.value;
            if (list?.kind !== 'array') return [];
            return [
              { title: 'Remove the session', edits: writer.removeItems(list, [node]), access: 'unknown' },
            ];
          },
        };
      }
    }
  },
});

/** `111122223333/deployer`; `undefined` for a principal of another kind. A session does not tell the role's path. */
function roleOf(text: string, kind: 'role' | 'assumed-role'): string | undefined {
  const arn = parseArn(text);
  const [type, ...rest] = arn?.resource.text.split('/') ?? [];
  const name = kind === 'role' ? rest.at(-1) : rest[0];
  return arn && type === kind && name !== undefined ? `${arn.account.text}/${name}` : undefined;
}
