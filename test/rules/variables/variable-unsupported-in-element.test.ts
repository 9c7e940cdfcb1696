import rule from '../../../server/src/rules/variables/variable-unsupported-in-element';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'where they belong': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/*", "Condition": { "StringEquals": { "aws:PrincipalTag/a": "\${aws:PrincipalTag/b}" } } }`,
    ),
    'what a program fills in': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::\${account}:root" }, "Action": "s3:\${action}", "Resource": "*" }`,
    ),
  },
  flagged: {
    'an action': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["s3:GetObject", "s3:\${aws:PrincipalTag/right}"], "Resource": "*" }
    #                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ variable-unsupported-in-element`),
      messages: [
        'AWS puts no values in place of variables in Action, only in Resource and Condition. Write the value out.',
      ],
    },
    'a principal': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:user/\${aws:username}" }, "Action": "s3:GetObject", "Resource": "*" }
    #                                                                          ^^^^^^^^^^^^^^^ variable-unsupported-in-element`),
    },
  },
});
