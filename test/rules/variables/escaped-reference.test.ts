import rule from '../../../server/src/rules/variables/escaped-reference';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const language = 'terraform';

ruleSpec(rule, {
  clean: {
    'policy variables': {
      language,
      text: inTerraform('      Action = "s3:Get*"\n      Resource = "arn:aws:s3:::$${aws:username}$${*}/*"'),
    },
    references: {
      language,
      text: inTerraform('      Action = "s3:Get*"\n      Resource = "arn:aws:s3:::${var.bucket}/*"'),
    },
    'names that may be anything': {
      language,
      text: inTerraform('      Action = "s3:Get*"\n      Resource = "arn:aws:s3:::$${bucket}/$${my.bucket}"'),
    },
    "Terraform's JSON, in which nothing is escaped": {
      file: 'main.tf.json',
      text: `{ "resource": { "aws_iam_policy": { "p": { "policy": ${JSON.stringify(
        inPolicy(`    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::\${var.bucket}" }`),
      )} } } } }`,
    },
    'a plain string of CloudFormation': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::\${Bucket}/\${!Bucket}" }`,
      ),
    ),
    'a document by itself': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::$\${var.bucket}/*" }`,
    ),
  },
  flagged: {
    'a variable': {
      language,
      text: inTerraform(`      Action = "s3:Get*"
      Resource = "arn:aws:s3:::$\${var.bucket}/*"
      #                        ^^^^^^^^^^^^^^ escaped-reference`),
      fixed: [
        inTerraform(`      Action = "s3:Get*"
      Resource = "arn:aws:s3:::\${var.bucket}/*"`),
      ],
      access: ['unknown'],
      messages: [
        'var.bucket is escaped here: IAM gets the characters ${var.bucket} and not its value, and knows no such policy variable. Write ${var.bucket} in the source.',
      ],
    },
    'beside a hole, and in a heredoc': {
      language,
      text: `resource "aws_iam_policy" "p" {
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "s3:Get*", "Resource": "$\${aws_s3_bucket.b.arn}/*" }]
      #                                                                    ^^^^^^^^^^^^^^^^^^^^^^^ escaped-reference
    }
  EOT
}
resource "aws_iam_policy" "q" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:Get*", Resource = "\${var.a}/$\${data.aws_region.r.name}/*" }] })
  #                                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ escaped-reference
}`,
    },
  },
});
