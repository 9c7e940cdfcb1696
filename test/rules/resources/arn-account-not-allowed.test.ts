import rule from '../../../server/src/rules/resources/arn-account-not-allowed';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement on these resources, each on a line of its own. */
function on(resources: string): string {
  return inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": [
${resources}
    ] }`);
}

ruleSpec(rule, {
  clean: {
    'no account, a wildcard': on(`      "arn:aws:route53:::hostedzone/*",
      "arn:aws:route53::*:hostedzone/*"`),
    'resources with an account, of services that have others without':
      on(`      "arn:aws:s3::123456789012:accesspoint/a.mrap",
      "arn:aws:s3:eu-west-1:123456789012:accesspoint/a/object/*",
      "arn:aws:s3:eu-west-1:123456789012:new-thing/a",
      "arn:aws:s3::123456789012:*",
      "arn:aws:ec2:*:123456789012:instance/*",
      "arn:aws:bedrock:*:123456789012:inference-profile/*"`),
    'no account, where others have one': on(`      "arn:aws:s3:::reports/*",
      "arn:aws:ec2:*::image/*",
      "arn:aws:bedrock:*::foundation-model/*"`),
  },
  flagged: {
    'a hosted zone with an account': {
      text: on(`      "arn:aws:route53::111122223333:hostedzone/Z1"
     #                  ^^^^^^^^^^^^ arn-account-not-allowed`),
      fixed: [on(`      "arn:aws:route53:::hostedzone/Z1"`)],
      access: ['unknown'],
    },
    'a bucket with an account': {
      text: on(`      "arn:aws:s3::123456789012:test/*"
     #             ^^^^^^^^^^^^ arn-account-not-allowed`),
      fixed: [on(`      "arn:aws:s3:::test/*"`)],
      messages: [
        'ARNs of buckets and objects have no account, so this one matches nothing. Leave the field empty.',
      ],
    },
    'a model of AWS with an account':
      on(`      "arn:aws:bedrock:us-east-1:123456789012:foundation-model/anthropic.claude-*"
     #                           ^^^^^^^^^^^^ arn-account-not-allowed`),
    'an image with an account': on(`      "arn:aws:ec2:us-east-1:123456789012:image/ami-*"
     #                       ^^^^^^^^^^^^ arn-account-not-allowed`),
  },
});
