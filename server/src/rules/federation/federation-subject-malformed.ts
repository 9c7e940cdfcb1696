// A subject that no token of the identity provider has.

import { isGlob } from '../../base/glob';
import { clausesOf, type ReadClause } from '../../policy/clauses';
import { takesWildcards } from '../../policy/operator';
import { assumesByToken } from '../../policy/providers/admission';
import { claimOf } from '../../policy/providers/claimClause';
import { meetsForm } from '../../policy/providers/claimShape';
import { tokenIssuers } from '../../policy/providers/issuers';
import type { Provider } from '../../policy/providers/provider';
import { providerOf } from '../../policy/providers/table';
import { useValue } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'federation-subject-malformed',
  group: 'federation',
  category: 'warning',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A condition names a subject that no token of the identity provider has.',
  why: 'A subject is compared letter by letter, and each provider has a form of its own for it: GitHub’s begins with repo: and has ref:refs/heads/ before a branch. Where owners choose the form themselves, only what fits none is reported.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:acme/app:ref:main" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:acme/app:ref:refs/heads/main" } }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],

  *check({ statement, writer }) {
    if (!assumesByToken(statement)) return;
    for (const { prefix } of tokenIssuers(statement)) {
      const provider = providerOf(prefix);
      for (const clause of provider ? clausesOf(statement) : []) {
        if (!provider || claimOf(clause, prefix) !== 'sub' || !comparesText(clause)) continue;
        for (const value of clause.values) {
          if (value.text === '' || value.text.includes('${') || fits(value.text, clause, provider)) continue;
          const meant = meantBy(value.text, provider);
          yield {
            span: value.span,
            message: `No token of ${provider.name} has this subject. ${meant === undefined ? `Its form is that of ${provider.narrow.value}.` : `Did you mean ${meant}?`}`,
            fixes: () => useValue(writer, value, meant),
          };
        }
      }
    }
  },
});

function comparesText({ compares, family }: ReadClause): boolean {
  return family === 'String' && !compares.negated;
}

function fits(text: string, { compares }: ReadClause, provider: Provider): boolean {
  // A star that is no wildcard is another mistake.
  if (isGlob(text) && !takesWildcards(compares.name)) return true;
  if (!provider.hasFixedSubject) return meantBy(text, provider) === undefined;
  return (provider.claims.get('sub') ?? []).some((form) => meetsForm(text, form, () => 'any'));
}

function meantBy(text: string, { slips = [] }: Provider): string | undefined {
  const slip = slips.find(([mistake]) => mistake.test(text));
  return slip && text.replace(...slip);
}
