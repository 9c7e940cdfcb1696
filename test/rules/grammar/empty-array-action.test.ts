import rule from '../../../server/src/rules/grammar/empty-array-action';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'an action': inPolicy(`{ "Effect": "Allow", "Action": ["*"], "Resource": "*" }`),
    'an empty string': inPolicy(`{ "Effect": "Allow", "Action": "", "Resource": "*" }`),
    'an action known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`{ "Effect": "Allow", "Action": [{ "Ref": "Action" }], "Resource": "*" }`),
    ),
  },
  flagged: {
    'an empty list': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": [], "Resource": "*" }
    #                              ^^ empty-array-action`),
      messages: [
        'Action is empty, so the statement does nothing. Name the actions, or remove the statement.',
      ],
    },
    'an empty list of actions to leave out': inPolicy(`
    { "Effect": "Allow", "NotAction": [ ], "Resource": "*" }
    #                                 ^^^ empty-array-action`),
  },
});
