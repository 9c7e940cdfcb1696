// Values of a condition key that another value in the same list covers. Bounds of numbers: redundant-condition-value-num.
import { clausesOf } from '../../policy/clauses';
import { comparesValues, redundantValues } from '../../policy/valueCover';
import { redundantReports } from '../redundant';
import { defineRule } from '../rule';

export default defineRule({
  id: 'redundant-condition-value',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  summary: 'A condition key is compared with values that another value of the list covers.',
  why: 'One value that matches is enough, so the widest of them decides. The others change nothing, and make the condition look stricter than it is.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": {
        "ArnLike": { "aws:PrincipalArn": ["arn:aws:iam::*:role/*", "arn:aws:iam::*:role/reader"] }
      }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": {
        "ArnLike": { "aws:PrincipalArn": ["arn:aws:iam::*:role/reader"] }
      }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: comparesValues },
  when: ({ statement }) => clausesOf(statement).some((clause) => redundantValues(clause) !== undefined),

  *check({ statement, writer }) {
    for (const clause of clausesOf(statement)) {
      const redundancy = redundantValues(clause);
      if (redundancy) yield* redundantReports(redundancy, writer, 'values');
    }
  },
});
