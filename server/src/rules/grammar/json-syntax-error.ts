// Text that is not valid JSON. Only the first few problems, since one missing bracket makes many.
import type { TextProblem } from '../../analysis';
import type { Span } from '../../base/span';
import { defineRule, type Fix } from '../rule';

const MOST = 3;

export default defineRule({
  id: 'json-syntax-error',
  group: 'grammar',
  category: 'error',
  on: 'document',
  accessAnalyzer: 'JSON_SYNTAX_ERROR',
  summary: 'The text is not valid JSON.',
  why:
    'AWS reads policies as JSON: keys and strings stand in double quotes, and there are no comments and no ' +
    'commas before a closing bracket.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject" "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  when: ({ problems }) => problems.length > 0,

  *check({ document, problems }) {
    for (const { message, span, category } of roots(
      problems.filter(({ format }) => format === 'JSON'),
      document.text,
    )) {
      const removal = removalOf(document.text, span);
      yield {
        span,
        message,
        ...(category ? { category } : {}),
        ...(removal ? { fixes: () => [removal] } : {}),
      };
    }
  },
});

/** The first problems that are not the consequence of the one before. */
function roots(problems: readonly TextProblem[], text: string): readonly TextProblem[] {
  const kept: TextProblem[] = [];
  let before: Span | undefined;
  for (const problem of [...problems].sort((a, b) => a.span.start - b.span.start)) {
    if (!before || !follows(problem.span, before, text)) kept.push(problem);
    before = problem.span;
    if (kept.length === MOST) break;
  }
  return kept;
}

/**
 * Whether a problem comes of the one before: on the same line, which a lost quote turns inside out, or with nothing
 * but brackets between them. What is merely too much has no consequences.
 */
function follows(span: Span, before: Span, text: string): boolean {
  if (span.start < before.end) return true;
  if (removalOf(text, before)) return false;
  const between = text.slice(before.end, span.start);
  return !/[\r\n]/.test(between) || /^[\s[\]{},:]*$/.test(between);
}

/** A comma or a comment that is too much can simply go. */
function removalOf(text: string, span: Span): Fix | undefined {
  const written = text.slice(span.start, span.end);
  const isComment = written.startsWith('//') || (written.startsWith('/*') && written.endsWith('*/'));
  const isLastComma = written === ',' && /^\s*[}\]]/.test(text.slice(span.end, span.end + 1000));
  if (!isComment && !isLastComma) return undefined;
  const title = isComment ? 'Remove the comment' : 'Remove the comma';
  return { title, edits: [{ span, text: '' }], access: 'same' };
}
