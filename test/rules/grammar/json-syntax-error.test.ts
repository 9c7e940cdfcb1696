import rule from '../../../server/src/rules/grammar/json-syntax-error';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a policy': inPolicy(`{ "Effect": "Allow", "Action": "*", "Resource": "*" }`),
    'comments and trailing commas where the language has them': {
      text: inPolicy(`{ "Effect": "Allow", /* all */ "Action": "*", "Resource": "*", }, // done`),
      language: 'jsonc',
    },
    'text that holds no policy': `{ "name": "leastwise", }`,
  },
  flagged: {
    'a missing comma': inPolicy(`
    { "Effect": "Allow", "Action": "*" "Resource": "*" }
    #                                ^ json-syntax-error`),
    'a missing colon and value': inPolicy(`
    { "Effect": "Allow", "Action" }
    #                           ^ json-syntax-error`),
    'a string without its end': inPolicy(`
    { "Effect": "Allow", "Action": "s3:Get
    #                              ^^^^^^^ json-syntax-error
      , "Resource": "*" }`),
    'a trailing comma': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": "*", }
    #                                                  ^ json-syntax-error`),
      fixed: [
        inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": "*" }`),
      ],
      access: ['same'],
    },
    'two trailing commas side by side': inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": ["*", ], }
    #                                                   ^ json-syntax-error
    #                                                      ^ json-syntax-error`),
    'a comment': {
      text: inPolicy(`
    { "Effect": "Allow", /* all */ "Action": "*", "Resource": "*" }
    #                    ^^^^^^^^^ json-syntax-error`),
      access: ['same'],
    },
    'a brace too much, once': inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": "*" } }
    #                                                   ^ json-syntax-error`),
    'a lost quote, which turns the rest of its line inside out, once': inPolicy(`
    { "Effect": "Allow", "Action": *", "Resource": "*", "Condition": {} },
    #                              ^ json-syntax-error
    { "Effect": "Allow", "Action": "*", "Resource": "*" }`),
    'the first three of many problems': inPolicy(`
    { "Effect": "Allow", "Action": a, "Resource": b },
    #                              ^ json-syntax-error
    { "Effect": "Allow", "Action": c, "Resource": "*" },
    #                              ^ json-syntax-error
    { "Effect": "Allow", "Action": d, "Resource": "*" },
    #                              ^ json-syntax-error
    { "Effect": "Allow", "Action": e, "Resource": "*" }`),
    'a policy in a string': {
      text: String.raw`{
  "RoleName": "reader",
  "PolicyName": "read",
  "PolicyDocument": "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"s3:*\",], \"Resource\": \"*\"}]}"
  #                                                                                ^ json-syntax-error
}`,
      access: ['same'],
    },
    'a template around its policies': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`{ "Effect": "Allow", "Action": "*", "Resource": "*" }`),
      `"Path": "/" "Roles": [],
        #         ^ json-syntax-error
        `,
    ),
  },
});
