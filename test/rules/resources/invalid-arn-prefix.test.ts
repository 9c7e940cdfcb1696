import rule from '../../../server/src/rules/resources/invalid-arn-prefix';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'an ARN and everything': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::reports", "*"] }`,
    ),
    'what a wildcard may make an ARN': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["*:reports/*", "a*", "ar?:aws:s3:::reports"] }`,
    ),
    'what a variable may make an ARN': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["\${BucketArn}/*", "\${aws:PrincipalTag/arn}"] }`,
    ),
    "API Gateway's short form": inPolicy(
      `    { "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": ["execute-api:/*", "execute-api:/prod/GET/*"] }`,
    ),
    'an ARN known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": { "Fn::Join": ["/", [{ "Ref": "Bucket" }, "*"]] } }`,
      ),
    ),
    'what may become an ARN': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = ["\${var.arn}/*", "a\${var.arn}", "arn:\${var.rest}", "*\${var.x}"]`),
    },
  },
  flagged: {
    'a blank in front of everything': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": " *" }
    #                                                          ^^^^ invalid-arn-prefix`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }`)],
    },
    'a bucket': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "reports/*" }
    #                                                          ^^^^^^^^^^^ invalid-arn-prefix`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`),
      ],
      access: ['unknown'],
      messages: [
        'reports/* is not a resource: this must be an ARN, which begins with arn:, or "*". Did you mean arn:aws:s3:::reports/*?',
      ],
    },
    'a bucket as a URL': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "s3://reports/*" }
    #                                                          ^^^^^^^^^^^^^^^^ invalid-arn-prefix`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`),
      ],
    },
    'an ARN without its beginning': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ["*", "aws:sqs:eu-west-1:123456789012:orders"] }
    #                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-arn-prefix`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ["*", "arn:aws:sqs:eu-west-1:123456789012:orders"] }`,
        ),
      ],
    },
    'capitals and spaces': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": " ARN:aws:s3:::reports" }
    #                                                          ^^^^^^^^^^^^^^^^^^^^^^^ invalid-arn-prefix`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports" }`),
      ],
    },
    'the name of something else': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["sqs:SendMessage", "s3:GetObject"], "NotResource": "orders" }
    #                                                                                  ^^^^^^^^ invalid-arn-prefix`),
      fixed: [],
      messages: [
        'orders is not a resource: this must be an ARN, which begins with arn:, or "*". Write the whole ARN.',
      ],
    },
    'an empty string': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "" }
    #                                                          ^^ invalid-arn-prefix`),
      messages: [
        'An empty string is not a resource: this must be an ARN, which begins with arn:, or "*". Write the whole ARN.',
      ],
    },
    'the short form in an identity policy':
      inPolicy(`    { "Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "execute-api:/prod/*" }
    #                                                                ^^^^^^^^^^^^^^^^^^^^^ invalid-arn-prefix`),
    'a bucket with a hole in its name': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = "reports-\${var.env}/*"
      #          ^^^^^^^^^^^^^^^^^^^^^^ invalid-arn-prefix`),
      fixed: [
        inTerraform(`      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::reports-\${var.env}/*"`),
      ],
      messages: [
        'reports-${var.env}/* is not a resource: this must be an ARN, which begins with arn:, or "*". Did you mean arn:aws:s3:::reports-${var.env}/*?',
      ],
    },
  },
});
