// An external ID that no caller can give. Wildcards in the wrong place are wildcard-without-like-operator's business.
import { externalIdClauses, externalIdFault, isPlaceholderId } from '../../policy/externalId';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-external-id',
  group: 'trust',
  category: 'error',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'An external ID cannot be given, since it has the wrong length or characters.',
  why: 'AssumeRole takes external IDs of 2 to 1,224 letters, digits and the characters _ + = , . @ : / and -. With any other nobody can assume the role.',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "111122223333" },
      "Action": "sts:AssumeRole",
      "Condition": { "StringEquals": { "sts:ExternalId": "acme reports #7" } }
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

  needs: ['condition'],

  *check({ statement }) {
    for (const { values } of externalIdClauses(statement)) {
      for (const { text, span } of values) {
        const fault = externalIdFault(text);
        if (!fault || isPlaceholderId(text)) continue;
        yield {
          span,
          message:
            fault === 'length'
              ? 'An external ID has 2 to 1,224 characters, so nobody can give this one.'
              : `Nobody can give this external ID: besides letters and digits it may only have _ + = , . @ : / and -.`,
          ...(values.length > 1 ? { category: 'warning' as const } : {}),
        };
      }
    }
  },
});
