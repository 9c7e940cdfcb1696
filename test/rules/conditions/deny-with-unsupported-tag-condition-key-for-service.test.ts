import rule from '../../../server/src/rules/conditions/deny-with-unsupported-tag-condition-key-for-service';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a service that supports it': withCondition(`      "StringEquals": { "aws:ResourceTag/team": "red" }`, {
      effect: 'Deny',
      action: '"ec2:StopInstances"',
      resource: '"*"',
    }),
    'what passes without the key': withCondition(
      `      "StringNotEquals": { "aws:ResourceTag/team": "red" },
      "StringEqualsIfExists": { "aws:ResourceTag/stage": "a" },
      "Null": { "aws:ResourceTag/a": "true" }`,
      { effect: 'Deny', action: '"route53domains:RegisterDomain"', resource: '"*"' },
    ),
    'the other effect': withCondition(`      "StringEquals": { "aws:ResourceTag/team": "red" }`, {
      effect: 'Allow',
      action: '"route53domains:RegisterDomain"',
    }),
    'services that nobody knows, and all services': withCondition(
      `      "StringEquals": { "aws:ResourceTag/team": "red" }`,
      { effect: 'Deny', action: '["nosuch:Action", "*"]', resource: '"*"' },
    ),
  },
  flagged: {
    'a service without': {
      text: withCondition(
        `      "StringLike": { "aws:ResourceTag/team": "red" }
      #               ^^^^^^^^^^^^^^^^^^^^^^ deny-with-unsupported-tag-condition-key-for-service`,
        {
          effect: 'Deny',
          action: '["ec2:StopInstances", "route53domains:RegisterDomain", "route53domains:RenewDomain"]',
          resource: '"*"',
        },
      ),
      messages: [
        'aws:ResourceTag/team is not supported by Amazon Route 53 Domains, whose actions are therefore not denied here. Put them into a statement without this key.',
      ],
    },
  },
});
