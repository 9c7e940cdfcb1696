import rule from '../../../server/src/rules/variables/unsupported-space-in-variable';
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
    'what a program fills in': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::\${ bucket }/*" }`,
    ),
  },
  flagged: {
    'around the name': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${ aws:username }/*" }
    #                                                                             ^^^^^^^^^^^^^^^^^ unsupported-space-in-variable`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/*" }`,
        ),
      ],
      access: ['unknown'],
      messages: ['The name of a policy variable has no blanks. Remove them.'],
    },
    'before a comma': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:PrincipalTag/team , 'a b'}/*" }
    #                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-space-in-variable`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:PrincipalTag/team, 'a b'}/*" }`,
        ),
      ],
    },
    'in the key of a tag': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/a": "\${aws:PrincipalTag/cost center}" } } }
    #                                                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-space-in-variable`),
      fixed: [],
    },
  },
});
