// An external ID that everybody gives: a wildcard for all of them, or a placeholder out of an example.
import { externalIdClauses, isPlaceholderId } from '../../policy/externalId';
import { takesWildcards } from '../../policy/operator';
import { defineRule } from '../rule';

export default defineRule({
  id: 'weak-external-id',
  group: 'trust',
  category: 'warning',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'An external ID is a wildcard or a placeholder.',
  why:
    'The external ID tells the customers of a third party apart, so that it cannot be talked into using the role of another one. ' +
    'A wildcard accepts the ID of every customer, and a placeholder is what others have left standing too.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "111122223333" },
      "Action": "sts:AssumeRole",
      "Condition": { "StringEquals": { "sts:ExternalId": "your-external-id" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "111122223333" },
      "Action": "sts:AssumeRole",
      "Condition": { "StringEquals": { "sts:ExternalId": "acme-reports-7f3a" } }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'condition'],

  *check({ statement }) {
    if (!statement.allows) return;
    for (const { compares, values } of externalIdClauses(statement)) {
      for (const { text, span } of values) {
        if (takesWildcards(compares.name) && /^[*?]+$/.test(text)) {
          yield {
            span,
            category: 'security',
            message:
              'This accepts every external ID, those of other customers included. Write the ID that the third party gave you.',
          };
        } else if (isPlaceholderId(text)) {
          yield {
            span,
            message: `${text} looks like a placeholder. Write the external ID that the third party gave you.`,
          };
        }
      }
    }
  },
});
