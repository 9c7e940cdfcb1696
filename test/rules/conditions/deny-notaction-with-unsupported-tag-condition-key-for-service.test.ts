import rule from '../../../server/src/rules/conditions/deny-notaction-with-unsupported-tag-condition-key-for-service';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    Action: withCondition(`      "StringEquals": { "aws:ResourceTag/team": "red" }`, { effect: 'Deny' }),
    'another key': withCondition(`      "StringEquals": { "aws:PrincipalTag/team": "red" }`, {
      effect: 'Deny',
      actionElement: 'NotAction',
    }),
    'resources without the tag': withCondition(
      `      "StringEqualsIfExists": { "aws:ResourceTag/team": "red" }, "StringNotEquals": { "aws:ResourceTag/team": "red" },
      "Null": { "aws:ResourceTag/team": "true" }`,
      { effect: 'Deny', actionElement: 'NotAction' },
    ),
    'the other effect': withCondition(`      "StringEquals": { "aws:ResourceTag/team": "red" }`, {
      effect: 'Allow',
      actionElement: 'NotAction',
    }),
  },
  flagged: {
    NotAction: {
      text: withCondition(
        `      "ForAnyValue:StringEquals": { "AWS:ResourceTag/team": "red" }
      #                             ^^^^^^^^^^^^^^^^^^^^^^ deny-notaction-with-unsupported-tag-condition-key-for-service`,
        { effect: 'Deny', actionElement: 'NotAction' },
      ),
      messages: [
        'Many actions know no tags of a resource, and are not denied by this statement. With AWS:ResourceTag/team, name the actions in Action instead of NotAction.',
      ],
    },
  },
});
