import rule from '../../../server/src/rules/principals/invalid-principal-format';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    everyone: inPolicy(
      `    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'an object': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole" }`,
    ),
    'something known only later': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Principal": { "Ref": "Principal" }, "Action": "sts:AssumeRole" }`),
    ),
    'an identity policy, which has no principals': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": "123456789012", "Action": "sts:AssumeRole" }`),
      type: 'identity',
    },
  },
  flagged: {
    'an ARN': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": "arn:aws:iam::123456789012:root", "Action": "sts:AssumeRole" }
    #                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-principal-format`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Principal": {
      "AWS": "arn:aws:iam::123456789012:root"
    }, "Action": "sts:AssumeRole" }`),
      ],
      access: ['unknown'],
      messages: [
        'Principal must be an object that says of which kind the principal is. Write { "AWS": "arn:aws:iam::123456789012:root" }.',
      ],
    },
    'an ARN of a template': {
      language: 'yaml',
      text: `Resources:
  Role: { Type: AWS::IAM::Role }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: !Sub 'arn:aws:iam::\${AWS::AccountId}:root', Action: s3:GetObject, Resource: '*' }
          #                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-principal-format
          - { Effect: Allow, Principal: !GetAtt Role.Arn, Action: s3:GetObject, Resource: '*' }
          #                             ^^^^^^^^^^^^^^^^ invalid-principal-format
          - { Effect: Allow, Principal: !If [A, '*', !GetAtt Role.Arn], Action: s3:GetObject, Resource: '*' }
          - { Effect: Allow, Principal: !Sub '\${Principal}', Action: s3:GetObject, Resource: '*' }
`,
    },
    'a service': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": "lambda.amazonaws.com", "Action": "sts:AssumeRole" }
    #                                 ^^^^^^^^^^^^^^^^^^^^^^ invalid-principal-format`),
      messages: [
        'Principal must be an object that says of which kind the principal is. Write { "Service": "lambda.amazonaws.com" }.',
      ],
    },
    'an identity provider': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": "arn:aws:iam::123456789012:oidc-provider/example.com", "Action": "sts:AssumeRole" }
    #                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-principal-format`),
      messages: [
        'Principal must be an object that says of which kind the principal is. Write { "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }.',
      ],
    },
    'an account': {
      text: inPolicy(`    { "Effect": "Deny", "NotPrincipal": "123456789012", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
    #                                   ^^^^^^^^^^^^^^ invalid-principal-format`),
      messages: [
        'NotPrincipal must be an object that says of which kind the principal is. Write { "AWS": "123456789012" }.',
      ],
    },
    'nothing that it could be': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": "anna", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
    #                                 ^^^^^^ invalid-principal-format`),
      fixed: [],
      messages: [
        'Principal must be an object that says of which kind the principal is. Write for example { "AWS": "123456789012" }.',
      ],
    },
    'nothing at all':
      inPolicy(`    { "Effect": "Allow", "Principal": "", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
    #                                 ^^ invalid-principal-format`),
  },
});
