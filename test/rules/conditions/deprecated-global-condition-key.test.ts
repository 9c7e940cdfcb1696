import rule from '../../../server/src/rules/conditions/deprecated-global-condition-key';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'the newer key': withCondition(
      `      "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/build" }`,
    ),
    'another type of policy': withCondition(
      `      "ArnLike": { "aws:ARN": "arn:aws:iam::123456789012:role/build" }`,
      { principal: '"*"' },
    ),
  },
  flagged: {
    'the old key, in any case': {
      text: withCondition(`      "ArnLike": { "aws:arn": "arn:aws:iam::123456789012:role/build" }
      #            ^^^^^^^^^ deprecated-global-condition-key`),
      fixed: [
        withCondition(`      "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/build" }`),
      ],
      messages: ['aws:ARN was replaced by aws:PrincipalArn.'],
    },
  },
});
