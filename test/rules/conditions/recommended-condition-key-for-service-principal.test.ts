import rule from '../../../server/src/rules/conditions/recommended-condition-key-for-service-principal';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'the source': withCondition(`      "StringEquals": { "aws:SourceAccount": "123456789012" }`, {
      principal: '{ "Service": "ses.amazonaws.com" }',
    }),
    both: withCondition(
      `      "StringEquals": { "aws:SourceAccount": "123456789012", "aws:Referer": "123456789012" }`,
      { principal: '{ "Service": "ses.amazonaws.com" }' },
    ),
    'no service': withCondition(`      "StringEquals": { "aws:Referer": "123456789012" }`, {
      principal: '{ "AWS": "123456789012" }',
    }),
  },
  flagged: {
    'an address, which is no source of a call': withCondition(
      `      "StringEquals": { "aws:Referer": "123456789012" }, "IpAddress": { "aws:SourceIp": "192.0.2.1/32" }
      #                 ^^^^^^^^^^^^^ recommended-condition-key-for-service-principal`,
      { principal: '{ "Service": "ses.amazonaws.com" }' },
    ),
    'a service': {
      text: withCondition(
        `      "StringEquals": { "aws:Referer": "123456789012" }
      #                 ^^^^^^^^^^^^^ recommended-condition-key-for-service-principal`,
        { principal: '{ "Service": "ses.amazonaws.com" }' },
      ),
      fixed: [
        withCondition(`      "StringEquals": { "aws:SourceAccount": "123456789012" }`, {
          principal: '{ "Service": "ses.amazonaws.com" }',
        }),
      ],
      access: ['unknown'],
      messages: [
        "For a service that calls on somebody's behalf, aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths say more than aws:Referer. Use one of them.",
      ],
    },
  },
});
