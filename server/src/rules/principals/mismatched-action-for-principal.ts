// An action of a trust policy by which none of its principals can assume the role.
import { type Callers, callersOf } from '../../policy/federation';
import type { Statement } from '../../policy/types';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'mismatched-action-for-principal',
  group: 'principals',
  category: 'error',
  on: 'statement',
  appliesTo: ['trust'],
  accessAnalyzer: 'MISMATCHED_ACTION_FOR_PRINCIPAL',
  summary: 'The action of a trust policy does not fit its principals.',
  why:
    'Users of a SAML provider assume a role with sts:AssumeRoleWithSAML, those of an OIDC provider with ' +
    'sts:AssumeRoleWithWebIdentity, and all others with sts:AssumeRole. With another action nobody can.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html',
  examples: [
    {
      type: 'trust',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/ExampleOrg" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/ExampleOrg" },
      "Action": "sts:AssumeRoleWithSAML",
      "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } }
    }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement, writer }) {
    const callers = callersOf(statement);
    if (!callers || (statement.denies && isForEveryone(statement))) return;
    for (const node of statement.actions.flatMap((each) => (each.negated ? [] : each.patterns))) {
      const needed = neededBy.get(node.value.toLowerCase());
      if (!needed || callers.has(needed)) continue;
      const [only, second] = callers;
      const fitting = only && !second ? actionFor[only] : undefined;
      yield {
        span: node.span,
        message: `${node.value} is for ${words[needed]}, and none is named here. ${fitting ? `Use ${fitting}.` : 'Name one in Principal, or remove the action.'}`,
        fixes: changeTo(writer, node, [fitting], 'wider'),
      };
    }
  },
});

/** A Deny for everyone names them all, whatever they sign in with. */
function isForEveryone({ principals }: Statement): boolean {
  return principals.some((element) => element.principals.some(({ value }) => value === '*'));
}

const actionFor = {
  oidc: 'sts:AssumeRoleWithWebIdentity',
  saml: 'sts:AssumeRoleWithSAML',
  others: 'sts:AssumeRole',
} as const satisfies Record<Callers, string>;

const words = {
  oidc: 'the users of an OIDC provider',
  saml: 'the users of a SAML provider',
  others: 'accounts, users, roles and services',
} as const satisfies Record<Callers, string>;

const neededBy: ReadonlyMap<string, Callers> = new Map([
  [actionFor.oidc.toLowerCase(), 'oidc'],
  [actionFor.saml.toLowerCase(), 'saml'],
  [actionFor.others.toLowerCase(), 'others'],
]);
