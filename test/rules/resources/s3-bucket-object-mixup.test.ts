import rule from '../../../server/src/rules/resources/s3-bucket-object-mixup';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement that allows an action on a resource. */
function allow(action: string, resource: string, drawing = ''): string {
  return inPolicy(`
    { "Effect": "Allow", "Action": ${action}, "Resource": ${resource} }${drawing}`);
}

ruleSpec(rule, {
  clean: {
    'what fits': allow('["s3:GetObject", "s3:ListBucket"]', '["arn:aws:s3:::b", "arn:aws:s3:::b/*"]'),
    'a wildcard that matches both': allow('["s3:GetObject", "s3:ListBucket"]', '"arn:aws:s3:::b*"'),
    'a wildcard as action': allow('"s3:Get*"', '"arn:aws:s3:::b"'),
    'an access point': allow('"s3:GetObject"', '"arn:aws:s3:eu-west-1:111122223333:accesspoint/a"'),
    'no resource yet': allow('"s3:GetObject"', '[]'),
    'another service': allow('"sqs:SendMessage"', '"arn:aws:s3:::b"'),
  },
  flagged: {
    'an object action on a bucket': {
      text: allow(
        '"s3:GetObject"',
        '"arn:aws:s3:::b"',
        `
    #                              ^^^^^^^^^^^^^^ s3-bucket-object-mixup`,
      ),
      messages: [
        's3:GetObject works on objects, and this statement names only buckets, so nothing matches. Did you mean arn:aws:s3:::b/*?',
      ],
      fixed: [allow('"s3:GetObject"', '"arn:aws:s3:::b/*"')],
      access: ['wider'],
    },
    'a bucket action on objects': {
      text: allow(
        '"s3:ListBucket"',
        '"arn:aws:s3:::b/*"',
        `
    #                              ^^^^^^^^^^^^^^^ s3-bucket-object-mixup`,
      ),
      fixed: [allow('"s3:ListBucket"', '"arn:aws:s3:::b"')],
    },
    'a bucket action on some objects of two buckets': {
      text: allow(
        '"s3:ListBucket"',
        '["arn:aws:s3:::b/home/*", "arn:aws:s3:::c/*"]',
        `
    #                              ^^^^^^^^^^^^^^^ s3-bucket-object-mixup`,
      ),
      fixed: [],
    },
    'object actions beside one on the bucket': {
      text: allow(
        '["s3:GetObject", "s3:PutObject", "s3:ListBucket"]',
        '"arn:aws:s3:::b"',
        `
    #                               ^^^^^^^^^^^^^^ s3-bucket-object-mixup`,
      ),
      messages: [
        's3:GetObject and 1 more work on objects, and this statement names only buckets, so nothing matches. Did you mean arn:aws:s3:::b/*?',
      ],
      fixed: [
        allow(
          '["s3:GetObject", "s3:PutObject", "s3:ListBucket"]',
          `[
      "arn:aws:s3:::b",
      "arn:aws:s3:::b/*"
    ]`,
        ),
      ],
    },
    'a bucket action beside a pattern, in a list': {
      text: allow(
        '["s3:Get*", "s3:ListBucket"]',
        '["arn:aws:s3:::b/*"]',
        `
    #                                          ^^^^^^^^^^^^^^^ s3-bucket-object-mixup`,
      ),
      fixed: [allow('["s3:Get*", "s3:ListBucket"]', '["arn:aws:s3:::b/*", "arn:aws:s3:::b"]')],
    },
    'a bucket of the same template': {
      language: 'yaml',
      text: `Resources:
  Bucket: { Type: AWS::S3::Bucket }
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Action: s3:GetObject, Resource: !GetAtt Bucket.Arn }
          #                          ^^^^^^^^^^^^ s3-bucket-object-mixup
          - { Effect: Allow, Action: s3:GetObject, Resource: !Sub '\${Bucket.Arn}/*' }
`,
    },
    'a bucket policy': inTemplate(
      'AWS::S3::BucketPolicy',
      'PolicyDocument',
      inPolicy(`
    { "Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::b" }
    #                                                ^^^^^^^^^^^^^^ s3-bucket-object-mixup`),
    ),
  },
});
