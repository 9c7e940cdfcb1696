import rule from '../../../server/src/rules/grammar/charset';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'Latin-1 and line breaks': inPolicy(`
    { "Sid": "é\\n\\t", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/£ÿ" }`),
    'a policy of another kind': {
      text: inPolicy(
        `{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/€" }`,
      ),
      type: 'resource',
    },
  },
  flagged: {
    'a long dash': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a–b" }
    #                                                                         ^ charset`),
      messages: ['IAM does not take – (U+2013) in a policy. Write - instead.'],
      fixed: [
        inPolicy(`
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a-b" }`),
      ],
    },
    'what cannot be seen': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a\\u200b" }
    #                                                                         ^^^^^^ charset`),
      messages: ['IAM does not take U+200B in a policy. Write nothing instead.'],
      fixed: [
        inPolicy(`
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a" }`),
      ],
    },
    'an emoji in a key': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestTag/🐘": "a" } } }
    #                                                                                                     ^^ charset`),
      fixed: [],
    },
  },
});
