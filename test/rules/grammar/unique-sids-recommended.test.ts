import rule from '../../../server/src/rules/grammar/unique-sids-recommended';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const rest = `"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"`;
const deny = `"Effect": "Deny", "Action": "*", "Resource": "*"`;

ruleSpec(rule, {
  clean: {
    'different Sids': inPolicy(`{ "Sid": "A", ${rest} }, { "Sid": "B", ${rest} }`),
    'empty Sids': inPolicy(`{ "Sid": "", ${rest} }, { "Sid": "", ${rest} }`),
    'an identity-based policy, for which there is another rule': inPolicy(`
    { "Sid": "A", ${deny} },
    { "Sid": "A", ${deny} }`),
    'a topic policy, for which there is another rule': inTemplate(
      'AWS::SNS::TopicPolicy',
      'PolicyDocument',
      inPolicy(`{ "Sid": "A", ${rest} }, { "Sid": "A", ${rest} }`),
    ),
  },
  flagged: {
    'a bucket policy': {
      text: inPolicy(`
    { "Sid": "A", ${rest} },
    { "Sid": "A", ${rest} }
    #        ^^^ unique-sids-recommended`),
      fixed: [
        inPolicy(`
    { "Sid": "A", ${rest} },
    { "Sid": "A2", ${rest} }`),
      ],
      access: ['same'],
    },
    'a service control policy': {
      text: inPolicy(`
    { "Sid": "A", ${deny} },
    { "Sid": "A", ${deny} }
    #        ^^^ unique-sids-recommended`),
      type: 'scp',
    },
    'a trust policy': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(`
    { "Sid": "A", "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" },
    { "Sid": "A", "Effect": "Allow", "Principal": "*", "Action": "sts:TagSession" }
    #        ^^^ unique-sids-recommended`),
    ),
  },
});
