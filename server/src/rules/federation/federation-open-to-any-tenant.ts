// A trust policy whose conditions let in strangers: customers of an identity provider that many share. Wildcards in a
// subject of GitHub: specific-github-repo-and-branch-recommended.
import { admissionsOf } from '../../policy/providers/admission';
import { admissionReports, isSaidElsewhere } from '../admissionReports';
import { defineRule } from '../rule';

export default defineRule({
  id: 'federation-open-to-any-tenant',
  group: 'federation',
  category: 'security',
  on: 'policy',
  appliesTo: ['trust'],
  summary: 'A trust policy lets in strangers who use the same identity provider.',
  why:
    'All customers of a shared provider get their tokens from the same issuer. The values of a condition are alternatives, so one that is too wide opens the role, wherever in the list it stands; a wildcard also matches the : and / between the parts of a subject, and a name with something behind it is somebody else’s. ' +
    'Conditions that nobody here can judge make this rule silent.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/gitlab.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": { "gitlab.com:aud": "https://gitlab.com" },
        "StringLike": { "gitlab.com:sub": ["project_path:acme/app:ref_type:branch:ref:main", "project_path:acme*"] }
      }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/gitlab.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": { "gitlab.com:aud": "https://gitlab.com" },
        "StringLike": { "gitlab.com:sub": ["project_path:acme/app:ref_type:branch:ref:main"] }
      }
    }
  ]
}`,
    },
  ],

  *check({ policy, writer }) {
    for (const admission of admissionsOf(policy)) {
      if (admission.reach !== 'open' || isSaidElsewhere(admission)) continue;
      const { who, principal, provider } = admission;
      const { claim, value: narrow } = provider.narrow;
      yield* admissionReports(admission, writer, (value) =>
        value === undefined
          ? `The condition lets in ${who}. Add one on ${principal.issuer}:${claim}, such as ${narrow}.`
          : `${value} lets in ${who}. Name your own, as in ${narrow}.`,
      );
    }
  },
});
