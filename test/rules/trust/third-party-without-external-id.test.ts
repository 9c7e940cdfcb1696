import rule from '../../../server/src/rules/trust/third-party-without-external-id';
import { inPolicy, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const trust = {
  principal: '{ "AWS": "arn:aws:iam::464622532012:root" }',
  action: '"sts:AssumeRole"',
  resource: '',
};

ruleSpec(rule, {
  clean: {
    'with an external ID': withCondition(`      "StringEquals": { "sts:ExternalId": "7f3a" }`, trust),
    'an account that nobody knows': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sts:AssumeRole" }`,
    ),
    "the company's own policy": {
      text: inPolicy(
        `    { "Effect": "Allow", "Principal": { "AWS": "464622532012" }, "Action": "sts:AssumeRole" }`,
      ),
      accounts: ['464622532012'],
    },
    'a Deny': inPolicy(
      `    { "Effect": "Deny", "Principal": { "AWS": "464622532012" }, "Action": "sts:AssumeRole" }`,
    ),
    'a condition still being typed': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "464622532012" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals":  } }`,
    ),
  },
  flagged: {
    'by its ARN': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::464622532012:root" }, "Action": "sts:AssumeRole" }
    #                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ third-party-without-external-id`),
      messages: [
        'Datadog uses this account for all its customers, and one of them could have it use your role. Add a condition on sts:ExternalId with the ID that Datadog gave you.',
      ],
    },
    'by its number, or one of its roles': inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": [
      "754728514883",
#     ^^^^^^^^^^^^^^ third-party-without-external-id
      "arn:aws:iam::414351767826:role/unity"
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ third-party-without-external-id
    ] }, "Action": "sts:AssumeRole" }`),
    'where the partition is known later': {
      language: 'yaml',
      text: `Resources:
  Metrics:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: !Sub arn:\${AWS::Partition}:iam::464622532012:root
              #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ third-party-without-external-id
            Action: sts:AssumeRole
`,
    },
    'an external ID that may be missing': withCondition(
      `      "StringEqualsIfExists": { "sts:ExternalId": "7f3a" }`,
      {
        ...trust,
        principal: `{ "AWS":
      "464622532012"
#     ^^^^^^^^^^^^^^ third-party-without-external-id
      }`,
      },
    ),
  },
});
