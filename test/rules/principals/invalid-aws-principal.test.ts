import rule from '../../../server/src/rules/principals/invalid-aws-principal';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const trust = (principal: string) =>
  inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": ${principal} }, "Action": "sts:AssumeRole" }`);

ruleSpec(rule, {
  clean: {
    'all that may be there': trust(`[
      "*", "123456789012", "arn:aws:iam::123456789012:root", "arn:aws:iam::123456789012:user/path/anna",
      "arn:aws-cn:iam::123456789012:role/group/x", "arn:aws:sts::123456789012:assumed-role/a/b", "AROADPPEZS35WEXAMPLE",
      "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1", "arn:aws:sts::123456789012:federated-user/x"
    ]`),
    'wildcards, variables and placeholders': trust(
      '["arn:aws:iam::*:group/x", "arn:aws:iam::${aws:PrincipalAccount}:root", "<ACCOUNT>", "ACCOUNT-ID", ""]',
    ),
    'put together': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      trust('{ "Fn::Sub": "arn:aws:iam::${Account}:root" }'),
    ),
    'under other keys': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
    ),
  },
  flagged: {
    'what cannot call': {
      text: trust(`[
      "arn:aws:iam::123456789012:group/devs",
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-aws-principal
      "arn:aws:lambda:eu-west-1:123456789012:function:x",
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-aws-principal
      "12345678901",
#     ^^^^^^^^^^^^^ invalid-aws-principal
      "arn:aws:iam::1234567890123:root",
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-aws-principal
      "ec2.amazonaws.com"
#     ^^^^^^^^^^^^^^^^^^^ invalid-aws-principal
    ]`),
      messages: [
        'arn:aws:iam::123456789012:group/devs is a group and cannot be a principal. Name a role, or the account.',
        'arn:aws:lambda:eu-west-1:123456789012:function:x is a resource of lambda and cannot be a principal. Name the role that it uses.',
        'The number of an account has 12 digits, and this one has 11. Leading zeros count.',
        'The number of an account has 12 digits, and this one has 13. Leading zeros count.',
        'ec2.amazonaws.com belongs under the key Service.',
      ],
    },
    'a service': {
      text: trust(`[
      "ec2.amazonaws.com"
#     ^^^^^^^^^^^^^^^^^^^ invalid-aws-principal
    ]`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Principal": { "Service": [
      "ec2.amazonaws.com"
    ] }, "Action": "sts:AssumeRole" }`),
      ],
    },
    'what a service calls for': {
      text: trust(`[
      "arn:aws:sns:eu-west-1:123456789012:orders"
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-aws-principal
    ]`),
      fixed: [],
      messages: [
        'arn:aws:sns:eu-west-1:123456789012:orders is a resource of sns and cannot be a principal. Name sns.amazonaws.com under the key Service, and compare aws:SourceArn with this in a condition.',
      ],
    },
    'an ARN of another form': {
      text: trust(`[
      "arn:aws:iam::123456789012:role",
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-aws-principal
      "arn:aws:iam::123456789012:root/",
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-aws-principal
      "arn:aws:iam::123456789012:role:x"
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-aws-principal
    ]`),
    },
    'in a resource policy': inTemplate(
      'AWS::S3::BucketPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Deny", "NotPrincipal": { "AWS":
      "arn:aws:iam::123456789012:instance-profile/web"
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-aws-principal
    }, "Action": "s3:*", "Resource": "arn:aws:s3:::a/*" }`),
    ),
  },
});
