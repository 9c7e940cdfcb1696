// A policy in a heredoc of Terraform that begins with white space, which the AWS provider refuses.
import type { FoundPolicy } from '../../analysis';
import { defineRule } from '../rule';

export default defineRule({
  id: 'heredoc-leading-space',
  group: 'grammar',
  category: 'error',
  on: 'document',
  summary: 'An IAM policy in a heredoc begins with white space.',
  why:
    'Terraform’s AWS provider refuses an IAM policy whose first character is not its opening brace: "leading space ' +
    'characters are not allowed". A heredoc that begins with <<- leaves out the indentation.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  examples: [
    {
      language: 'terraform',
      bad: `resource "aws_iam_policy" "reports" {
  policy = <<EOF
  {
    "Version": "2012-10-17",
    "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
  }
EOF
}
`,
      good: `resource "aws_iam_policy" "reports" {
  policy = <<-EOF
  {
    "Version": "2012-10-17",
    "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
  }
  EOF
}
`,
    },
  ],

  when: ({ document }) => document.languageId === 'terraform' && document.text.includes('<<'),

  *check({ document, policies }) {
    for (const found of policies) {
      const space = isOfIam(found) ? leadingSpace(document.text, found.site.node.span.start) : undefined;
      if (!space) continue;
      yield {
        span: { start: space.end, end: space.end + 1 },
        message:
          'The AWS provider refuses an IAM policy that begins with white space. Begin the heredoc with <<-, or remove it.',
        fixes: () => [
          { title: 'Remove the white space', edits: [{ span: space, text: '' }], access: 'same' },
        ],
      };
    }
  },
});

/** Only the attributes of IAM's resources are looked at by the provider. */
function isOfIam({ site }: FoundPolicy): boolean {
  return site.carrier === 'terraform' && ['identity', 'trust', 'boundary'].includes(site.type);
}

/** Between the line of a heredoc's beginning and what stands first in it. */
function leadingSpace(text: string, start: number) {
  const before = /<<[A-Za-z_]\w*[ \t]*\r?\n(\s+)$/.exec(text.slice(Math.max(0, start - 400), start));
  return before?.[1] === undefined ? undefined : { start: start - before[1].length, end: start };
}
