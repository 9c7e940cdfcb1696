// A policy variable in the wrong place of aws:userid.
import { clausesOf } from '../../policy/clauses';
import { userIdLeft, widens } from '../../policy/sensitiveKeys';
import { defineRule } from '../rule';

export default defineRule({
  id: 'variable-usage-too-permissive',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'VARIABLE_USAGE_TOO_PERMISSIVE',
  summary: 'A policy variable stands before the colon of aws:userid, with other text.',
  why:
    'What fills the variable can be chosen so that the value matches the IDs of strangers. It may stand behind the colon, or alone before it. ' +
    'AWS also asks six characters before a variable of keys that it does not list; these are not reported, nor are variables in keys such as aws:ResourceAccount, which AWS takes.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-userid',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringLike": { "aws:userid": "AROA\${aws:PrincipalTag/id}:anna" } }
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
      "Condition": { "StringLike": { "aws:userid": "AROAEXAMPLEID:\${aws:PrincipalTag/name}" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => lowerKey === 'aws:userid' },

  *check({ statement }) {
    for (const clause of clausesOf(statement)) {
      if (clause.lowerKey !== 'aws:userid' || clause.family !== 'String' || !widens(statement, clause))
        continue;
      for (const { text, span } of clause.values) {
        const left = userIdLeft(text);
        if (left === undefined || !/\$\{[^}*?$]/.test(left) || /^\$\{[^}]*\}$/.test(left)) continue;
        yield {
          span,
          message: `In ${text} the variable can come to match IDs of strangers. In aws:userid it may stand behind the colon, or alone before it.`,
        };
      }
    }
  },
});
