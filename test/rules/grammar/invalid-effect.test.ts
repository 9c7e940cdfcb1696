import rule from '../../../server/src/rules/grammar/invalid-effect';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'both effects': inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": "*" },
    { "Effect": "Deny", "Action": "*", "Resource": "*" }`),
    'no effect': inPolicy(`{ "Action": "*", "Resource": "*" }`),
    'an effect of the wrong type': inPolicy(`{ "Effect": ["allow"], "Action": "*", "Resource": "*" }`),
    'an effect without its closing quote': inPolicy(`
    {
      "Effect": "All
    }`),
    'an effect known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`{ "Effect": { "Fn::If": ["Open", "Allow", "Deny"] }, "Action": "*", "Resource": "*" }`),
    ),
  },
  flagged: {
    'another case': {
      text: inPolicy(`
    { "Effect": "deny", "Action": "*", "Resource": "*" }
    #           ^^^^^^ invalid-effect`),
      fixed: [
        inPolicy(`
    { "Effect": "Deny", "Action": "*", "Resource": "*" }`),
      ],
      access: ['unknown'],
      messages: ['"deny" is not an effect; the value is case-sensitive. Write "Deny".'],
    },
    'another word': {
      text: inPolicy(`
    { "Effect": "Permit", "Action": "*", "Resource": "*" }
    #           ^^^^^^^^ invalid-effect`),
      access: ['unknown', 'unknown'],
    },
    'a trust policy in a template': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(`
    { "Effect": "ALLOW", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
    #           ^^^^^^^ invalid-effect`),
    ),
  },
});
