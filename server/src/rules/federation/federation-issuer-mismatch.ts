// A condition on the tokens of another identity provider than the one that the statement lets in.
import { clausesOf } from '../../policy/clauses';
import { callersOf } from '../../policy/federation';
import { ISSUER_KEY, oidcPrincipals } from '../../policy/oidc';
import { assumesByToken } from '../../policy/providers/admission';
import { principalTexts } from '../../policy/text';
import type { Statement } from '../../policy/types';
import { outcomeWithoutKey } from '../admissionReports';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'federation-issuer-mismatch',
  group: 'federation',
  category: 'warning',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A condition compares tokens of another identity provider than the one in Principal.',
  why: 'The keys of a provider are named after its host and path, and a token gives only the keys of its own issuer. A condition on those of another, such as of the cluster that a policy was copied from, never matches, or limits nothing where its operator passes requests without the key.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AAAA" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:aud": "sts.amazonaws.com",
          "oidc.eks.eu-west-1.amazonaws.com/id/BBBB:sub": "system:serviceaccount:shop:orders"
        }
      }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AAAA" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:aud": "sts.amazonaws.com",
          "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:serviceaccount:shop:orders"
        }
      }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],

  *check(subject) {
    const { statement } = subject;
    const issuers = assumesByToken(statement) ? allIssuers(statement) : undefined;
    if (!issuers) return;
    for (const clause of clausesOf(statement)) {
      const { key, family } = clause;
      const [, owner, claim] = ISSUER_KEY.exec(key.value) ?? [];
      if (owner === undefined || family === 'Null' || issuers.some((issuer) => isSame(issuer, owner)))
        continue;
      const [only, second] = issuers;
      yield {
        span: key.span,
        message: `The tokens that are let in are of ${issuers.join(', ')}, and give no key of ${owner}: this ${outcomeWithoutKey(clause)}. Compare ${only}:${claim}.`,
        fixes: () => useKey(subject, clause, second === undefined ? `${only}:${claim}` : undefined),
      };
    }
  },
});

/** The issuers of all who are let in; `undefined` where others may be among them. */
function allIssuers(statement: Statement): readonly string[] | undefined {
  const callers = callersOf(statement);
  if (callers?.size !== 1 || !callers.has('oidc')) return undefined;
  const principals = oidcPrincipals(statement);
  const count = statement.principals.flatMap(principalTexts).length;
  const isWhole = statement.principals.every(
    ({ isPartial, templates }) => !isPartial || templates.length > 0,
  );
  return isWhole && principals.length === count ? principals.map(({ issuer }) => issuer) : undefined;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase().replace(/\/$/, '') === other.toLowerCase().replace(/\/$/, '');
}
