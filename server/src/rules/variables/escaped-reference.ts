// A reference of Terraform or CloudFormation that is escaped like a policy variable, so that it stays plain text. The
// other way round is unescaped-policy-variable.
import type { Edit } from '../../base/edit';
import type { Span } from '../../base/span';
import type { Carrier } from '../../discovery/site';
import { statementTexts } from '../../policy/text';
import { defineRule } from '../rule';

export default defineRule({
  id: 'escaped-reference',
  group: 'variables',
  category: 'warning',
  on: 'statement',
  summary: 'A reference of Terraform or CloudFormation is escaped, and reaches IAM as plain text.',
  why:
    'With its escape, `$${…}` in Terraform and `${!…}` in `Fn::Sub`, the text between the braces is not looked up. ' +
    'That is meant for policy variables such as `aws:username`; IAM knows no `var.bucket`, so nothing ever matches.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  examples: [
    {
      language: 'terraform',
      bad: `resource "aws_iam_policy" "reports" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::$\${var.bucket}/*"
    }]
  })
}`,
      good: `resource "aws_iam_policy" "reports" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::\${var.bucket}/*"
    }]
  })
}`,
    },
  ],

  when: ({ carrier }) => references.has(carrier),

  *check({ statement, carrier }) {
    const form = references.get(carrier);
    const seen = new Set<number>();
    for (const text of form ? statementTexts(statement) : []) {
      if (!text.value.includes('${')) continue;
      const holes = text.kind === 'template' ? text.holes : [];
      for (const { 0: match, 1: name = '', index } of text.value.matchAll(/\$\{([^{}]*)\}/g)) {
        const span = text.spanOf(index, index + match.length);
        // The escape is one character in the source that the text lacks; Terraform's belongs to the first sign.
        const isOfSign = text.spanOf(index, index + 1).end < span.end;
        const isEscaped =
          span.end - span.start === match.length + 1 &&
          isOfSign === (carrier === 'terraform') &&
          !holes.some(({ from }) => from === index);
        if (!isEscaped || !form?.test(name) || seen.has(span.start)) continue;
        seen.add(span.start);
        yield {
          span,
          message:
            `${name} is escaped here: IAM gets the characters ${match} and not its value, and knows no such policy variable. ` +
            `Write ${match} in the source.`,
          fixes: () => [{ title: `Change to ${match}`, edits: [unescape(carrier, span)], access: 'unknown' }],
        };
      }
    }
  },
});

const fromTemplate = /^(?:AWS::\w+|[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9.]+)?)$/;

/** What is plainly a reference and no policy variable, which has a colon. */
const references: ReadonlyMap<Carrier, RegExp> = new Map([
  ['terraform', /^(?:(?:var|local|module|each|self|path|data\.\w+)\.\w|aws_\w+\.\w)/],
  ['cloudformation', fromTemplate],
  ['sam', fromTemplate],
]);

/** Without the first `$`, or the `!` behind the brace. */
function unescape(carrier: Carrier, { start }: Span): Edit {
  const at = carrier === 'terraform' ? start : start + 2;
  return { span: { start: at, end: at + 1 }, text: '' };
}
