// The same Sid twice in a policy of a type where AWS refuses that.
import { repeatedSids } from '../../policy/sid';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unique-sids-required',
  group: 'grammar',
  category: 'error',
  on: 'policy',
  appliesTo: ['identity', 'boundary', 'session', 'resource'],
  accessAnalyzer: 'UNIQUE_SIDS_REQUIRED',
  summary: 'Two statements of an identity-based policy or of a topic policy have the same Sid.',
  why: 'IAM and Amazon SNS refuse a policy in which two statements have the same Sid.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" },
    { "Sid": "Read", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" },
    { "Sid": "List", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports" }
  ]
}`,
    },
  ],

  when: ({ policy }) => policy.statements.length > 1,

  *check({ policy, site, writer }) {
    const isTopic = site.attachedTo.some((each) => each.resourceType === 'AWS::SNS::Topic');
    if (site.type === 'resource' && !isTopic) return;
    for (const { sid, first, free } of repeatedSids(policy)) {
      yield {
        span: sid.node.span,
        message: `Another statement has the Sid "${sid.value}" already, and AWS refuses the same one twice. Choose another.`,
        related: [{ span: first.node.span, message: 'The Sid is here first.' }],
        fixes: () => [
          { title: `Rename to ${free}`, edits: [writer.replaceString(sid.node, free)], access: 'same' },
        ],
      };
    }
  },
});
