import rule from '../../../server/src/rules/grammar/missing-effect';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'an effect': inPolicy(`{ "Effect": "Deny", "Action": "*", "Resource": "*" }`),
    'an effect that is not valid': inPolicy(`{ "Effect": "", "Action": "*", "Resource": "*" }`),
    'a misspelt element': inPolicy(`{ "effect": "Allow", "Action": "*", "Resource": "*" }`),
    'an effect still to be typed': inPolicy(`{ "Effect": , "Action": "*", "Resource": "*" }`),
    'another element still to be typed': inPolicy(`{ "Action": "s3:*", "Resource" }`),
    'a statement with a syntax problem': inPolicy(`{ "Action": "s3:*", "Resource": "*", }`),
    'an effect known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`{ "Effect": { "Ref": "Effect" }, "Action": "*", "Resource": "*" }`),
    ),
    'keys known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`{ "Fn::Transform": { "Name": "AWS::Include" }, "Action": "*", "Resource": "*" }`),
    ),
  },
  flagged: {
    'a statement without one': {
      text: inPolicy(`
    { "Sid": "A", "Action": "*", "Resource": "*" }
    # ^^^^^ missing-effect`),
      fixed: [
        inPolicy(`
    { "Sid": "A", "Effect": "Allow", "Action": "*", "Resource": "*" }`),
        inPolicy(`
    { "Sid": "A", "Effect": "Deny", "Action": "*", "Resource": "*" }`),
      ],
      access: ['unknown', 'unknown'],
    },
    'an empty statement, once': {
      text: inPolicy(`
    {}
   #^ missing-effect`),
      messages: ['This statement is empty. Say in it what it allows or denies, or remove it.'],
    },
    'each of several statements': inPolicy(`
    { "Action": "s3:*", "Resource": "*" },
    # ^^^^^^^^ missing-effect
    { "Effect": "Allow", "Action": "s3:*", "Resource": "*" },
    { "NotAction": "s3:*", "Resource": "*" }
    # ^^^^^^^^^^^ missing-effect`),
    'a statement alone, without a list': `{
  "Version": "2012-10-17",
  "Statement": { "Action": "s3:*", "Resource": "*" }
  #              ^^^^^^^^ missing-effect
}`,
    'a policy in a string': String.raw`{
  "RoleName": "reader",
  "PolicyName": "read",
  "PolicyDocument": "{\"Statement\": [{\"Action\": \"s3:*\", \"Resource\": \"*\"}]}"
  #                                    ^^^^^^^^^^ missing-effect
}`,
  },
});
