import rule from '../../../server/src/rules/variables/empty-variable';
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
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${}/*" }
    #                                                                             ^^^ empty-variable`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home//*" }`),
      ],
      access: ['unknown'],
      messages: ['This policy variable is empty. Name a key in it, such as aws:username, or remove it.'],
    },
    'in a condition': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "a/\${ }" } } }
    #                                                                                                              ^^^^ empty-variable`),
    },
  },
});
