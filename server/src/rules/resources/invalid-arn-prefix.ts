// A resource that is no ARN and not `*`. ARNs that stop too early are missing-arn-field's business.
import { parseAction } from '../../policy/action';
import type { PolicyType, Statement } from '../../policy/types';
import { resourceTexts } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-arn-prefix',
  group: 'resources',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_ARN_PREFIX',
  summary: 'A resource is neither an ARN nor "*".',
  why: 'AWS refuses the policy: resources are named by their ARN, which begins with `arn:`, or by "*".',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  speaksOf: { resource: (text) => !isArnLike(text) },

  *check({ statement, type, writer }) {
    for (const node of resourceTexts(statement)) {
      if (isTolerated(node.value, type)) continue;
      const arn = arnMeant(node.value, statement);
      const what = node.value === '' ? 'An empty string' : node.value;
      yield {
        span: node.span,
        message:
          `${what} is not a resource: this must be an ARN, which begins with arn:, or "*". ` +
          (arn === undefined ? 'Write the whole ARN.' : `Did you mean ${arn}?`),
        fixes: changeTo(writer, node, [arn], 'unknown'),
      };
    }
  },
});

/**
 * ARNs, what a wildcard or a variable may make one, and API Gateway's own short form.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
function isTolerated(text: string, type: PolicyType): boolean {
  return isArnLike(text) || (type === 'resource' && text.startsWith('execute-api:'));
}

function isArnLike(text: string): boolean {
  if (text.startsWith('arn:')) return true;
  const [known = ''] = text.split(/[*?]|\$\{/, 1);
  return known !== text && 'arn:'.startsWith(known);
}

function arnMeant(text: string, statement: Statement): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '*') return trimmed;
  if (/^arn:/i.test(trimmed)) return `arn:${trimmed.slice(4)}`;
  if (/^aws(?:-[a-z-]+)?:.*:.*:.*:/.test(trimmed)) return `arn:${trimmed}`;
  const [, url] = /^s3:\/\/(.+)$/.exec(trimmed) ?? [];
  if (url !== undefined) return `arn:aws:s3:::${url}`;
  // A bucket, where the statement speaks of nothing but S3.
  return isOnlyS3(statement) && /^(?:[a-z0-9.-]|\$\{[^}]*\}){3,63}(?:\/.*)?$/.test(trimmed)
    ? `arn:aws:s3:::${trimmed}`
    : undefined;
}

function isOnlyS3({ actions }: Statement): boolean {
  const patterns = actions.flatMap((element) =>
    element.negated || element.isPartial ? [] : element.patterns,
  );
  return (
    patterns.length > 0 && patterns.every(({ value }) => parseAction(value)?.service.toLowerCase() === 's3')
  );
}
