// Features inside of CloudFormation's functions: the same answers as in a plain string, and none that throws.
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../server/src/base/lineIndex';
import { rules } from '../../server/src/service';
import { templateWith } from '../discovery/cloudformation/values';
import { askOf, testService } from '../support/ask';
import { checkCompletion, labelsAt } from '../support/checkCompletion';
import { hover } from '../support/checkHover';

const yaml = { language: 'yaml' } as const;

describe('completion', () => {
  it('of a resource in Fn::Sub, with what is typed', () => {
    checkCompletion(
      templateWith('!Sub "arn:${AWS::Partition}:s3:::$0"'),
      'arn:${AWS::Partition}:s3:::BucketName/ObjectName',
      templateWith('!Sub "arn:${AWS::Partition}:s3:::BucketName/ObjectName"'),
      { ...yaml, snippets: false },
    );
  });

  it('of a Region that is a variable', () => {
    const typed = '!Sub "arn:aws:sqs:${AWS::Region}:$0"';
    expect(labelsAt(templateWith(typed, '', 'sqs:SendMessage'), yaml)).toContain(
      'arn:aws:sqs:${AWS::Region}:Account:QueueName',
    );
  });

  it('of an action in a branch of Fn::If, with its neighbours left out', () => {
    const labels = labelsAt(
      templateWith('"*"', '', '!If [c, [s3:GetOb$0, s3:GetObjectAcl], [s3:Put]]'),
      yaml,
    );
    expect(labels).toContain('s3:GetObject');
    expect(labels).not.toContain('s3:GetObjectAcl');
  });

  it('of statements behind a key of another name', () => {
    const service = (action: string) =>
      `service: s\nprovider:\n  iam:\n    role:\n      statements:\n        - Effect: Allow\n          Action: ${action}\n`;
    expect(labelsAt(service('s3:GetObjectA$0'), yaml)).toContain('s3:GetObjectAcl');
  });
});

describe('hover', () => {
  it('on a resource in Fn::Sub', () => {
    const said = hover(
      templateWith(`!Sub "arn:\${AWS::Partition}:s$03:::\${Bucket}/*"
                #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`),
      yaml,
    );
    expect(said).toContain('Resource types: `object`');
  });

  it('on an action in a branch of Fn::If', () => {
    const said = hover(
      templateWith(
        '"*"',
        '',
        `!If [c, s3:Get$0Object, s3:PutObject]
                #               ^^^^^^^^^^^^`,
      ),
      yaml,
    );
    expect(said).toContain('Amazon S3, Read');
  });
});

const template = `Parameters:
  List: { Type: CommaDelimitedList, Default: "s3:Get*,s3:Put" }
Mappings: { M: { a: { b: "arn:aws:s3:::m" } } }
Resources:
  B: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "\${B}-x" } }
  Fn::ForEach::L:
    - N
    - [a]
    - R\${N}:
        Type: AWS::IAM::Role
        Properties:
          Policies:
            - PolicyDocument:
                Statement:
                  - Effect: !If [c, Allow, !Ref AWS::NoValue]
                    Action: !Ref List
                    Resource: [!GetAtt B.Arn, !Join ["", [arn, !Select [0, !Split [",", "a,b"]]]], !FindInMap [M, !Ref K, b]]
                  - !If [c, { Effect: Deny, NotAction: !Sub ["a:\${X}", { X: b }] }, !Ref AWS::NoValue]
`;
const service = `service: s
provider: { iam: { role: { statements: [{ Effect: Allow, Action: '\${self:custom.a}', Resource: 'arn:aws:s3:::\${self:custom.\${opt:x}}' }] } } }
custom: { a: ['s3:Get*', '\${self:custom.a}'] }
`;
const json = JSON.stringify({
  Resources: {
    R: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        PolicyDocument: {
          Statement: [
            { Effect: 'Allow', Action: { 'Fn::If': ['c', 's3:*', { Ref: 'AWS::NoValue' }] } },
            {
              Resource: {
                'Fn::Join': [
                  '',
                  ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', { 'Fn::GetAtt': ['R', 'Arn'] }],
                ],
              },
            },
          ],
        },
      },
    },
  },
});
const texts = [
  ['a template', template, 'yaml'],
  ['a service', service, 'yaml'],
  ['a template in JSON', json, 'json'],
] as const;

describe('half-typed texts', () => {
  const everything = testService(rules);

  /** Asks everything of a text, with the cursor at `offset`. */
  function ask(text: string, language: 'yaml' | 'json', offset: number): void {
    const asked = askOf(text, { language });
    const position = new LineIndex(text).positionAt(offset);
    everything.hover(asked, position);
    everything.completion(asked, position, { snippets: true });
    everything.symbols(asked);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const options = { only: ['quickfix', 'source'], versionedEdits: true };
    for (const { title, edit } of everything.codeActions(asked, range, options)) {
      expect(title).not.toBe('');
      expect(edit).toBeDefined();
    }
  }

  it.each(texts)(
    '%s, up to each character',
    (_, text, language) => {
      for (let end = 0; end <= text.length; end++) ask(text.slice(0, end), language, end);
    },
    60_000,
  );

  it.each(texts)(
    '%s, without each character',
    (_, text, language) => {
      for (let gone = 0; gone < text.length; gone++) {
        ask(text.slice(0, gone) + text.slice(gone + 1), language, gone);
      }
    },
    60_000,
  );
});
