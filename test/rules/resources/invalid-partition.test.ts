import rule from '../../../server/src/rules/resources/invalid-partition';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'partitions that there are': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::a", "arn:aws-cn:s3:::a", "arn:aws-us-gov:s3:::a", "arn:aws-eusc:s3:::a"] }`,
    ),
    wildcards: inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:*:s3:::a", "arn:aws*:s3:::a", "arn:aws-??:s3:::a"] }`,
    ),
    variables: inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:\${AWS::Partition}:s3:::a" }`,
    ),
    'too few fields': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws-gov:s3" }`,
    ),
    'an ARN known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": { "Fn::Sub": "arn:\${AWS::Partition}:s3:::a" } }`,
      ),
    ),
    'what a hole may bring': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = ["arn:aws\${var.p}:s3:::a", "\${var.arn}:aws-gov:s3:::a", "arn:\${var.p}:aws-gov:s3:::a"]`),
    },
  },
  flagged: {
    'GovCloud by another name': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws-gov:s3:::a" }
    #                                                               ^^^^^^^ invalid-partition`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws-us-gov:s3:::a" }`),
      ],
      access: ['unknown'],
      messages: ['aws-gov is not a partition of AWS, so nothing matches. Did you mean aws-us-gov?'],
    },
    'a part of the world': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws-us:s3:::a" }
    #                                                               ^^^^^^ invalid-partition`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a" }`)],
    },
    'China by another name': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws-china:s3:::a" }
    #                                                               ^^^^^^^^^ invalid-partition`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws-cn:s3:::a" }`),
      ],
    },
    capitals: {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["*", "arn:AWS:s3:::a"] }
    #                                                                     ^^^ invalid-partition`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["*", "arn:aws:s3:::a"] }`),
      ],
    },
    none: {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn::s3:::a" }
    #                                                          ^^^^^^^^^^^^^ invalid-partition`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a" }`)],
      messages: ['The partition of this ARN is empty, so nothing matches. Did you mean aws?'],
    },
    'nothing near': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:production:s3:::a" }
    #                                                               ^^^^^^^^^^ invalid-partition`),
      fixed: [],
      messages: [
        'production is not a partition of AWS in the data of 2026-09-26. Use aws, aws-cn, aws-us-gov or another that exists.',
      ],
    },
    'in a string with escapes': `{
  "UserName": "anna",
  "PolicyName": "p",
  "PolicyDocument": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:*\\",\\"Resource\\":\\"arn:aws-gov:s3:::a\\"}]}"
    #                                                                                                                        ^^^^^^^ invalid-partition
}`,
    'beside a hole': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = "arn:aws-gov:s3:::\${var.b}/*"
      #               ^^^^^^^ invalid-partition`),
      fixed: [
        inTerraform(`      Action = "s3:GetObject"
      Resource = "arn:aws-us-gov:s3:::\${var.b}/*"`),
      ],
    },
    'before the hole, however many fields it brings': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = "arn:AWS:\${var.rest}"
      #               ^^^ invalid-partition`),
    },
    'looked up elsewhere, so that no fix is at hand': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = "arn:\${"awz"}:s3:::\${var.b}/*"
      #               ^^^^^^^^ invalid-partition`),
      fixed: [],
    },
  },
});
