// A blank or a quote at the end of a resource or around a principal. In front of a resource it is another rule's.
import { type PolicyText, principalTexts } from '../../policy/text';
import type { Statement } from '../../policy/types';
import { resourceTexts } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'arn-whitespace-or-quote',
  group: 'resources',
  category: 'warning',
  on: 'statement',
  summary: 'A resource ends, or a principal begins or ends, with a blank or a quote.',
  why:
    'ARNs are compared letter by letter, blanks and quotes included, so such a resource matches nothing that was meant. ' +
    'They come in with copied text and with line breaks in templates.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/* " }
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

  speaksOf: { resource: (text) => isArn(text) && WASTE.test(text), principal: (text) => WASTE.test(text) },

  *check({ statement, writer }) {
    for (const node of arnsOf(statement)) {
      const around = AROUND.exec(node.value)?.[1];
      if (around === undefined || around === node.value || around === '') continue;
      yield {
        span: spanOfWaste(node, around),
        message: `There is ${nameOf(node.value, around)} around ${around}, which belongs to it for AWS. Remove it.`,
        fixes: changeTo(writer, node, [around], 'unknown'),
      };
    }
  },
});

/** Where an ARN stands, or is meant to. */
function arnsOf(statement: Statement): readonly PolicyText[] {
  const resources = resourceTexts(statement).filter(({ value }) => isArn(value));
  if (statement.principals.length === 0) return resources;
  return [...resources, ...statement.principals.flatMap(principalTexts).map(({ node }) => node)];
}

function isArn(text: string): boolean {
  return /^(?:arn:|\*[^*])/.test(text);
}

const WASTE = /^[\s'"`]|[\s'"`]$/;

/** Typographic quotes are a matter of the characters that IAM takes. */
const AROUND = /^[\s'"`]*([\s\S]*?)[\s'"`]*$/;

function spanOfWaste(node: PolicyText, around: string) {
  const start = node.value.indexOf(around);
  const end = start + around.length;
  // A line break cannot be seen; what it stands behind can.
  if (node.value.slice(end).includes('\n')) return node.spanOf(start, end);
  return start > 0 ? node.spanOf(0, start) : node.spanOf(end, node.value.length);
}

function nameOf(text: string, around: string): string {
  const waste = text.replace(around, '');
  if (waste.includes('\n')) return 'a line break';
  return /^\s/.test(waste) ? 'a blank' : 'a quote';
}
