import rule from '../../../server/src/rules/grammar/empty-sid-value';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const rest = `"Effect": "Allow", "Action": "*", "Resource": "*"`;

ruleSpec(rule, {
  clean: {
    'a Sid': inPolicy(`{ "Sid": "A", ${rest} }`),
    'no Sid': inPolicy(`{ ${rest} }`),
    'a Sid still to be typed': inPolicy(`{ "Sid": , ${rest} }`),
  },
  flagged: {
    'an empty Sid': {
      text: inPolicy(`
    {
      "Sid": "",
      #      ^^ empty-sid-value
      ${rest}
    }`),
      fixed: [
        inPolicy(`
    {
      ${rest}
    }`),
      ],
      access: ['same'],
    },
    'a trust policy': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(`
    { "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole", "Sid": "" }
    #                                                                         ^^ empty-sid-value`),
    ),
  },
});
