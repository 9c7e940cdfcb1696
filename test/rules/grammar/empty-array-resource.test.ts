import rule from '../../../server/src/rules/grammar/empty-array-resource';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a resource': inPolicy(`{ "Effect": "Allow", "Action": "*", "Resource": ["*"] }`),
    'an empty string': inPolicy(`{ "Effect": "Allow", "Action": "*", "Resource": "" }`),
    'a resource known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`{ "Effect": "Allow", "Action": "*", "Resource": { "Ref": "Resources" } }`),
    ),
  },
  flagged: {
    'an empty list': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": [] }
    #                                               ^^ empty-array-resource`),
      messages: [
        'Resource is empty, so the statement does nothing. Name the resources, or remove the statement.',
      ],
    },
    'an empty list of resources to leave out': inPolicy(`
    { "Effect": "Deny", "Action": "*", "NotResource": [] }
    #                                                 ^^ empty-array-resource`),
    'a trust policy': inPolicy(`
    { "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole", "Resource": [] }
    #                                                                              ^^ empty-array-resource`),
  },
});
