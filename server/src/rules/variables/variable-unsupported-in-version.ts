// Variables in a policy of a version that has none.
import { needNoVersion } from '../../discovery/site';
import { policyVersions } from '../../policy/elements';
import { policyLacks } from '../../policy/presence';
import { namesKey, type Variable, variablesOf } from '../../policy/variables';
import { hasCurrentVersion } from '../../policy/version';
import { defineRule } from '../rule';

export default defineRule({
  id: 'variable-unsupported-in-version',
  group: 'variables',
  category: 'error',
  on: 'policy',
  accessAnalyzer: 'VARIABLE_UNSUPPORTED_IN_VERSION',
  summary: 'A policy uses variables, but its Version has none.',
  why: 'Only with Version 2012-10-17 does AWS put values in place of variables. Without it they are plain text, so that the resource or the condition matches nothing.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  examples: [
    {
      bad: `{
  "Version": "2008-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/*" }
  ]
}`,
    },
  ],

  when: ({ policy }) => !hasCurrentVersion(policy),

  *check({ policy, site, writer }) {
    const { version, node } = policy;
    const [current, old] = policyVersions;
    const isOld = version?.value?.kind === 'string' && version.value.value === old;
    if (!isOld && (needNoVersion.has(site.carrier) || !policyLacks(policy, 'Version'))) return;
    const [first, ...others] = policy.statements
      .flatMap(variablesOf)
      .filter((each) => each.isClosed && namesKey(each));
    if (!first) return;
    yield {
      span: spanOf(first),
      restsOn: node.span,
      message: `Variables need Version ${current}; ${isOld ? `in ${old}` : 'without it'} this is plain text. ${isOld ? 'Change' : 'Add'} the Version.`,
      related: others.map((each) => ({ span: spanOf(each), message: 'Plain text as well.' })),
      fixes: () => [
        version?.value
          ? {
              title: `Change Version to ${current}`,
              edits: [writer.replaceValue(version.value, current)],
              access: 'unknown',
            }
          : {
              title: `Add "Version": "${current}"`,
              edits: [writer.insertProperty(node, 'Version', current)],
              access: 'unknown',
            },
      ],
    };
  },
});

function spanOf({ node, from, to }: Variable) {
  return node.spanOf(from, to);
}
