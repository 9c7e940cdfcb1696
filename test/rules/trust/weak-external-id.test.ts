import rule from '../../../server/src/rules/trust/weak-external-id';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const trust = { principal: '{ "AWS": "123456789012" }', action: '"sts:AssumeRole"', resource: '' };

ruleSpec(rule, {
  clean: {
    'an ID': withCondition(`      "StringEquals": { "sts:ExternalId": "7f3a9c0e" }`, trust),
    'the beginning of an ID': withCondition(`      "StringLike": { "sts:ExternalId": "acme-*" }`, trust),
    'a word in it': withCondition(
      `      "StringEquals": { "sts:ExternalId": "acme-external-id-7f3a" }`,
      trust,
    ),
    'a Deny': withCondition(`      "StringEquals": { "sts:ExternalId": "12345" }`, {
      ...trust,
      effect: 'Deny',
    }),
  },
  flagged: {
    'any ID': {
      text: withCondition(
        `      "StringLike": { "sts:ExternalId": "*" }
      #                                 ^^^ weak-external-id`,
        trust,
      ),
      messages: [
        'This accepts every external ID, those of other customers included. Write the ID that the third party gave you.',
      ],
    },
    'the ID of the documentation': {
      text: withCondition(
        `      "StringEquals": { "sts:ExternalId": "12345" }
      #                                   ^^^^^^^ weak-external-id`,
        trust,
      ),
      messages: ['12345 looks like a placeholder. Write the external ID that the third party gave you.'],
    },
    words: withCondition(
      `      "StringEquals": { "sts:ExternalId": ["changeme", "YOUR_EXTERNAL_ID", "<external id>"] }
      #                                    ^^^^^^^^^^ weak-external-id
      #                                                ^^^^^^^^^^^^^^^^^^ weak-external-id
      #                                                                    ^^^^^^^^^^^^^^^ weak-external-id`,
      trust,
    ),
  },
});
