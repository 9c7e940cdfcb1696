import rule from '../../../server/src/rules/grammar/missing-action';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'an action': inPolicy(`{ "Effect": "Allow", "Action": "*", "Resource": "*" }`),
    'all actions but some': inPolicy(`{ "Effect": "Deny", "NotAction": "iam:*", "Resource": "*" }`),
    'an empty list': inPolicy(`{ "Effect": "Deny", "Action": [], "Resource": "*" }`),
    'a misspelt element': inPolicy(`{ "Effect": "Allow", "Actoins": "*", "Resource": "*" }`),
    'an empty statement, which lacks everything': inPolicy(`{}`),
    'an action still to be typed': inPolicy(`{ "Effect": "Allow", "Action": }`),
    'a statement that is not closed': `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow"`,
    'actions known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`{ "Effect": "Allow", "Action": { "Ref": "Actions" }, "Resource": "*" }`),
    ),
  },
  flagged: {
    'a statement without one': {
      text: inPolicy(`
    {
      "Effect": "Allow",
     #^^^^^^^^ missing-action
      "Resource": "*"
    }`),
      messages: ['This statement names no actions. Add an Action, or a NotAction for all but some.'],
      access: [],
    },
    'a trust policy': inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": "111122223333" } }
    # ^^^^^^^^ missing-action`),
    'a key policy, which AWS KMS stores without it': {
      text: inTemplate(
        'AWS::KMS::Key',
        'KeyPolicy',
        inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Resource": "*" }
    # ^^^^^^^^ missing-action`),
      ),
      messages: ['This statement names no actions, so AWS KMS ignores it. Add an Action.'],
    },
  },
});
