import rule from '../../../server/src/rules/conditions/allow-notaction-with-unsupported-tag-condition-key-for-service';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    Action: withCondition(`      "StringEquals": { "aws:ResourceTag/team": "red" }`, { effect: 'Allow' }),
    'another key': withCondition(`      "StringEquals": { "aws:PrincipalTag/team": "red" }`, {
      effect: 'Allow',
      actionElement: 'NotAction',
    }),
    'resources without the tag': withCondition(
      `      "StringEqualsIfExists": { "aws:ResourceTag/team": "red" }, "StringNotEquals": { "aws:ResourceTag/team": "red" },
      "Null": { "aws:ResourceTag/team": "true" }`,
      { effect: 'Allow', actionElement: 'NotAction' },
    ),
    'the other effect': withCondition(`      "StringEquals": { "aws:ResourceTag/team": "red" }`, {
      effect: 'Deny',
      actionElement: 'NotAction',
    }),
  },
  flagged: {
    NotAction: {
      text: withCondition(
        `      "ForAnyValue:StringEquals": { "AWS:ResourceTag/team": "red" }
      #                             ^^^^^^^^^^^^^^^^^^^^^^ allow-notaction-with-unsupported-tag-condition-key-for-service`,
        { effect: 'Allow', actionElement: 'NotAction' },
      ),
      messages: [
        'Many actions know no tags of a resource, and are not allowed by this statement. With AWS:ResourceTag/team, name the actions in Action instead of NotAction.',
      ],
    },
  },
});
