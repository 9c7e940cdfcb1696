import rule from '../../../server/src/rules/variables/missing-quote-in-variable';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    variables: inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/*", "Condition": { "StringLike": { "aws:PrincipalTag/a": "\${aws:PrincipalTag/b, 'none'}" } } }`,
    ),
    'signs that are written out': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${*}\${?}\${$}" }`,
    ),
  },
  flagged: {
    'no quotes': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:PrincipalTag/team, none}/*" }
    #                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-quote-in-variable`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:PrincipalTag/team, 'none'}/*" }`,
        ),
      ],
      access: ['unknown'],
      messages: ["The default of this variable must stand in single quotes: 'none'."],
    },
    'one quote': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/a": "\${aws:PrincipalTag/b,'x}" } } }
    #                                                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ missing-quote-in-variable`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/a": "\${aws:PrincipalTag/b, 'x'}" } } }`,
        ),
      ],
    },
  },
});
