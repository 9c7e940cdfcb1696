// A trust policy that lets in a whole organization, or whatever runs in a project. Strangers: federation-open-to-any-tenant;
// wildcards in a subject of GitHub: specific-github-repo-and-branch-recommended.
import { admissionsOf } from '../../policy/providers/admission';
import { admissionReports, isSaidElsewhere } from '../admissionReports';
import { defineRule } from '../rule';

export default defineRule({
  id: 'federation-subject-too-broad',
  group: 'federation',
  category: 'warning',
  on: 'policy',
  appliesTo: ['trust'],
  summary: 'A trust policy lets in all of an organization, a cluster or a project.',
  why:
    'Whoever can run something anywhere there gets the role, in a project that nobody watches or on a branch that nobody has reviewed. On a cluster, one name in every namespace is anyone’s who may make a service account in one of them. Name what needs the role. ' +
    'Beginnings of names (release/*) are not reported, nor are pull requests that are named as such.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/app.terraform.io" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": { "app.terraform.io:aud": "aws.workload.identity" },
        "StringLike": { "app.terraform.io:sub": "organization:acme:*" }
      }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/app.terraform.io" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": { "app.terraform.io:aud": "aws.workload.identity" },
        "StringLike": { "app.terraform.io:sub": "organization:acme:project:shop:workspace:production:run_phase:*" }
      }
    }
  ]
}`,
    },
  ],

  *check({ policy, writer }) {
    for (const admission of admissionsOf(policy)) {
      if (admission.reach !== 'half-open' || isSaidElsewhere(admission)) continue;
      const { who, principal, provider, level, because } = admission;
      // A pull request's subject says what it is, and roles that only read are made for it.
      if (level === 'run' && because.length > 0 && !because.some(({ text }) => /[*?]/.test(text))) continue;
      const { claim, value: narrow } = provider.narrow;
      yield* admissionReports(admission, writer, (value) =>
        value === undefined
          ? `The condition lets in ${who}. Add one on ${principal.issuer}:${claim}, such as ${narrow}.`
          : `${value} lets in ${who}. Name what needs the role, as in ${narrow}.`,
      );
    }
  },
});
