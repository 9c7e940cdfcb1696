// What is known of values that CloudFormation puts in when it deploys.
import { describe, expect, it } from 'vitest';
import { templateTexts } from '../../../server/src/policy/templateText';
import { known, resourceIn, templateWith, textsOf } from './values';

const queue = `
  Queue:
    Type: AWS::SQS::Queue
    Properties: { QueueName: jobs }
  Other:
    Type: AWS::SQS::Queue
`;

describe('Fn::Sub', () => {
  it.each([
    ['a text', '!Sub arn:aws:s3:::reports', ['arn:aws:s3:::reports']],
    ['pseudo parameters', '!Sub arn:${AWS::Partition}:s3:::b', ['~arn:${AWS::Partition}:s3:::b']],
    ['its own names', '!Sub ["arn:aws:s3:::${A}", { A: b }]', ['~arn:aws:s3:::b']],
    ['a literal variable', '!Sub "arn:aws:s3:::b/${!aws:username}"', ['~arn:aws:s3:::b/${aws:username}']],
    ['a name that nothing has', '!Sub "arn:aws:s3:::${aws:username}"', ['~arn:aws:s3:::${aws:username}']],
    [
      'an attribute',
      '!Sub "${Queue.Arn}"',
      ['~arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:jobs'],
    ],
    ['a brace that is not closed', '!Sub "arn:aws:s3:::${A"', ['arn:aws:s3:::${A']],
    ['a dynamic reference', '!Sub "{{resolve:ssm:/${A}}}"', ['?']],
  ])('%s', (_, resource, expected) => {
    expect(known(resource, queue)).toEqual(expected);
  });

  it('leads back to the source, through folding and escapes', () => {
    for (const [written, part, source] of [
      ['!Sub "arn:\\x61ws:s3:::${AWS::StackName}-x"', 'aws', '\\x61ws'],
      ['!Sub "arn:aws:s3:::${AWS::StackName}-x"', '-x', '-x'],
      ['!Sub "arn:aws:s3:::${AWS::StackName}-x"', '${AWS::StackName}', '${AWS::StackName}'],
      ['!Sub "arn:aws:s3:::b/${!aws:username}"', '${aws:username}', '${!aws:username}'],
      ['!Sub >-\n                  arn:aws:s3:::${AWS::StackName}-x', '-x', '-x'],
    ] as const) {
      const text = templateWith(written);
      const [found] = resourceIn(text)?.templates ?? [];
      const from = found?.value.indexOf(part) ?? -1;
      const span = found?.spanOf(from, from + part.length);
      expect(text.slice(span?.start, span?.end)).toBe(source);
    }
  });

  it('names its holes, so that a rule can tell them', () => {
    const [found] = resourceIn(templateWith('!Sub "a${AWS::Region}:${Param}"'))?.templates ?? [];
    expect(found?.holes.map(({ isWord }) => isWord)).toEqual([true, false]);
  });
});

describe('Fn::Join', () => {
  it.each([
    [
      'texts and holes',
      '!Join [":", [arn, !Ref AWS::Partition, "s3::", b]]',
      ['~arn:${AWS::Partition}:s3:::b'],
    ],
    ['nothing between', '!Join ["", ["arn:", aws, ":s3:::b"]]', ['~arn:aws:s3:::b']],
    ['a list that is known later', '!Join ["", !Ref List]', ['?']],
    ['a split text', '!Join [":", !Split ["|", "arn|aws|s3|||b"]]', ['~arn:aws:s3:::b']],
  ])('%s', (_, resource, expected) => {
    expect(known(resource)).toEqual(expected);
  });

  it('as the CDK writes it in JSON', () => {
    const arn = {
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':root']],
    };
    const Statement = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: arn }];
    const Properties = { PolicyDocument: { Version: '2012-10-17', Statement } };
    const text = JSON.stringify({ Resources: { P: { Type: 'AWS::IAM::ManagedPolicy', Properties } } });
    expect(textsOf(resourceIn(text, 'json'))).toEqual(['~arn:${AWS::Partition}:iam::${AWS::AccountId}:root']);
  });
});

describe('Ref to a parameter', () => {
  const parameters = (body: string, more = '') => `Parameters:\n  P: ${body}\n${more}`;
  it.each([
    ['its default, among others', '{ Type: String, Default: "arn:aws:s3:::b" }', ['arn:aws:s3:::b', '?']],
    [
      'its allowed values',
      '{ Type: String, AllowedValues: ["*", "arn:aws:s3:::b"] }',
      ['*', 'arn:aws:s3:::b', '?'],
    ],
    ['a default that is none', '{ Type: String, Default: "" }', ['?']],
    ['a number', '{ Type: Number, Default: 012345678901 }', ['012345678901', '?']],
    ['a name that says what to put in', '{ Type: String, Default: "arn:aws:iam::ACCOUNT_ID:root" }', ['?']],
    ['a default that says what to put in', '{ Type: String, Default: "<your ARN>" }', ['?']],
    ['a list', '{ Type: CommaDelimitedList, Default: "a:b, c:d" }', ['~a:b', '~c:d']],
    ['a list of one', '{ Type: CommaDelimitedList, Default: "a:b" }', ['a:b', '?']],
    ['the path of an SSM parameter', '{ Type: "AWS::SSM::Parameter::Value<String>", Default: /a/b }', ['?']],
    ['a reference', '{ Type: String, Default: "{{resolve:ssm:/a}}" }', ['?']],
  ])('%s', (_, parameter, expected) => {
    expect(known('!Ref P', parameters(parameter))).toEqual(expected);
  });

  it('a value that a condition looks at may stand for none', () => {
    const conditions = 'Conditions:\n  HasP: !Not [!Equals [!Ref P, "-"]]\n';
    expect(known('!Ref P', parameters('{ Type: String, Default: "x:y" }', conditions))).toEqual(['?']);
  });

  it('allowed values fill a text', () => {
    const stage = '{ Type: String, AllowedValues: [dev, prod] }';
    expect(known('!Sub "arn:aws:s3:::app-${P}"', parameters(stage))).toEqual([
      '~arn:aws:s3:::app-dev',
      '~arn:aws:s3:::app-prod',
    ]);
  });

  it('a default does not', () => {
    expect(known('!Sub "arn:aws:s3:::app-${P}"', parameters('{ Type: String, Default: dev }'))).toEqual([
      '~arn:aws:s3:::app-${P}',
    ]);
  });
});

describe('references to resources', () => {
  const resources = `
  Named: { Type: AWS::S3::Bucket, Properties: { BucketName: reports } }
  Unnamed: { Type: AWS::S3::Bucket }
  Made: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "app-\${AWS::StackName}" } }
  Self: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "app-\${Self}" } }
  Topic: { Type: AWS::SNS::Topic }
  Secret: { Type: AWS::SecretsManager::Secret, Properties: { Name: db } }
  App: { Type: AWS::IAM::Role, Properties: { RoleName: app, Path: /team/ } }
  Logs: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /app } }
  Table: { Type: AWS::DynamoDB::Table }
  Odd: { Type: Custom::Thing }
`;
  const here = '${AWS::Region}:${AWS::AccountId}';
  it.each([
    ['a name', '!Sub "arn:aws:s3:::${Named}/*"', ['~arn:aws:s3:::reports/*']],
    ['a name that is made up', '!Sub "arn:aws:s3:::${Unnamed}/*"', ['~arn:aws:s3:::${Unnamed}/*']],
    ['a name known in part', '!Sub "arn:aws:s3:::${Made}/*"', ['~arn:aws:s3:::app-${AWS::StackName}/*']],
    ['a name that is made from itself', '!Sub "arn:aws:s3:::${Self}"', ['~arn:aws:s3:::app-${Self}']],
    ['an ARN', '!GetAtt Named.Arn', ['~arn:${AWS::Partition}:s3:::reports']],
    ['an ARN, as a list', '!GetAtt [Unnamed, Arn]', ['~arn:${AWS::Partition}:s3:::${Unnamed}']],
    ['a Ref that gives an ARN', '!Ref Topic', [`~arn:\${AWS::Partition}:sns:${here}:\${Topic}`]],
    [
      'a secret, whose ARN has more than its name',
      '!Ref Secret',
      [`~arn:\${AWS::Partition}:secretsmanager:${here}:secret:\${Secret}`],
    ],
    [
      'a role with a path',
      '!GetAtt App.Arn',
      ['~arn:${AWS::Partition}:iam::${AWS::AccountId}:role/team/app'],
    ],
    ['the ARN of a log group', '!GetAtt Logs.Arn', [`~arn:\${AWS::Partition}:logs:${here}:log-group:/app:*`]],
    [
      'an ARN in a text',
      '!Sub "${Table.Arn}/index/*"',
      [`~arn:\${AWS::Partition}:dynamodb:${here}:table/\${Table}/index/*`],
    ],
    ['another attribute', '!GetAtt Table.StreamArn', ['?']],
    ['a resource of a type that is not known', '!GetAtt Odd.Arn', ['?']],
    ['a resource that is not there', '!GetAtt Gone.Arn', ['?']],
  ])('%s', (_, resource, expected) => {
    expect(known(resource, resources)).toEqual(expected);
  });
});

describe('choices', () => {
  const mappings = `Mappings:
  Map:
    prod: { bucket: "arn:aws:s3:::p", list: ["x:1", "x:2"] }
    test: { bucket: "arn:aws:s3:::t", account: 012345678901 }
`;
  it.each([
    ['either branch', '!If [c, "arn:aws:s3:::a", "*"]', ['arn:aws:s3:::a', '*', '?']],
    ['no value', '!If [c, "arn:aws:s3:::a", !Ref AWS::NoValue]', ['arn:aws:s3:::a', '?']],
    [
      'a choice in a text',
      '!Sub ["arn:aws:s3:::${A}", { A: !If [c, x, y] }]',
      ['~arn:aws:s3:::x', '~arn:aws:s3:::y'],
    ],
    ['no value in a list', '["*", !Ref AWS::NoValue]', ['*']],
    ['a map', '!FindInMap [Map, prod, bucket]', ['arn:aws:s3:::p']],
    [
      'a map with a key that is known later',
      '!FindInMap [Map, !Ref Stage, bucket]',
      ['arn:aws:s3:::p', 'arn:aws:s3:::t', '?'],
    ],
    ['a number of a map', '!FindInMap [Map, test, account]', ['012345678901']],
    ['a list of a map', '!FindInMap [Map, prod, list]', ['x:1', 'x:2']],
    ['a map that is not there', '!FindInMap [Gone, a, b]', ['?']],
    ['one of a list', '!Select [1, ["x:1", "x:2"]]', ['x:2']],
    ['one of a text', '!Select [0, !Split [",", "x:1,x:2"]]', ['~x:1']],
    ['none of a list', '!Select [7, ["x:1"]]', ['?']],
    ['an import', '!ImportValue Shared', ['?']],
    ['a dynamic reference', '"{{resolve:ssm:/arn}}"', ['?']],
    [
      'a dynamic reference in a text',
      '"arn:aws:s3:::{{resolve:ssm:/b}}"',
      ['~arn:aws:s3:::${resolve:ssm:/b}'],
    ],
  ])('%s', (_, resource, expected) => {
    expect(known(resource, mappings)).toEqual(expected);
  });
});

it('what is written wrong is known later', () => {
  const odd = [
    '!Ref [a]',
    '!Sub []',
    '!Sub {a: b}',
    '!Join []',
    '!Join [a, [[b]]]',
    '!If []',
    '!Select [a]',
    '!Split ["", a]',
    '!GetAtt a',
    '!FindInMap [a]',
  ];
  for (const resource of odd) expect(known(resource)).toEqual(['?']);
});

it('statements, and parts of them, that are there only sometimes', () => {
  const text = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: '*'
                Condition: !Ref AWS::NoValue
              - !If [c, { Effect: Deny, Action: 's3:*', Resource: '*' }, !Ref AWS::NoValue]
`;
  const node = resourceIn(text);
  expect(textsOf(node)).toEqual(['*']);
  expect(templateTexts({ kind: 'dynamic', span: { start: 0, end: 0 }, what: 'Ref', parts: [] })).toEqual([]);
});
