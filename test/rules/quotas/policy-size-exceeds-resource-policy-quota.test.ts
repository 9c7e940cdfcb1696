import rule from '../../../server/src/rules/quotas/policy-size-exceeds-resource-policy-quota';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const mark = '         #^^^^^^^^^ policy-size-exceeds-resource-policy-quota\n';

/** A policy of so many characters in its shortest form. */
function policyOf(size: number, head = ''): string {
  const frame =
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":""}}';
  return `{
          "Version": "2012-10-17",
${head}          "Statement": {
            "Effect": "Allow",
            "Principal": "*",
            "Action": "sqs:*",
            "Resource": "${'A'.repeat(size - frame.length)}"
          }
        }`;
}

ruleSpec(rule, {
  clean: {
    'a queue policy at its quota': inTemplate('AWS::SQS::QueuePolicy', 'PolicyDocument', policyOf(8_192)),
    'a bucket policy, which may be longer': inTemplate(
      'AWS::S3::BucketPolicy',
      'PolicyDocument',
      policyOf(8_193),
    ),
    'a policy of a resource that nobody names': { text: policyOf(40_000), type: 'resource' },
  },
  flagged: {
    'a queue policy above its quota': {
      text: inTemplate('AWS::SQS::QueuePolicy', 'PolicyDocument', policyOf(8_193, mark)),
      messages: [
        'This policy has 8,193 characters; a queue policy may have 8,192. ' +
          'Split it, or draw statements together with wildcards.',
      ],
    },
  },
});
