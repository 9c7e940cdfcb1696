// A policy variable that Terraform or CloudFormation takes for one of its own expressions. The other way round is
// escaped-reference.
import type { Edit } from '../../base/edit';
import type { Span } from '../../base/span';
import { findConditionKey } from '../../catalog/search';
import type { Carrier } from '../../discovery/site';
import { holeName } from '../../policy/templateText';
import { hasHole, hasTemplates, statementTexts } from '../../policy/text';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unescaped-policy-variable',
  group: 'variables',
  category: 'error',
  on: 'statement',
  summary:
    'A policy variable is not escaped, so that Terraform or CloudFormation takes it for an expression.',
  why:
    'Both write their own expressions as `${…}`, and neither knows what `aws:username` is: the deployment fails. ' +
    'Terraform hands `$${aws:username}` on to IAM as `${aws:username}`, and `Fn::Sub` does so with `${!aws:username}`.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  examples: [
    {
      language: 'terraform',
      bad: `resource "aws_iam_policy" "home" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::home/\${aws:username}/*"
    }]
  })
}`,
      good: `resource "aws_iam_policy" "home" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::home/$\${aws:username}/*"
    }]
  })
}`,
    },
  ],

  // The variables of the Serverless Framework have no escape.
  when: ({ statement, carrier }) => carrier !== 'serverless' && hasTemplates(statement),

  *check({ statement, carrier }, { catalog }) {
    const seen = new Set<string>();
    for (const text of statementTexts(statement).filter(hasHole)) {
      for (const hole of text.holes.filter(({ isFilledBefore }) => !isFilledBefore)) {
        const name = holeName(text, hole);
        const span = text.spanOf(hole.from, hole.to);
        // One place may be in several of the texts that a value can come to be.
        const place = `${span.start} ${name}`;
        if (seen.has(place) || !isVariable(name) || !findConditionKey(catalog, keyOf(name))) continue;
        seen.add(place);
        const escaped = escapedIn(carrier, name);
        const isHere = span.end - span.start === hole.to - hole.from;
        yield {
          span,
          message:
            `${toolOf(carrier)} takes \${${name}} for an expression of its own, which it is not. ` +
            `Write ${escaped} to hand the policy variable on to IAM.`,
          fixes: () =>
            isHere
              ? [{ title: `Change to ${escaped}`, edits: [escape(carrier, span)], access: 'unknown' }]
              : [],
        };
      }
    }
  },
});

/** `AWS::AccountId` is CloudFormation's. */
function isVariable(name: string): boolean {
  return /^[^:]+:(?!:)/.test(name);
}

/** Without a default value: `aws:PrincipalTag/team, 'none'`. */
function keyOf(name: string): string {
  return name.split(',', 1)[0]?.trim() ?? '';
}

function toolOf(carrier: Carrier): string {
  return carrier === 'terraform' ? 'Terraform' : 'CloudFormation';
}

function escapedIn(carrier: Carrier, name: string): string {
  return carrier === 'terraform' ? `$\${${name}}` : `\${!${name}}`;
}

function escape(carrier: Carrier, { start }: Span): Edit {
  const [at, text] = carrier === 'terraform' ? [start, '$'] : [start + 2, '!'];
  return { span: { start: at, end: at }, text };
}
