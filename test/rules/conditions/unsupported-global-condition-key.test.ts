import rule from '../../../server/src/rules/conditions/unsupported-global-condition-key';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'the newer key': withCondition(
      `      "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/build" }`,
      { principal: '"*"' },
    ),
    'another type of policy': withCondition(
      `      "ArnLike": { "aws:ARN": "arn:aws:iam::123456789012:role/build" }`,
    ),
  },
  flagged: {
    'the old key, in any case': {
      text: withCondition(
        `      "ArnLike": { "aws:arn": "arn:aws:iam::123456789012:role/build" }
      #            ^^^^^^^^^ unsupported-global-condition-key`,
        { principal: '"*"' },
      ),
      fixed: [
        withCondition(`      "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/build" }`, {
          principal: '"*"',
        }),
        withCondition(`      "ArnLike": { "aws:SourceArn": "arn:aws:iam::123456789012:role/build" }`, {
          principal: '"*"',
        }),
      ],
      messages: [
        'aws:ARN is not supported. Use aws:PrincipalArn for who calls, or aws:SourceArn for the resource on whose behalf a service calls.',
      ],
    },
  },
});
