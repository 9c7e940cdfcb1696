import rule from '../../../server/src/rules/privesc/data-exfiltration';
import { inPolicy, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'one bucket': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'one path of parameters': inPolicy(
      `    { "Effect": "Allow", "Action": "ssm:GetParameter*", "Resource": "arn:aws:ssm:*:*:parameter/app/*" }`,
    ),
    'secrets of a name': inPolicy(
      `    { "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "arn:aws:secretsmanager:*:*:secret:app-*" }`,
    ),
    'secrets with a tag': inPolicy(
      `    { "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "blue" } } }`,
    ),
    'a bucket that is known later': {
      language: 'terraform',
      text: inTerraform('      Action = "s3:GetObject"\n      Resource = "${aws_s3_bucket.b.arn}/*"'),
    },
    'a list of buckets': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*" }`,
    ),
  },
  flagged: {
    'every secret': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ data-exfiltration`),
      messages: [
        'secretsmanager:GetSecretValue on every resource lets all of them be read, also those that come later. Name the resources that are needed.',
      ],
    },
    'every object, said otherwise':
      inPolicy(`    { "Effect": "Allow", "Action": ["s3:ListBucket", "s3:Get*"], "Resource": "arn:aws:s3:::*" }
    #                                                ^^^^^^^^^ data-exfiltration`),
  },
});
