import rule from '../../../server/src/rules/principals/unknown-service-principal';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    known: inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", "logs.eu-west-1.amazonaws.com", "ec2.amazonaws.com.cn"] }, "Action": "sts:AssumeRole" }`,
    ),
    'nothing near': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "frobnicator.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
    ),
    'of the wrong form': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "lambda" }, "Action": "sts:AssumeRole" }`,
    ),
    "a service's own prefix, however near another one is": inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "pcs.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
    ),
    'a wildcard': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "*" }, "Action": "sts:AssumeRole" }`,
    ),
    'a service known only later': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Principal": { "Service": { "Ref": "Service" } }, "Action": "sts:AssumeRole" }`,
      ),
    ),
  },
  flagged: {
    'another name of it': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "stepfunctions.amazonaws.com" }, "Action": "sts:AssumeRole" }
    #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-service-principal`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "Service": "states.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
        ),
      ],
      access: ['unknown'],
      messages: [
        'stepfunctions.amazonaws.com is not a known service principal. Did you mean states.amazonaws.com?',
      ],
    },
    'a misspelling': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", "lamdba.amazonaws.com"] }, "Action": "sts:AssumeRole" }
    #                                                                    ^^^^^^^^^^^^^^^^^^^^^^ unknown-service-principal`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", "lambda.amazonaws.com"] }, "Action": "sts:AssumeRole" }`,
        ),
      ],
    },
  },
});
