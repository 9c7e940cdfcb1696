import rule from '../../../server/src/rules/principals/foreign-account';
import { inPolicy } from '../../support/policies';
import { type DescribedText, ruleSpec } from '../../support/ruleSpec';

const own = (text: string, others: Omit<DescribedText, 'text' | 'accounts'> = {}): DescribedText => ({
  text,
  accounts: ['111122223333', '000000000001'],
  ...others,
});

const assuming = (principal: string, effect = 'Allow') =>
  inPolicy(`    { "Effect": "${effect}", "Principal": ${principal}, "Action": "sts:AssumeRole" }`);
const reading = (principal: string) =>
  inPolicy(
    `    { "Effect": "Allow", "Principal": ${principal}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
  );

ruleSpec(rule, {
  clean: {
    'any account, without a list': assuming('{ "AWS": ["999988887777", "arn:aws:iam::999988887777:root"] }'),
    'accounts of the list': own(
      reading(
        '{ "AWS": ["111122223333", "arn:aws:iam::000000000001:role/build", "arn:aws-cn:sts::111122223333:assumed-role/a/b"] }',
      ),
    ),
    'a Deny, and who is left out': own(
      inPolicy(`    { "Effect": "Deny", "Principal": { "AWS": "999988887777" }, "Action": "s3:*", "Resource": "arn:aws:s3:::reports/*" },
    { "Effect": "Deny", "NotPrincipal": { "AWS": "arn:aws:iam::999988887777:root" }, "Action": "s3:*", "Resource": "arn:aws:s3:::reports/*" }`),
    ),
    'everyone, services, and who names no account': own(
      reading(
        '{ "AWS": ["*", "AROAEXAMPLEID12345678", "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"], "Service": "s3.amazonaws.com", "CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" }',
      ),
    ),
    'an identity provider': own(
      inPolicy(
        '    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::999988887777:saml-provider/acme" }, "Action": "sts:AssumeRoleWithSAML" }',
      ),
    ),
    'accounts from which AWS writes into buckets': own(
      reading(
        '{ "AWS": ["arn:aws:iam::127311923021:root", "arn:aws:iam::193672423079:user/logs", "086441151436", "arn:aws:iam::386209384616:root"] }',
      ),
    ),
    'what is known later': own(
      `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = ["arn:aws:iam::\${var.account}:root", var.other] }, Action = "sts:AssumeRole" }]
  })
}`,
      { language: 'terraform' },
    ),
    'an endpoint, which others may pass through': own(reading('{ "AWS": "999988887777" }'), {
      type: 'endpoint',
    }),
  },
  flagged: {
    'in a trust policy': own(
      `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": ["111122223333", "999988887777"] }, "Action": "sts:AssumeRole" },
    #                                                           ^^^^^^^^^^^^^^ foreign-account
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::464622532012:role/x" }, "Action": "sts:AssumeRole" }
    #                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ foreign-account
  ]
}`,
      {
        fixed: [],
        messages: [
          'Account 999988887777 is none of the accounts in .leastwise.json, and may assume this role. Remove it, or add it to the list if it is one of yours.',
          'Account 464622532012 of Datadog is none of the accounts in .leastwise.json, and may assume this role. Remove it, or add it to the list if it is one of yours.',
        ],
      },
    ),
    'with an external ID': own(
      `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::464622532012:root" },
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ foreign-account
    "Action": "sts:AssumeRole",
    "Condition": { "StringEquals": { "sts:ExternalId": "7f3a9c0e5b214d68" } }
  }
}`,
      {
        messages: [
          'Account 464622532012 of Datadog is none of the accounts in .leastwise.json, and the external ID speaks of another company. If it is meant to assume this role, let an "ignore" there say why.',
        ],
      },
    ),
    'in a resource policy': own(
      inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::999988887777:user/anna" }, "Action": "s3:*", "Resource": "arn:aws:s3:::a/*" }
    #                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ foreign-account`),
      {
        messages: [
          'Account 999988887777 is none of the accounts in .leastwise.json, and has access by this policy. Remove it, or add it to the list if it is one of yours.',
        ],
      },
    ),
    'an account of AWS for logs, in a trust policy': own(
      inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "127311923021" }, "Action": "sts:AssumeRole" }
    #                                          ^^^^^^^^^^^^^^ foreign-account`),
    ),
    'where the rest is known later': own(
      `Resources:
  Reader:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: !Sub arn:\${AWS::Partition}:iam::999988887777:role/\${Name}
              #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ foreign-account
            Action: sts:AssumeRole
`,
      { language: 'yaml' },
    ),
  },
});
