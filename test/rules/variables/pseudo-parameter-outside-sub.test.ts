import rule from '../../../server/src/rules/variables/pseudo-parameter-outside-sub';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const read = '"Effect": "Allow", "Action": "sqs:ReceiveMessage"';
const template = (resource: string) =>
  inTemplate(
    'AWS::IAM::ManagedPolicy',
    'PolicyDocument',
    inPolicy(`    { ${read}, "Resource": ${resource} }`),
  );

const inYaml = (resource: string) => `Resources:
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sqs:ReceiveMessage
            Resource: ${resource}
`;

ruleSpec(rule, {
  clean: {
    'in Fn::Sub': template('{ "Fn::Sub": "arn:aws:sqs:eu-west-1:${AWS::AccountId}:jobs" }'),
    'in Fn::Sub with names of its own': template(
      '{ "Fn::Sub": ["arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${name}", { "name": "jobs" }] }',
    ),
    'escaped in Fn::Sub, which escaped-reference speaks of': template(
      '{ "Fn::Sub": "arn:aws:sqs:eu-west-1:${!AWS::AccountId}:${Queue}" }',
    ),
    'a variable of IAM': template('"arn:aws:sqs:eu-west-1:111122223333:${aws:username}"'),
    'a policy in a text that Fn::Sub fills in': `Resources:
  Secret:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      ResourcePolicy: !Sub |
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "\${AWS::AccountId}" }, "Action": "secretsmanager:GetSecretValue", "Resource": "*" }
          ]
        }`,
    'in Serverless, which has variables of its own': {
      language: 'yaml',
      file: 'serverless.yml',
      text: `service: jobs
provider:
  name: aws
  iam:
    role:
      statements:
        - Effect: Allow
          Action: sqs:ReceiveMessage
          Resource: arn:aws:sqs:eu-west-1:\${AWS::AccountId}:jobs
resources:
${inYaml('arn:aws:sqs:eu-west-1:${AWS::AccountId}:jobs').replace(/^/gm, '  ')}`,
    },
    'in a bare policy': inPolicy(
      `    { ${read}, "Resource": "arn:aws:sqs:eu-west-1:\${AWS::AccountId}:jobs" }`,
    ),
  },
  flagged: {
    'in JSON': {
      text: template(`
          "arn:aws:sqs:eu-west-1:\${AWS::AccountId}:jobs"
#                                ^^^^^^^^^^^^^^^^^ pseudo-parameter-outside-sub
        `),
      fixed: [
        template(`
          {
            "Fn::Sub": "arn:aws:sqs:eu-west-1:\${AWS::AccountId}:jobs"
          }
        `),
      ],
      access: ['unknown'],
      messages: [
        '${AWS::AccountId} is filled in within Fn::Sub alone: IAM gets these characters, and nothing matches them. Put the text into Fn::Sub.',
      ],
    },
    'in YAML': {
      language: 'yaml',
      text: inYaml(`arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:jobs
#                                 ^^^^^^^^^^^^^^ pseudo-parameter-outside-sub`),
      fixed: [inYaml('!Sub arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs')],
    },
    'beside a variable of IAM': {
      language: 'yaml',
      text: inYaml(`["arn:aws:sqs:eu-west-1:\${AWS::AccountId}:\${aws:username}"]
#                                             ^^^^^^^^^^^^^^^^^ pseudo-parameter-outside-sub`),
      fixed: [inYaml('[!Sub "arn:aws:sqs:eu-west-1:${AWS::AccountId}:${!aws:username}"]')],
    },
    'beside a name of which nobody knows whose it is': {
      text: template(`
          "arn:aws:sqs:eu-west-1:\${AWS::AccountId}:\${Queue}"
#                                ^^^^^^^^^^^^^^^^^ pseudo-parameter-outside-sub
        `),
      fixed: [],
    },
    'in what Fn::Join puts together': {
      text: template(`
          { "Fn::Join": ["", ["arn:aws:sqs:eu-west-1:\${AWS::AccountId}:", { "Ref": "Name" }]] }
#                                                    ^^^^^^^^^^^^^^^^^ pseudo-parameter-outside-sub
        `),
      fixed: [],
    },
    'in a branch': {
      text: template(`
          { "Fn::If": ["Own", "arn:aws:sqs:eu-west-1:\${AWS::AccountId}:jobs", "*"] }
#                                                    ^^^^^^^^^^^^^^^^^ pseudo-parameter-outside-sub
        `),
      fixed: [
        template(`
          { "Fn::If": ["Own", {
            "Fn::Sub": "arn:aws:sqs:eu-west-1:\${AWS::AccountId}:jobs"
          }, "*"] }
        `),
      ],
    },
    'in a policy that is a text': {
      language: 'yaml',
      text: `Resources:
  Secret:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      ResourcePolicy: |
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "s3:Get*", "Resource": "arn:\${AWS::Partition}:s3:::a" }
#                                                                                        ^^^^^^^^^^^^^^^^^ pseudo-parameter-outside-sub
          ]
        }`,
      fixed: [],
    },
  },
});
