import rule from '../../../server/src/rules/variables/variable-multivalued';
import { inPolicy, inTerraform, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'keys with one value': withCondition(
      `      "StringLike": { "s3:prefix": ["\${aws:username}/*", "\${aws:PrincipalTag/team}", "\${aws:PrincipalOrgID}", "\${s3:prefix}"] }`,
    ),
    'a key with several, compared': withCondition(
      `      "ForAnyValue:StringEquals": { "aws:TagKeys": ["\${aws:PrincipalTag/key}"] }`,
    ),
    'what no key is': withCondition(`      "StringLike": { "s3:prefix": "\${aws:TagKey}\${TagKeys}\${*}" }`),
    'another version, in which it is plain text': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/\${aws:TagKeys}" }`,
    ).replace('2012', '2008'),
  },
  flagged: {
    'global keys': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::a/\${aws:tagkeys}", "arn:aws:s3:::\${aws:CalledVia, 'none'}"] }
    #                                                                           ^^^^^^^^^^^^^^ variable-multivalued
    #                                                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^ variable-multivalued`),
      fixed: [],
      messages: [
        'aws:tagkeys can have several values in a request, and AWS takes no such key for a variable. Use a key with one value.',
        'aws:CalledVia can have several values in a request, and AWS takes no such key for a variable. Use a key with one value.',
      ],
    },
    'the key of a service':
      withCondition(`      "StringEquals": { "aws:PrincipalTag/a": "\${dynamodb:LeadingKeys}" }
      #                                        ^^^^^^^^^^^^^^^^^^^^^^^ variable-multivalued`),
    'beside a hole': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:Get*"
      Resource = "arn:aws:s3:::\${var.bucket}/$\${aws:PrincipalOrgPaths}/*"
      #                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ variable-multivalued`),
    },
  },
});
