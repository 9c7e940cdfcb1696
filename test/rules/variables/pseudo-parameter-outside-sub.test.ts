import { expect, it } from 'vitest';
import { FindingMemory } from '../../../server/src/rules/memory';
import { RuleRunner } from '../../../server/src/rules/run';
import rule from '../../../server/src/rules/variables/pseudo-parameter-outside-sub';
import { testCatalog } from '../../support/catalog';
import { inPolicy, inTemplate } from '../../support/policies';
import { analysisOf, ruleSpec } from '../../support/ruleSpec';

const read = '"Effect": "Allow", "Action": "sqs:ReceiveMessage"';
const template = (resource: string) =>
  inTemplate(
    'AWS::IAM::ManagedPolicy',
    'PolicyDocument',
    inPolicy(`    { ${read}, "Resource": ${resource} }`),
  );

const account = 'arn:aws:sqs:eu-west-1:${AWS::AccountId}:jobs';

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
    'in a template of which a macro of its own makes another': {
      language: 'yaml',
      text: `Transform: [AWS::LanguageExtensions, Substitute]\n${inYaml(account)}`,
    },
    'beside a macro, in each place that it may work on': {
      language: 'yaml',
      text: `Resources:
  ByResource:
    Fn::Transform: { Name: Substitute }
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: { Effect: Allow, Action: "sqs:*", Resource: "${account}" }
  ByProperties:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Fn::Transform: { Name: Substitute }
      PolicyDocument:
        Version: "2012-10-17"
        Statement: { Effect: Allow, Action: "sqs:*", Resource: "${account}" }
  ByPolicy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Fn::Transform: { Name: Substitute }
        Version: "2012-10-17"
        Statement: { Effect: Allow, Action: "sqs:*", Resource: "${account}" }
  ByStatement:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: { Fn::Transform: { Name: Substitute }, Effect: Allow, Action: "sqs:*", Resource: "${account}" }
`,
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
    'behind a function that became a part of the text': {
      language: 'yaml',
      text: inYaml(`"!Sub \${AWS::Partition}:jobs"
#                           ^^^^^^^^^^^^^^^^^ pseudo-parameter-outside-sub`),
      fixed: [inYaml('!Sub "${AWS::Partition}:jobs"')],
    },
    'behind a tag that has lost its name': {
      language: 'yaml',
      text: inYaml(`! Sub \${AWS::Partition}:jobs
#                           ^^^^^^^^^^^^^^^^^ pseudo-parameter-outside-sub`),
      fixed: [],
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
    'in a mapping, where no function may stand': {
      language: 'yaml',
      text: `${inYaml('!FindInMap [Queues, eu, jobs]')}
Mappings:
  Queues:
    eu: { jobs: "arn:aws:sqs:eu-west-1:\${AWS::AccountId}:jobs" }
    #                                  ^^^^^^^^^^^^^^^^^ pseudo-parameter-outside-sub
`,
      fixed: [],
    },
    'where all macros are those of AWS': {
      language: 'yaml',
      text: `Transform: AWS::LanguageExtensions
${inYaml(`arn:aws:sqs:eu-west-1:\${AWS::AccountId}:jobs
#                                           ^^^^^^^^^^^^^^^^^ pseudo-parameter-outside-sub`)}`,
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

it('is asked again when a macro comes into the template or goes', () => {
  const catalog = testCatalog();
  const runner = new RuleRunner([rule], () => {});
  const memory = new FindingMemory();
  const countIn = (text: string) =>
    runner.run(analysisOf({ language: 'yaml' }, text), { catalog, today: catalog.date }, memory).length;
  const plain = inYaml(account);
  expect([plain, `Transform: Substitute\n${plain}`, plain].map(countIn)).toEqual([1, 0, 1]);
});
