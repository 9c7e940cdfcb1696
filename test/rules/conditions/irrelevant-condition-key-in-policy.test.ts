import rule from '../../../server/src/rules/conditions/irrelevant-condition-key-in-policy';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'another key': `{
  "Resources": {
    "Policy": {
      "Type": "AWS::S3::BucketPolicy",
      "Properties": {
        "Bucket": "reports",
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Deny",
              "Principal": "*",
              "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::reports/*",
              "Condition": { "StringNotEquals": { "aws:PrincipalAccount": "123456789012" } }
            }
          ]
        }
      }
    }
  }
}`,
    'an identity policy': `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "s3:ResourceAccount": "123456789012" } }
    }
  ]
}`,
  },
  flagged: {
    'the account': {
      text: `{
  "Resources": {
    "Policy": {
      "Type": "AWS::S3::BucketPolicy",
      "Properties": {
        "Bucket": "reports",
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Deny",
              "Principal": "*",
              "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::reports/*",
              "Condition": { "StringNotEquals": { "s3:ResourceAccount": "123456789012" } }
              #                                   ^^^^^^^^^^^^^^^^^^^^ irrelevant-condition-key-in-policy
            }
          ]
        }
      }
    }
  }
}`,
      messages: [
        's3:ResourceAccount is the account of this very bucket. Use it in an identity policy, or compare with aws:PrincipalAccount here.',
      ],
    },
  },
});
