import rule from '../../../server/src/rules/resources/bucket-policy-of-another-bucket';
import { ruleSpec } from '../../support/ruleSpec';

const template = (bucket: string, resource: string, more = '') => `Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: reports
  Logs:
    Type: AWS::S3::Bucket
  Images:
    Type: AWS::S3::Bucket
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: ${bucket}
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "111122223333" }
            Action: s3:GetObject
            Resource: ${resource}
${more}`;

const clean = (bucket: string, resource: string, more?: string) => ({
  language: 'yaml' as const,
  text: template(bucket, resource, more),
});

const module = (bucket: string, resources: string) => `resource "aws_s3_bucket" "reports" {
  bucket = "reports"
}

resource "aws_s3_bucket" "logs" {
  bucket = var.logs
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = ${bucket}
  policy = data.aws_iam_policy_document.reports.json
}

data "aws_iam_policy_document" "reports" {
  statement {
    actions   = ["s3:GetObject"]
    resources = [
      ${resources}
    ]
    principals {
      type        = "AWS"
      identifiers = ["111122223333"]
    }
  }
}`;

ruleSpec(rule, {
  clean: {
    'its own, by attribute': clean('!Ref Logs', '!Sub ${Logs.Arn}/*'),
    'its own, by name': clean('!Ref Logs', '!Sub arn:${AWS::Partition}:s3:::${Logs}/*'),
    'its own, put together': clean('!Ref Logs', '!Join ["", ["arn:aws:s3:::", !Ref Logs, "/*"]]'),
    'its own, by the name that it is given': clean('!Ref Reports', 'arn:aws:s3:::reports/*'),
    'its own, written out': clean('logs', 'arn:aws:s3:::logs/*'),
    'a name that CloudFormation makes up': clean('!Ref Logs', 'arn:aws:s3:::logs/*'),
    'a bucket that a parameter names': clean(
      '!Ref Logs',
      '!Sub arn:aws:s3:::${Name}/*',
      'Parameters:\n  Name:\n    Type: String\n',
    ),
    'a bucket of a parameter': clean('!Ref Name', '!Sub ${Logs.Arn}/*'),
    'a name that is read from a parameter store': {
      language: 'yaml',
      text: template('!Ref Reports', 'arn:aws:s3:::the-reports/*').replace(
        'BucketName: reports',
        "BucketName: '{{resolve:ssm:/reports/name}}'",
      ),
    },
    'a name that another program fills in': {
      language: 'yaml',
      text: template('!Ref Reports', 'arn:aws:s3:::the-reports/*').replace(
        'BucketName: reports',
        'BucketName: __BUCKET__',
      ),
    },
    'a part of a name': clean('logs', 'arn:aws:s3:::log*'),
    'one of two': clean('!Ref Logs', '!If [Old, !GetAtt Images.Arn, !GetAtt Logs.Arn]'),
    'more than the name': clean('!Ref Logs', '!Sub arn:aws:s3:::${Images}-old/*'),
    'an identity policy': clean('!Ref Logs', '!Sub ${Images.Arn}/*').text.replace(
      'S3::BucketPolicy',
      'SQS::QueuePolicy',
    ),
    'its own in Terraform': {
      language: 'terraform',
      text: module('aws_s3_bucket.logs.id', '"${aws_s3_bucket.logs.arn}/*"'),
    },
    'one of many in Terraform': {
      language: 'terraform',
      text: module('aws_s3_bucket.logs[0].id', 'aws_s3_bucket.logs[count.index].arn'),
    },
    'a bucket that is there already': {
      language: 'terraform',
      text: module('aws_s3_bucket.logs.id', '"${data.aws_s3_bucket.old.arn}/*"'),
    },
    'a policy that a function changes': {
      language: 'terraform',
      text: module('aws_s3_bucket.logs.id', '"${aws_s3_bucket.reports.arn}/*"').replace(
        'data.aws_iam_policy_document.reports.json',
        'replace(data.aws_iam_policy_document.reports.json, aws_s3_bucket.reports.arn, aws_s3_bucket.logs.arn)',
      ),
    },
    'another attribute of a bucket': {
      language: 'terraform',
      text: module('aws_s3_bucket.logs.id', '"arn:aws:s3:::${aws_s3_bucket.reports.hosted_zone_id}/*"'),
    },
    'a policy for two buckets': {
      language: 'terraform',
      text: `${module('aws_s3_bucket.logs.id', '"${aws_s3_bucket.reports.arn}/*"')}

resource "aws_s3_bucket_policy" "also" {
  bucket = aws_s3_bucket.reports.id
  policy = data.aws_iam_policy_document.reports.json
}`,
    },
  },
  flagged: {
    'another, by attribute': {
      language: 'yaml',
      text: template(
        '!Ref Logs',
        `!GetAtt Images.Arn
#                     ^^^^^^^^^^^^^^^^^^ bucket-policy-of-another-bucket`,
      ),
      fixed: [],
      messages: [
        'This is the policy of the bucket Logs, and Amazon S3 refuses it with a resource of Images. Name Logs, or move the statement to the policy of Images.',
      ],
    },
    'another, by name, among its own': {
      language: 'yaml',
      text: template(
        '!Ref Logs',
        `
              - !GetAtt Logs.Arn
              - !Sub arn:\${AWS::Partition}:s3:::\${Images}/*
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bucket-policy-of-another-bucket`,
      ),
    },
    'another, put together': {
      language: 'yaml',
      text: template(
        '!Ref Logs',
        `!Join ["", [!GetAtt Images.Arn, "/*"]]
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bucket-policy-of-another-bucket`,
      ),
    },
    'another, written out': {
      language: 'yaml',
      text: template(
        '!Ref Reports',
        `arn:aws:s3:::report/*
#                     ^^^^^^^^^^^^^^^^^^^^^ bucket-policy-of-another-bucket`,
      ),
      fixed: [template('!Ref Reports', 'arn:aws:s3:::reports/*')],
      access: ['unknown'],
    },
    'another in a partition that is filled in': {
      language: 'yaml',
      text: template(
        'reports',
        `!Sub arn:\${AWS::Partition}:s3:::report/*
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bucket-policy-of-another-bucket`,
      ),
    },
    'in Terraform, by attribute': {
      language: 'terraform',
      text: module(
        'aws_s3_bucket.logs.id',
        `aws_s3_bucket.logs.arn,
      "\${aws_s3_bucket.reports.arn}/*",
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bucket-policy-of-another-bucket`,
      ),
    },
    'in Terraform, by name': {
      language: 'terraform',
      text: module(
        'aws_s3_bucket.reports.bucket',
        `"arn:aws:s3:::\${aws_s3_bucket.logs.id}/*",
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bucket-policy-of-another-bucket`,
      ),
    },
    'in Terraform, written out': {
      language: 'terraform',
      text: module(
        'aws_s3_bucket.reports.bucket',
        `"arn:aws:s3:::logs/*",
#     ^^^^^^^^^^^^^^^^^^^^^ bucket-policy-of-another-bucket`,
      ),
      fixed: [module('aws_s3_bucket.reports.bucket', '"arn:aws:s3:::reports/*",')],
    },
  },
});
