// Allow of all actions but some, on a condition on the tags of the resource.
import { clausesOf } from '../../policy/clauses';
import { demandsResourceTag } from '../resourceTags';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-notaction-with-unsupported-tag-condition-key-for-service',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  summary: 'Allow with NotAction has a condition on the tags of the resource.',
  why: 'Many actions work on resources without tags, or do not look at them: such actions are not allowed by this statement, whatever NotAction leaves out.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "NotAction": "iam:*",
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "ec2:StopInstances",
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'not-action'],

  *check({ statement }) {
    const element = statement.actions.find(({ negated }) => negated);
    if (!element) return;
    for (const clause of clausesOf(statement)) {
      if (!demandsResourceTag(clause)) continue;
      const { key } = clause;
      yield {
        span: key.span,
        message: `Many actions know no tags of a resource, and are not allowed by this statement. With ${key.value}, name the actions in Action instead of NotAction.`,
        related: [{ span: element.property.key.span, message: 'All actions but these.' }],
      };
    }
  },
});
