import rule from '../../../server/src/rules/trust/non-sts-action-in-trust-policy';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const trust = (actions: string) =>
  inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": ${actions} }`);

ruleSpec(rule, {
  clean: {
    'what a trust policy is for': {
      text: trust('["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity", "STS:SetContext"]'),
      type: 'trust',
    },
    'all of STS': { text: trust('"sts:*"'), type: 'trust' },
    'a service that nobody knows yet': { text: trust('"*:AssumeRole"'), type: 'trust' },
    'an action still being typed': { text: trust('["sts:AssumeRole", ""]'), type: 'trust' },
  },
  flagged: {
    'beside the right one': {
      text: trust(`[
      "sts:AssumeRole",
      "s3:GetObject"
#     ^^^^^^^^^^^^^^ non-sts-action-in-trust-policy
    ]`),
      type: 'trust',
      fixed: [
        trust(`[
      "sts:AssumeRole"
    ]`),
      ],
      messages: [
        'A trust policy takes only actions that assume the role, such as sts:AssumeRole. Put s3:GetObject into a permissions policy of the role.',
      ],
    },
    alone: inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      trust(`
      "iam:PassRole"
#     ^^^^^^^^^^^^^^ non-sts-action-in-trust-policy
      `),
    ),
  },
});
