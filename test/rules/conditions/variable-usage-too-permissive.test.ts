import rule from '../../../server/src/rules/conditions/variable-usage-too-permissive';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'behind the colon, or alone before it': withCondition(
      `      "StringLike": { "aws:userid": ["AROAEXAMPLEID:\${aws:PrincipalTag/name}", "\${aws:PrincipalTag/id}:anna", "\${aws:userid}"] }`,
    ),
    'a key that tells accounts apart': withCondition(
      `      "StringEquals": { "aws:ResourceAccount": "\${aws:PrincipalAccount}" }`,
    ),
  },
  flagged: {
    'with other text': {
      text: withCondition(`      "StringLike": { "aws:userid": "AROA\${aws:PrincipalTag/id}:anna" }
      #                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ variable-usage-too-permissive`),
      messages: [
        'In AROA${aws:PrincipalTag/id}:anna the variable can come to match IDs of strangers. In aws:userid it may stand behind the colon, or alone before it.',
      ],
    },
  },
});
