// A trust policy for a SAML provider that does not ask for whom the assertion was made.
import { globMatches } from '../../base/glob';
import { parseArn } from '../../policy/arn';
import { hasUnknownClauses } from '../../policy/condition';
import { providerKind } from '../../policy/federation';
import { principalTexts } from '../../policy/text';
import type { Statement } from '../../policy/types';
import { addToCondition } from '../addToCondition';
import { defineRule } from '../rule';

export default defineRule({
  id: 'saml-missing-audience',
  group: 'federation',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A trust policy for a SAML provider has no condition on SAML:aud.',
  why: 'SAML:aud is the endpoint that the assertion was sent to. AWS’s guide asks for a condition on it, so that only assertions made for the sign-in to AWS are taken.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:saml-provider/corp" },
      "Action": "sts:AssumeRoleWithSAML"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:saml-provider/corp" },
      "Action": "sts:AssumeRoleWithSAML",
      "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'principals'],

  *check({ statement, writer }) {
    const { condition } = statement;
    if (!assumesBySaml(statement) || (condition && hasUnknownClauses(condition))) return;
    if (condition?.clauses.some(({ key }) => /^saml:(?:aud|iss|doc|sub)$/i.test(key.value))) return;
    const provider = statement.principals
      .flatMap((element) => (element.negated ? [] : principalTexts(element)))
      .find(({ kind, value }) => kind === 'Federated' && providerKind(value) === 'saml');
    if (!provider) return;
    const endpoint = endpoints.get(parseArn(provider.value)?.partition.text ?? '');
    yield {
      span: provider.node.span,
      message: `Assertions for any endpoint are taken. Add a condition on SAML:aud, such as ${endpoint ?? 'https://signin.aws.amazon.com/saml'}.`,
      restsOn: statement.node.span,
      fixes: () =>
        endpoint === undefined
          ? []
          : addToCondition(writer, statement, 'StringEquals', 'SAML:aud', endpoint, 'narrower'),
    };
  },
});

/** Where the console is signed in to, by partition. */
const endpoints: ReadonlyMap<string, string> = new Map([
  ['aws', 'https://signin.aws.amazon.com/saml'],
  ['aws-cn', 'https://signin.amazonaws.cn/saml'],
  ['aws-us-gov', 'https://signin.amazonaws-us-gov.com/saml'],
]);

function assumesBySaml({ allows, actions, isPartial }: Statement): boolean {
  if (!allows || isPartial) return false;
  return actions.some(
    ({ negated, patterns }) =>
      !negated && patterns.some(({ value }) => globMatches(value, 'sts:AssumeRoleWithSAML', true)),
  );
}
