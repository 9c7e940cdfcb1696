// An Allow of all actions but some, on all resources. Where iam:PassRole is not among those left out, the rules about it
// say so.
import { globMatches } from '../../base/glob';
import { isEveryResource } from '../../policy/resource';
import { textsOf } from '../../policy/text';
import { isPlainAllow } from '../onAllResources';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-with-not-action',
  group: 'breadth',
  category: 'warning',
  on: 'statement',
  appliesTo: ['identity'],
  summary: 'An identity policy allows all actions but those that it names, on all resources.',
  why:
    'NotAction in an Allow gives every action of every service that is not listed, also of services that AWS adds later. ' +
    'Few who write it mean all of that. In a Deny it is fine.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "NotAction": ["iam:*", "organizations:*"], "Resource": "*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "NotAction": "s3:DeleteBucket", "Resource": "arn:aws:s3:::*" }]
}`,
    },
  ],

  needs: ['allows', 'not-action'],

  *check({ statement }) {
    if (!isPlainAllow(statement) || !statement.resources.some(isEveryResource)) return;
    const element = statement.actions.find(({ negated }) => negated);
    const texts = element && !element.isPartial ? textsOf(element) : [];
    const leavesPassRoleOut = texts.some(({ value }) => globMatches(value, 'iam:PassRole', true));
    if (!element || !leavesPassRoleOut || texts.some(({ value }) => /^\*+$/.test(value))) return;
    yield {
      span: element.property.key.span,
      message:
        'This allows every action that is not listed, also of services that come later. ' +
        'Write out the actions that are needed, or allow them with Action and deny the rest.',
    };
  },
});
