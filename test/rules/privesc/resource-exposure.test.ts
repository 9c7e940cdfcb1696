import rule from '../../../server/src/rules/privesc/resource-exposure';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'one bucket': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:PutBucketPolicy", "Resource": "arn:aws:s3:::reports" }`,
    ),
    'functions of a name': inPolicy(
      `    { "Effect": "Allow", "Action": "lambda:AddPermission", "Resource": "arn:aws:lambda:*:*:function:app-*" }`,
    ),
    'grants for services': inPolicy(
      `    { "Effect": "Allow", "Action": "kms:CreateGrant", "Resource": "*", "Condition": { "Bool": { "kms:GrantIsForAWSResource": "true" } } }`,
    ),
    'taking back': inPolicy(`    { "Effect": "Allow", "Action": "s3:DeleteBucketPolicy", "Resource": "*" }`),
  },
  flagged: {
    'every bucket': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["s3:GetBucketPolicy", "s3:PutBucketPolicy"], "Resource": "arn:aws:s3:::*" }
    #                                                     ^^^^^^^^^^^^^^^^^^^^ resource-exposure`),
      messages: [
        's3:PutBucketPolicy on every resource lets any of them be opened to others. Name the resources that are needed.',
      ],
    },
    'by a part of the name': inPolicy(`    { "Effect": "Allow", "Action": "kms:Put*", "Resource": "*" }
    #                              ^^^^^^^^^^ resource-exposure`),
  },
});
