import rule from '../../../server/src/rules/conditions/missing-tag-key-in-condition';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'with a tag': withCondition(
      `      "StringEquals": { "aws:ResourceTag/team": "red", "ec2:ResourceTag/team": "red" }`,
    ),
    'a key that is for all tags': withCondition(
      `      "ForAnyValue:StringEquals": { "aws:TagKeys": "team" }`,
    ),
  },
  flagged: {
    'a global key': {
      text: withCondition(`      "StringEquals": { "aws:ResourceTag": "red" }
      #                 ^^^^^^^^^^^^^^^^^ missing-tag-key-in-condition`),
      messages: [
        "aws:ResourceTag does not say which tag. Put the tag's key behind a slash: aws:ResourceTag/tag-key.",
      ],
    },
    'with a slash, in another case': {
      text: withCondition(`      "StringEquals": { "aws:principaltag/": "red" }
      #                 ^^^^^^^^^^^^^^^^^^^ missing-tag-key-in-condition`),
      messages: [
        "aws:principaltag/ does not say which tag. Put the tag's key behind a slash: aws:PrincipalTag/tag-key.",
      ],
    },
    'a key of a service': {
      text: withCondition(`      "StringEquals": { "ec2:ResourceTag": "red", "s3:ExistingObjectTag": "red" }
      #                 ^^^^^^^^^^^^^^^^^ missing-tag-key-in-condition
      #                                           ^^^^^^^^^^^^^^^^^^^^^^ missing-tag-key-in-condition`),
    },
  },
});
