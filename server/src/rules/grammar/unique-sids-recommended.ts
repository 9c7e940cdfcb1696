// The same Sid twice in a policy of a type where AWS accepts that, or does not say. See unique-sids-required.
import { repeatedSids } from '../../policy/sid';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unique-sids-recommended',
  group: 'grammar',
  category: 'warning',
  on: 'policy',
  appliesTo: ['trust', 'resource', 'scp', 'rcp', 'endpoint'],
  accessAnalyzer: 'UNIQUE_SIDS_RECOMMENDED',
  summary: 'Two statements of a policy have the same Sid.',
  why:
    'A Sid tells statements apart, for people and for programs that merge or remove statements by their Sid: ' +
    'they take the wrong one, or lose one, where two have the same.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-unique-sids-recommended',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Deploy",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/deploy" },
      "Action": "sts:AssumeRole"
    },
    {
      "Sid": "Deploy",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/test" },
      "Action": "sts:AssumeRole"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Deploy",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/deploy" },
      "Action": "sts:AssumeRole"
    },
    {
      "Sid": "Test",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/test" },
      "Action": "sts:AssumeRole"
    }
  ]
}`,
    },
  ],

  when: ({ policy }) => policy.statements.length > 1,

  *check({ policy, site, writer }) {
    if (site.attachedTo.some((each) => each.resourceType === 'AWS::SNS::Topic')) return;
    for (const { sid, first, free } of repeatedSids(policy)) {
      yield {
        span: sid.node.span,
        message: `Another statement has the Sid "${sid.value}" already. Choose another, so that each can be told apart.`,
        related: [{ span: first.node.span, message: 'The Sid is here first.' }],
        fixes: () => [
          { title: `Rename to ${free}`, edits: [writer.replaceString(sid.node, free)], access: 'same' },
        ],
      };
    }
  },
});
