// A Version other than the two that exist. A missing one is missing-version's business.
import { policyVersions } from '../../policy/elements';
import { dependsOnVersion, hasCurrentVersion } from '../../policy/version';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-version',
  group: 'grammar',
  category: 'error',
  on: 'policy',
  accessAnalyzer: 'INVALID_VERSION',
  summary: 'The Version of a policy is neither 2012-10-17 nor 2008-10-17.',
  why:
    'Version names the version of the policy language and not the date of the policy. AWS knows two ' +
    'and refuses a policy with any other.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-07",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  when: ({ policy }) => !hasCurrentVersion(policy),

  *check({ policy, writer }) {
    const value = policy.version?.value;
    if (value?.kind !== 'string' || policyVersions.some((version) => version === value.value)) return;
    const [current] = policyVersions;
    yield {
      span: value.span,
      message:
        `"${value.value}" is no version of the policy language; it is not the date of the policy. ` +
        `Use "${current}".`,
      fixes: () => [
        {
          title: `Change to "${current}"`,
          edits: [writer.replaceString(value, current)],
          access: dependsOnVersion(policy.node) ? 'unknown' : 'same',
        },
      ],
    };
  },
});
