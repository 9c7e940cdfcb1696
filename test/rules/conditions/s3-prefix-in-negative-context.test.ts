import rule from '../../../server/src/rules/conditions/s3-prefix-in-negative-context';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'prefixes that are allowed': withCondition(`      "StringLike": { "s3:prefix": ["public/*"] }`, {
      action: '"s3:ListBucket"',
    }),
    'all others denied': withCondition(`      "StringNotLike": { "s3:prefix": ["public/*"] }`, {
      action: '"s3:ListBucket"',
      effect: 'Deny',
    }),
    'whether there is one': withCondition(`      "Null": { "s3:prefix": "true" }`, {
      action: '"s3:ListBucket"',
      effect: 'Deny',
    }),
  },
  flagged: {
    'a Deny': {
      text: withCondition(
        `      "StringLike": { "s3:prefix": "secret/*" }
      #               ^^^^^^^^^^^ s3-prefix-in-negative-context`,
        { action: '"s3:ListBucket"', effect: 'Deny' },
      ),
      messages: [
        'A listing with a shorter s3:prefix passes and shows these names all the same. Deny all but the prefixes that are wanted, with StringNotLike.',
      ],
    },
    'an Allow of all others': {
      text: withCondition(
        `      "StringNotEquals": { "s3:prefix": "secret/" }
      #                    ^^^^^^^^^^^ s3-prefix-in-negative-context`,
        { action: '"s3:ListBucket"' },
      ),
      messages: [
        'A listing with a shorter s3:prefix passes and shows these names all the same. Allow the prefixes that are wanted, with StringLike.',
      ],
    },
  },
});
