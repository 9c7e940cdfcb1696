import rule from '../../../server/src/rules/principals/principal-wildcard';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'named principals': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'everyone in a trust policy, which IAM refuses': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" }`),
      type: 'trust',
    },
    'an organization that may assume a role': {
      text: inPolicy(
        `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }`,
      ),
      type: 'trust',
    },
    'everyone denied': inPolicy(
      `    { "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'an endpoint policy': {
      text: inPolicy(
        `    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
      ),
      type: 'endpoint',
    },
    'the organization': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }`,
    ),
    'a path in the organization': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/*"] } } }`,
    ),
    'an account': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalAccount": ["123456789012", "210987654321"] } } }`,
    ),
    'an account, asked of KMS': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "kms:CallerAccount": "123456789012", "kms:ViaService": "ec2.eu-west-1.amazonaws.com" } } }`,
    ),
    'roles of an account': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/app-*" } } }`,
    ),
    'a topic of an account': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:123456789012:*" } } }`,
    ),
    'a bucket': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:*:*:reports" } } }`,
    ),
    'a VPC endpoint': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "AWS:SourceVpce": "vpce-1a2b3c4d" } } }`,
    ),
    'a network': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "IpAddress": { "aws:SourceIp": ["198.51.100.0/24", "203.0.113.7", "2001:db8::/32"] } } }`,
    ),
    'a role by its id': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLike": { "aws:userid": "AROAIOSFODNN7EXAMPLE:*" } } }`,
    ),
    'a mount target': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "Bool": { "elasticfilesystem:AccessedViaMountTarget": "true" } } }`,
    ),
    'a key of a service that may tell': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "vpc-lattice-svcs:SourceVpc": "vpc-1a2b3c4d" } } }`,
    ),
    "the resource's own account": inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:ResourceAccount": "\${aws:PrincipalAccount}" } } }`,
    ),
    "the resource's own organization": inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "\${aws:ResourceOrgID}" } } }`,
    ),
    'a value that never matches': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-*" } } }`,
    ),
    'an operator that nobody knows': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEqual": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }`,
    ),
    'two conditions, one of which pins': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "Bool": { "aws:SecureTransport": "true" }, "StringEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } } }`,
    ),
    'others turned away by network':
      inPolicy(`    { "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*" },
    { "Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*", "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } } }`),
    'others turned away by endpoint':
      inPolicy(`    { "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*" },
    { "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:SourceVpce": "vpce-1a2b3c4d" } } }`),
    'a value known only later': inTemplate(
      'AWS::S3::BucketPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": { "Ref": "Org" } } } }`,
      ),
    ),
    'a condition known only later': inTemplate(
      'AWS::S3::BucketPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "Fn::If": ["Open", { "Ref": "AWS::NoValue" }, { "StringEquals": { "aws:SourceVpc": "vpc-1" } }] } }`,
      ),
    ),
    'a condition still being typed': inPolicy(
      `    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals":  } }`,
    ),
    'a value set at deployment': {
      language: 'terraform',
      text: `resource "aws_s3_bucket_policy" "b" {
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*"
      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::a/*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-\${var.org}" } }
    }]
  })
}`,
    },
    'an account, a network or a bucket set at deployment': {
      language: 'terraform',
      text: `resource "aws_s3_bucket_policy" "b" {
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*"
      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::a/*"
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:sns:*:\${var.account}:*" } }
    }]
  })
}`,
    },
    'a network set at deployment': {
      language: 'terraform',
      text: `resource "aws_s3_bucket_policy" "b" {
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*"
      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::a/*"
      Condition = { IpAddress = { "aws:SourceIp" = ["\${var.ip}/32", "10.0.0.0/\${var.bits}"] } }
    }]
  })
}`,
    },
    'fields that a hole may bring': {
      language: 'terraform',
      text: `resource "aws_s3_bucket_policy" "b" {
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*"
      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::a/*"
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:sns:\${var.rest}:*:*" } }
    }]
  })
}`,
    },
    'a value set at deployment beside a variable': {
      language: 'terraform',
      text: `resource "aws_s3_bucket_policy" "b" {
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*"
      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::a/*"
      Condition = { StringEquals = { "aws:PrincipalArn" = "arn:aws:iam::\${var.account}:user/$\${aws:username}" } }
    }]
  })
}`,
    },
  },
  flagged: {
    'everyone who may assume a role': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole" }
    #                                          ^^^ principal-wildcard`),
      type: 'trust',
    },
    'everyone who knows an external ID': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "7f3a" } } }
    #                                          ^^^ principal-wildcard`),
      type: 'trust',
      messages: [
        'Everyone gets this access: sts:ExternalId does not tell who calls. Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'no condition': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
    #                                 ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: no condition says who may call. Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'in an object':
      inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
    #                                          ^^^ principal-wildcard`),
    'in a list':
      inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": ["123456789012", "*"] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
    #                                                           ^^^ principal-wildcard`),
    'an empty condition':
      inPolicy(`    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": {} }
    #                                 ^^^ principal-wildcard`),
    'a weak key': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLike": { "aws:Referer": "https://example.com/*" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: aws:Referer does not tell who calls. Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'encryption on the way': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: aws:SecureTransport does not tell who calls. Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'a tag, which anybody can have': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalTag/team": "reports" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: aws:PrincipalTag/team does not tell who calls. Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'addresses inside any VPC': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: aws:VpcSourceIp does not tell who calls. Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'every address': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/0"] } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: aws:SourceIp does not say who may call with the value "0.0.0.0/0". Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'any organization': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLike": { "aws:PrincipalOrgID": "o-*" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: aws:PrincipalOrgID does not say who may call with the value "o-*". Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'a role of any account': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/app" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: aws:PrincipalArn does not say who may call with the value "arn:aws:iam::*:role/app". Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    "the caller's own account": {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalAccount": "\${aws:PrincipalAccount}" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        `Everyone gets this access: aws:PrincipalAccount does not say who may call with the value "\${aws:PrincipalAccount}". Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.`,
      ],
    },
    'requests without the key too': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEqualsIfExists": { "aws:SourceVpce": "vpce-1a2b3c4d" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: StringEqualsIfExists on aws:SourceVpce lets other callers through. Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'all values of none': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: ForAllValues:StringEquals on aws:PrincipalOrgID lets other callers through. Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'all but one': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringNotEquals": { "aws:PrincipalAccount": "123456789012" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: StringNotEquals on aws:PrincipalAccount lets other callers through. Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'all but a network': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: NotIpAddress on aws:SourceIp lets other callers through. Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'any who have the key': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "Null": { "aws:PrincipalOrgID": "false" } } }
    #                                          ^^^ principal-wildcard`),
      messages: [
        'Everyone gets this access: Null on aws:PrincipalOrgID lets other callers through. Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
      ],
    },
    'a Deny that leaves the action':
      inPolicy(`    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" },
    #                                 ^^^ principal-wildcard
    { "Effect": "Deny", "Principal": "*", "Action": "s3:Put*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } } }`),
    'a Deny of something else':
      inPolicy(`    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" },
    #                                 ^^^ principal-wildcard
    { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } }`),
    'a queue in a template': inTemplate(
      'AWS::SQS::QueuePolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": { "Fn::GetAtt": ["Queue", "Arn"] } }
    #                                 ^^^ principal-wildcard`),
    ),
    'every network': {
      language: 'terraform',
      text: `resource "aws_s3_bucket_policy" "b" {
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*"
      #           ^^^ principal-wildcard
      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::a/*"
      Condition = { IpAddress = { "aws:SourceIp" = ["\${var.ip}/0"] } }
    }]
  })
}`,
    },
    'any account, whatever the partition': {
      language: 'terraform',
      text: `resource "aws_s3_bucket_policy" "b" {
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*"
      #           ^^^ principal-wildcard
      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::a/*"
      Condition = { ArnLike = { "aws:SourceArn" = "arn:\${"aws"}:sns:*:*:\${"*"}" } }
    }]
  })
}`,
    },
  },
});
