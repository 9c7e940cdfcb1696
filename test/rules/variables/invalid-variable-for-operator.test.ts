import rule from '../../../server/src/rules/variables/invalid-variable-for-operator';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'text and ARNs': withCondition(`      "StringEquals": { "aws:PrincipalTag/a": "\${aws:PrincipalTag/b}" },
      "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:\${aws:PrincipalAccount}:*" }`),
    'a Boolean': withCondition(`      "Bool": { "aws:SecureTransport": "\${aws:PrincipalTag/tls}" }`),
    'what a program fills in': withCondition(`      "IpAddress": { "aws:SourceIp": "\${office}/32" }`),
  },
  flagged: {
    'a number': {
      text: withCondition(`      "NumericLessThan": { "s3:max-keys": "\${aws:PrincipalTag/keys}" }
      #                                    ^^^^^^^^^^^^^^^^^^^^^^^^ invalid-variable-for-operator`),
      messages: [
        'NumericLessThan takes no policy variables, only String and ARN operators do. Write the value out.',
      ],
    },
    'an address': {
      text: withCondition(`      "NotIpAddress": { "aws:SourceIp": ["203.0.113.0/24", "\${aws:PrincipalTag/ip}/32"] }
      #                                                     ^^^^^^^^^^^^^^^^^^^^^^ invalid-variable-for-operator`),
    },
  },
});
