// A resource policy that is longer than its service takes. Only where the carrier tells which resource it protects.
import { quotaOf } from '../../policy/quota';
import { overQuota } from '../overQuota';
import { defineRule } from '../rule';

const accounts = Array.from({ length: 300 }, (_, i) => `"arn:aws:iam::111122223${100 + i}:root"`);

export default defineRule({
  id: 'policy-size-exceeds-resource-policy-quota',
  group: 'quotas',
  category: 'warning',
  on: 'policy',
  appliesTo: ['resource', 'endpoint'],
  accessAnalyzer: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
  summary: 'A resource policy is longer than its service takes.',
  why:
    'Each service has its own limit for the policies of its resources and refuses longer ones: 20 KB for a bucket, ' +
    '32 KB for a KMS key, 8 KB for a queue. Every character counts.',
  source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html',
  examples: [
    {
      bad: `{
  "Resources": {
    "Policy": {
      "Type": "AWS::SQS::QueuePolicy",
      "Properties": {
        "Queues": ["https://sqs.eu-west-1.amazonaws.com/111122223333/orders"],
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": { "AWS": [${accounts.join(', ')}] },
              "Action": "sqs:SendMessage",
              "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
            }
          ]
        }
      }
    }
  }
}`,
      good: `{
  "Resources": {
    "Policy": {
      "Type": "AWS::SQS::QueuePolicy",
      "Properties": {
        "Queues": ["https://sqs.eu-west-1.amazonaws.com/111122223333/orders"],
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": "*",
              "Action": "sqs:SendMessage",
              "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
              "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
            }
          ]
        }
      }
    }
  }
}`,
    },
  ],

  *check(subject) {
    const report = overQuota(subject, quotaOf(subject.site));
    if (report) yield report;
  },
});
