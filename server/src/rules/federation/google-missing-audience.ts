// A role for a Google account that does not ask which application the token was issued for.
import { clausesOf, type ReadClause } from '../../policy/clauses';
import { type Admission, admissionsOf } from '../../policy/providers/admission';
import { claimOf, outcomeOf } from '../../policy/providers/claimClause';
import { principalTexts } from '../../policy/text';
import { defineRule } from '../rule';

const GOOGLE = 'accounts.google.com';

export default defineRule({
  id: 'google-missing-audience',
  group: 'federation',
  category: 'warning',
  on: 'policy',
  appliesTo: ['trust'],
  summary: 'A role for Google accounts names an email address, and no application.',
  why: 'Google is built into AWS, so no provider in IAM says which applications count. Each application that somebody signs in to gets a token with their email address, and can assume the role with it. AWS’s guide asks for a condition on the ID of your own application. Service accounts sign in to no applications, and are not reported.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "accounts.google.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": { "StringEquals": { "accounts.google.com:email": "ann@example.com" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "accounts.google.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "accounts.google.com:aud": "666777888999000.apps.googleusercontent.com",
          "accounts.google.com:email": "ann@example.com"
        }
      }
    }
  ]
}`,
    },
  ],

  *check({ policy }) {
    for (const admission of admissionsOf(policy)) {
      if (admission.reach !== 'closed' || !asksForEmailAlone(admission)) continue;
      const { statement } = admission;
      const google = statement.principals.flatMap(principalTexts).find(isBuiltIn);
      if (!google) continue;
      yield {
        span: google.node.span,
        message: `Every application that this Google account signs in to gets a token that opens this role. Add a condition on ${GOOGLE}:aud with the ID of your own.`,
        restsOn: statement.node.span,
      };
    }
  },
});

/** A provider of one's own in IAM would say which applications count. */
function isBuiltIn({ value }: { readonly value: string }): boolean {
  return value.toLowerCase() === GOOGLE;
}

/** Whether nothing else in the condition may keep an application out. */
function asksForEmailAlone({ statement, principal, provider }: Admission): boolean {
  if (principal.prefix !== GOOGLE) return false;
  return clausesOf(statement).every((clause) =>
    claimOf(clause, GOOGLE) === 'email'
      ? namesPeople(clause)
      : outcomeOf(clause, GOOGLE, provider, 'tenant') === 'open',
  );
}

/** Of a service account's token the application (aud) is the account itself. */
function namesPeople({ values, templates }: ReadClause): boolean {
  const addresses = [...values.map(({ text }) => text), ...templates.map(({ value }) => value)];
  return addresses.some((address) => !/\.gserviceaccount\.com$/i.test(address));
}
