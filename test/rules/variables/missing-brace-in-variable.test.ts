import rule from '../../../server/src/rules/variables/missing-brace-in-variable';
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
    'in a resource': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username/*" }
    #                                                                             ^^^^^^^^^^^^^^^^ missing-brace-in-variable`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/*" }`,
        ),
      ],
      access: ['unknown'],
      messages: ['This policy variable lacks its closing brace. Write } behind its name.'],
    },
    'a tag, before another variable': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:PrincipalTag/team/\${aws:username}" }
    #                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^ missing-brace-in-variable`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:PrincipalTag/team}/\${aws:username}" }`,
        ),
      ],
    },
    'in a condition': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "s3:prefix": "\${" } } }
    #                                                                                                              ^^ missing-brace-in-variable`),
      fixed: [],
    },
  },
});
