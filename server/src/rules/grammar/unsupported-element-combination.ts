// An element and its opposite in one statement: Action with NotAction, and so on.
import { isCertain } from '../../policy/presence';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unsupported-element-combination',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'UNSUPPORTED_ELEMENT_COMBINATION',
  summary: 'A statement has both an element and its opposite, such as Action and NotAction.',
  why: 'A statement names either what it is for or what it is not for. AWS refuses both at once.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Action": "s3:*", "NotAction": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "NotAction": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
    },
  ],

  needs: ['odd'],
  when: ({ statement }) =>
    Math.max(statement.actions.length, statement.resources.length, statement.principals.length) > 1,

  *check({ statement, writer }) {
    for (const elements of pairedElements(statement)) {
      const [first] = elements;
      const second = elements.find((each) => each.negated !== first?.negated);
      if (!first || !second) continue;
      yield {
        span: second.property.key.span,
        message: `${first.name} and ${second.name} cannot stand in one statement. Remove one of them, or make two statements.`,
        related: [{ span: first.property.key.span, message: `${first.name} is here.` }],
        fixes: () =>
          [second, first].map((each) => ({
            title: `Remove ${each.name}`,
            edits: [writer.removeProperty(statement.node, each.property)],
            access: 'unknown',
          })),
      };
    }
  },
});

/** The elements that exclude each other, those left out that may come to nothing. */
function pairedElements({ actions, resources, principals }: Statement) {
  return [actions, resources, principals].map((elements) =>
    elements.filter(({ property }) => isCertain(property)),
  );
}
