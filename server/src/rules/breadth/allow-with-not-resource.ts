// An Allow for all resources but some. Where it gives iam:PassRole, the rules about that say so.
import { globMatches } from '../../base/glob';
import { parseArn } from '../../policy/arn';
import { textsOf } from '../../policy/text';
import type { PatternElement } from '../../policy/types';
import { isPlainAllow } from '../onAllResources';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-with-not-resource',
  group: 'breadth',
  category: 'warning',
  on: 'statement',
  appliesTo: ['identity'],
  summary: 'An identity policy allows actions on all resources but those that it names.',
  why:
    'NotResource in an Allow gives access to every resource that is not listed, those of other accounts and those that ' +
    'come later included. To keep some resources out, deny them and allow what is needed by name.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::payroll/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"] },
    { "Effect": "Deny", "Action": "s3:*", "NotResource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"] }
  ]
}`,
    },
  ],

  needs: ['allows', 'not-resource'],

  *check({ statement }) {
    const element = statement.resources.find(({ negated }) => negated);
    if (!element || !isPlainAllow(statement) || statement.actions.some(givesPassRole)) return;
    const listed = textsOf(element);
    if (listed.length === 0 || listed.some(({ value }) => /^\*+$/.test(value))) return;
    yield {
      span: element.property.key.span,
      message:
        'This gives access to every resource that is not listed, also to those that come later. ' +
        'Name the resources that are needed in Resource.',
      ...(listed.every(({ value }) => isWholeType(value)) ? { category: 'suggestion' as const } : {}),
    };
  },
});

/** All of a type left out is how AWS itself says what an action may make its things of: `vpc-endpoint/*`. */
function isWholeType(text: string): boolean {
  const arn = parseArn(text);
  return arn !== undefined && arn.service.text !== 's3' && /^[\w-]+[/:]\*$/.test(arn.resource.text);
}

function givesPassRole(element: PatternElement): boolean {
  const isNamed = textsOf(element).some(({ value }) => globMatches(value, 'iam:PassRole', true));
  return isNamed !== element.negated;
}
