// A policy without a Version, which AWS reads in the language of 2008.
import { needNoVersion } from '../../discovery/site';
import { policyVersions } from '../../policy/elements';
import { headOf, policyLacks } from '../../policy/presence';
import { dependsOnVersion } from '../../policy/version';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-version',
  group: 'grammar',
  category: 'warning',
  on: 'policy',
  accessAnalyzer: 'MISSING_VERSION',
  summary: 'A policy does not say which version of the policy language it is written in.',
  why:
    'Without a Version of 2012-10-17, policy variables such as ${aws:username} are taken as plain text, ' +
    'so a resource or a condition that holds one matches nothing.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  examples: [
    {
      bad: `{
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  when: ({ policy }) => policy.version === undefined,

  *check({ policy, site, writer }) {
    if (needNoVersion.has(site.carrier) || !policyLacks(policy, 'Version')) return;
    const [current] = policyVersions;
    yield {
      span: headOf(policy.node),
      restsOn: policy.node.span,
      message: `The policy has no Version, so policy variables are taken as plain text. Add "Version": "${current}".`,
      fixes: () => [
        {
          title: `Add "Version": "${current}"`,
          edits: [writer.insertProperty(policy.node, 'Version', current)],
          access: dependsOnVersion(policy.node) ? 'unknown' : 'same',
        },
      ],
    };
  },
});
