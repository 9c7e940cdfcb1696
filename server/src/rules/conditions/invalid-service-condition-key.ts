// A key of a service that the service does not have, or of no service at all.
import { isStale } from '../../catalog/age';
import { keyProblem } from '../../catalog/keyProblem';
import { clausesOf } from '../../policy/clauses';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-service-condition-key',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_SERVICE_CONDITION_KEY',
  summary: 'A condition key does not exist in its service, or its prefix is of none.',
  why: 'No request carries such a key. What the condition comes to then hangs on its operator, not on what was meant.',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::reports",
      "Condition": { "StringEquals": { "s3:prefixes": "home/" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::reports",
      "Condition": { "StringEquals": { "s3:prefix": "home/" } }
    }
  ]
}`,
    },
  ],

  speaksOf: {
    clause: ({ lowerKey }, { catalog }) => keyProblem(catalog, lowerKey)?.kind.startsWith('service') === true,
  },

  *check(subject, { catalog, today }) {
    for (const clause of clausesOf(subject.statement)) {
      const { key, lowerKey } = clause;
      if (UNLISTED.test(lowerKey)) continue;
      const problem = keyProblem(catalog, key.value);
      if (problem?.kind !== 'service-key' && problem?.kind !== 'service') continue;
      const { meant, prefix } = problem;
      const owner = problem.kind === 'service' ? 'any service' : (catalog.service(prefix)?.name ?? prefix);
      yield {
        span: key.span,
        // AWS takes keys that it does not document; with nothing near it, this may be one of them.
        category: meant === undefined || isStale(catalog, today) ? 'warning' : 'error',
        message: `${key.value} is not a condition key of ${owner} in the AWS data of ${catalog.date}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
        fixes: () => useKey(subject, clause, meant),
      };
    }
  },
});

/**
 * What is in no list of keys: what AWS IoT knows of a thing or its certificate, in policies of its own, and how Lake
 * Formation came to a permission.
 * https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
 * https://docs.aws.amazon.com/lake-formation/latest/dg/hybrid-cross-account.html
 */
const UNLISTED = /^(?:iot:(?:connection\.thing|certificate)\.|glue:evaluatedbylakeformationtags$)/;
