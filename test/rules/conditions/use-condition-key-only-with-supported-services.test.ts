import rule from '../../../server/src/rules/conditions/use-condition-key-only-with-supported-services';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a service that sends it': withCondition(`      "StringEquals": { "aws:VpceAccount": "123456789012" }`, {
      action: '["s3:Get*", "KMS:Decrypt"]',
    }),
    'another key': withCondition(`      "StringEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" }`, {
      action: '"ec2:*"',
    }),
    'one key has it, another does not': withCondition(
      `      "StringEquals": { "aws:VpceOrgID": "o-a1b2c3d4e5" }`,
      { action: '"sqs:SendMessage"' },
    ),
  },
  flagged: {
    'services that do not': {
      text: withCondition(
        `      "StringEquals": { "aws:VpceAccount": "123456789012" }
      #                 ^^^^^^^^^^^^^^^^^ use-condition-key-only-with-supported-services`,
        { action: '["ec2:StopInstances", "sqs:SendMessage", "sqs:ReceiveMessage", "s3:GetObject"]' },
      ),
      messages: [
        'aws:VpceAccount works with some services only, as listed on 2026-11-23, and not with ec2, sqs. Put the actions of services that have it into a statement of their own.',
      ],
    },
    'all services': {
      text: withCondition(
        `      "StringNotEqualsIfExists": { "aws:VpceOrgID": "o-a1b2c3d4e5" }
      #                            ^^^^^^^^^^^^^^^ use-condition-key-only-with-supported-services`,
        { action: '"*"', effect: 'Deny' },
      ),
      messages: [
        'aws:VpceOrgID works with some services only, as listed on 2026-11-23, and not with all services. Put the actions of services that have it into a statement of their own.',
      ],
    },
    'all but some': {
      text: withCondition(
        `      "StringEquals": { "aws:vpceorgpaths": "o-a1b2c3d4e5/*" }
      #                 ^^^^^^^^^^^^^^^^^^ use-condition-key-only-with-supported-services`,
        { actionElement: 'NotAction' },
      ),
    },
  },
});
