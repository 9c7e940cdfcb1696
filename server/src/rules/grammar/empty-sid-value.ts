// A Sid that is the empty string.
import { defineRule } from '../rule';

export default defineRule({
  id: 'empty-sid-value',
  group: 'grammar',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'EMPTY_SID_VALUE',
  summary: 'The Sid of a statement is empty.',
  why: 'A Sid is optional, and an empty one says nothing.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
    },
  ],

  needs: ['odd'],
  when: ({ statement }) => statement.sid?.value === '',

  *check({ statement, writer }) {
    const { node, sid } = statement;
    if (sid?.value !== '') return;
    yield {
      span: sid.node.span,
      message: 'This Sid is empty. Say in it what the statement is for, or leave it out.',
      fixes: () => [
        { title: 'Remove the Sid', edits: [writer.removeProperty(node, sid.property)], access: 'same' },
      ],
    };
  },
});
