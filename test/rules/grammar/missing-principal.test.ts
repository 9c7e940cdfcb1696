import rule from '../../../server/src/rules/grammar/missing-principal';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'an identity-based policy': inPolicy(`{ "Effect": "Allow", "Action": "*", "Resource": "*" }`),
    'a principal': inPolicy(`{ "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" }`),
    'all but some principals': inPolicy(`
    { "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*" }`),
    'a misspelt element': {
      text: inPolicy(`{ "Effect": "Allow", "Principals": "*", "Action": "sts:AssumeRole" }`),
      type: 'trust',
    },
    'a principal still to be typed': {
      text: inPolicy(`{ "Effect": "Allow", "Principal": , "Action": "sts:AssumeRole" }`),
      type: 'trust',
    },
    'a service control policy': {
      text: inPolicy(`{ "Effect": "Deny", "Action": "*", "Resource": "*" }`),
      type: 'scp',
    },
  },
  flagged: {
    'a trust policy': {
      text: inTemplate(
        'AWS::IAM::Role',
        'AssumeRolePolicyDocument',
        inPolicy(`
    { "Effect": "Allow", "Action": "sts:AssumeRole" }
    # ^^^^^^^^ missing-principal`),
      ),
      messages: ['This statement does not say who may assume the role. Add a Principal.'],
    },
    'one statement of a bare resource policy': inPolicy(`
    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" },
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
    # ^^^^^^^^ missing-principal`),
    'a resource control policy': {
      text: inPolicy(`
    { "Effect": "Deny", "Action": "s3:*", "Resource": "*" }
    # ^^^^^^^^ missing-principal`),
      type: 'rcp',
      fixed: [
        inPolicy(`
    { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }`),
      ],
      access: ['unknown'],
    },
  },
});
