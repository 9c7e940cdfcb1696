// An ARN with fewer than six fields. What the fields hold is for other rules to say.
import { type ArnField, arnFields, parseArn } from '../../policy/arn';
import { type PolicyText, withHoles } from '../../policy/text';
import type { PolicyType } from '../../policy/types';
import { resourceTexts } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-arn-field',
  group: 'resources',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'MISSING_ARN_FIELD',
  summary: 'The ARN of a resource has fewer than six fields.',
  why:
    'An ARN is `arn:partition:service:region:account:resource`; fields may be empty, their colons may not be left out. ' +
    'In identity policies IAM puts `*` for the fields that are missing at the end, which is rarely what was meant: ' +
    'the fields that are there may be in the wrong places. Other policies are refused.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  speaksOf: { resource: (text) => /^arn(?::|$)/.test(text) && !parseArn(text) },

  *check({ statement, type, writer }) {
    for (const node of resourceTexts(statement).filter(isShort)) {
      const fields = arnFields(node.value);
      const completed = isCompleted(type) ? [...texts(fields), ...missing(fields)].join(':') : undefined;
      const meant = arnMeant(texts(fields));
      yield {
        span: node.span,
        category: completed === undefined && !isOfAllLogs(node.value) ? 'error' : 'warning',
        message:
          `This ARN has ${fields.length} of the 6 fields of arn:partition:service:region:account:resource. ` +
          (completed === undefined ? adviceOf(meant) : `IAM reads it as ${completed}. ${adviceOf(meant)}`),
        fixes: changeTo(writer, node, [meant, completed], 'unknown'),
      };
    }
  },
});

/** A field that a variable stands in may come to be several. */
function isShort(node: PolicyText): boolean {
  if (!/^arn(?::|$)/.test(node.value) || parseArn(node.value)) return false;
  const areWords = node.kind === 'string' || node.holes.every(({ isWord }) => isWord);
  return areWords && !withHoles(node, () => '').includes('${');
}

/** Policies of IAM itself in which missing fields are filled up. */
function isCompleted(type: PolicyType): boolean {
  return type === 'identity' || type === 'boundary';
}

/** CloudWatch Logs takes such a policy, as Terraform's provider does in its examples and tests. */
function isOfAllLogs(arn: string): boolean {
  return /^arn:[^:]*:logs:\*$/.test(arn);
}

function texts(fields: readonly ArnField[]): readonly string[] {
  return fields.map(({ text }) => text);
}

function missing(fields: readonly ArnField[]): readonly string[] {
  return Array.from({ length: 6 - fields.length }, () => '*');
}

/** Buckets have neither Region nor account, IAM's resources no Region: their colons are the ones that get lost. */
function arnMeant([arn, partition, service, ...rest]: readonly string[]): string | undefined {
  const start = `${arn}:${partition}:${service}`;
  const last = rest.at(-1);
  if (!last) return undefined;
  if (service === 's3' && rest.slice(0, -1).every((field) => field === '')) return `${start}:::${last}`;
  const [account] = rest;
  return service === 'iam' && rest.length === 2 && account && /^\d{12}$/.test(account)
    ? `${start}::${account}:${last}`
    : undefined;
}

function adviceOf(meant: string | undefined): string {
  return meant === undefined ? 'Write all fields.' : `Did you mean ${meant}?`;
}
