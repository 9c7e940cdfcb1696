// Rules on what a template says in part: findings stand where the mistake is written, and nothing is said of the rest.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/base/edit';
import { templateWith } from '../discovery/cloudformation/values';
import { ruleFiles } from '../support/allRules';
import { testService } from '../support/ask';
import { draw, fixture } from '../support/fixture';
import { analysisOf, runRules } from '../support/ruleSpec';

const rules = (await ruleFiles()).map(({ rule }) => rule);

function findings(text: string) {
  return runRules(rules, analysisOf({ language: 'yaml' }, text));
}

/** Finds just what is drawn. */
function check(marked: string): void {
  const { text, marks } = fixture(marked);
  const found = findings(text).map(({ rule, span }) => ({ span, label: rule }));
  expect(draw(text, found)).toBe(draw(text, marks));
}

describe('finds', () => {
  it('a mistake in a branch of Fn::If', () => {
    check(
      templateWith(
        'arn:aws:s3:::reports/*',
        '',
        `!If [c, s3:GetObjekt, s3:GetObject]
                #               ^^^^^^^^^^^^ invalid-action`,
      ),
    );
  });

  it('a mistake in Fn::Sub without a variable', () => {
    check(
      templateWith(
        '"*"',
        '',
        `!Sub s3:GetObjekt
                #            ^^^^^^^^^^^^ invalid-action`,
      ),
    );
  });

  it('a mistake in an object that becomes a text', () => {
    check(`Transform: AWS::LanguageExtensions
Resources:
  Logs:
    Type: AWS::Logs::ResourcePolicy
    Properties:
      PolicyName: logs
      PolicyDocument:
        Fn::ToJsonString:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Principal: { AWS: '123456789012' }
              Action: logs:PutLogEventz
              #       ^^^^^^^^^^^^^^^^^ invalid-action
              Resource: !Sub 'arn:\${AWS::Partition}:logs:*:\${AWS::AccountId}:log-group:*'
`);
  });

  it('a mistake in a parameter’s default, where it is written', () => {
    check(
      templateWith(
        '"*"',
        `Parameters:
  Action: { Type: String, Default: s3:GetObjekt }
  #                                ^^^^^^^^^^^^ invalid-action
`,
        '!Ref Action',
      ),
    );
  });

  it('a mistake in a map, and mends it there', () => {
    const text = templateWith(
      '"*"',
      'Mappings: { Map: { a: { b: s3:GetObjekt } } }\n',
      '!FindInMap [Map, a, b]',
    );
    const [found] = findings(text);
    expect(applyEdits(text, found?.fixes()[0]?.edits ?? [])).toBe(text.replace('Objekt', 'Object'));
  });
});

describe('loops in a resource', () => {
  it('make properties, of which a policy is mended where it is written', () => {
    check(`Transform: AWS::LanguageExtensions
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Fn::ForEach::Documents:
        - Name
        - [Assume, Other]
        - \${Name}RolePolicyDocument:
            Version: '2012-10-17'
            Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRol }
            #                                                                                 ^^^^^^^^^^^^^ invalid-action
`);
  });

  const loop = (key: string, value: string) => `{ 'Fn::ForEach::L': [X, [a, b], { '${key}': ${value} }] }`;
  const beside = (others: string, key: string, value: string) =>
    `{ ${others}, 'Fn::ForEach::L': [X, !Ref P, { '${key}': ${value} }] }`;
  const statement = (elements: string) => `
    P:
      Type: AWS::S3::BucketPolicy
      Properties:
        Bucket: reports
        PolicyDocument: { Version: '2012-10-17', Statement: [${elements}] }
`;
  const deny = "Effect: Deny, Action: 's3:*', Resource: 'arn:aws:s3:::reports/*'";
  it.each([
    [
      'condition keys',
      `{ ${deny}, Principal: '*', Condition: { StringEquals: ${loop('aws:RequestTag/${X}', 'x')} } }`,
    ],
    [
      'condition keys beside others',
      `{ ${deny}, Principal: '*', Condition: { StringEquals: ${beside("'aws:PrincipalTag/b': c", 'aws:RequestTag/&{X}', '[x]')} } }`,
    ],
    [
      'operators',
      `{ ${deny}, Principal: '*', Condition: ${beside("Bool: { 'aws:SecureTransport': 'false' }", '${X}', "{ 'aws:PrincipalTag/a': b }")} }`,
    ],
    ['kinds of principals', `{ ${deny}, Principal: ${beside("AWS: '123456789012'", '${X}', 'x')} }`],
    ['elements', `{ Effect: Deny, 'Fn::ForEach::L': [X, [Action, Resource, Principal], { '\${X}': '*' }] }`],
    ['statements', `{ ${deny}, Principal: '*' }, ${loop('${X}', '{ Effect: Deny }')}`],
    ['actions', `{ ${deny.replace("'s3:*'", `['s3:*', ${loop('${X}', 'b')}]`)}, Principal: '*' }`],
  ])('make %s, of which nothing is known', (_, elements) => {
    expect(findings(`Resources:${statement(elements)}`)).toEqual([]);
  });

  it('give keys a part that is known later', () => {
    const inLoop = statement(
      `{ ${deny}, Principal: '*', Condition: { StringNotEquals: { '\${X}:sub': a } } }`,
    ).replaceAll('\n', '\n    ');
    expect(findings(`Resources:\n  Fn::ForEach::R:\n    - X\n    - [a]\n    - ${inLoop}`)).toEqual([]);
  });
});

describe('says nothing of', () => {
  it.each([
    ['an ARN that a resource gives', '!Sub "${Bucket.Arn}/*"', '  Bucket: { Type: AWS::S3::Bucket }\n'],
    ['a text with holes', '!Sub "arn:${AWS::Partition}:s3:::${Bucket}/*"', ''],
    ['a policy variable with a hole in it', '!Sub "arn:aws:s3:::b/${!aws:PrincipalTag/${Key}}/*"', ''],
    ['a text that is joined', '!Join ["", ["arn:", !Ref AWS::Partition, ":s3:::b/*"]]', ''],
    ['a default that stands for none', '!Ref P', 'Parameters: { P: { Type: String, Default: "" } }\n'],
    [
      'a list',
      '!Ref P',
      'Parameters: { P: { Type: CommaDelimitedList, Default: "arn:aws:s3:::a/*, arn:aws:s3:::b/*" } }\n',
    ],
  ])('%s', (_, resource, rest) => {
    expect(findings(templateWith(resource, rest))).toEqual([]);
  });

  it('a condition that is not there', () => {
    expect(
      findings(templateWith('arn:aws:s3:::reports/*\n                Condition: !Ref AWS::NoValue')),
    ).toEqual([]);
  });

  it('statements around which AWS writes the policy', () => {
    expect(
      findings(`Resources:
  Bus:
    Type: AWS::Events::EventBusPolicy
    Properties:
      StatementId: s
      Statement: { Effect: Allow, Principal: { AWS: '123456789012' }, Action: events:PutEvents, Resource: '*' }
`),
    ).toEqual([]);
  });
});

describe('findings that are kept', () => {
  const bucket = '  B: { Type: AWS::S3::Bucket, Properties: { BucketName: b } }\n';
  const parameters = 'Parameters: { P: { Type: String, Default: "arn:aws:s3:::b" } }\n';
  const mappings = 'Mappings: { M: { a: { b: "arn:aws:s3:::b" } } }\n';
  const all = templateWith(
    '[!Ref P, !GetAtt B.Arn, !Sub "arn:aws:s3:::${B}${P}", !FindInMap [M, a, b], !If [c, "arn:aws:s3:::b", x]]',
    bucket + parameters + mappings,
  );

  it.each([
    ['a default', 'Default: "arn:aws:s3:::b"', 'Default: "arn:aws:s4"'],
    ['a name', 'BucketName: b', 'BucketName: "a:b"'],
    ['a type', 'AWS::S3::Bucket', 'AWS::SNS::Topic'],
    ['a map', 'b: "arn:aws:s3:::b"', 'b: "arn:aw"'],
    ['a place', 'Resources:', 'Resources:  # here'],
    ['a parameter that is gone', parameters, ''],
  ])('are those of a fresh look after a change of %s', (_, from, to) => {
    const changed = all.replace(from, to);
    expect(changed).not.toBe(all);
    const service = testService(rules);
    const told = (text: string, version: number) => {
      const document = { uri: 'file:///t.yaml', languageId: 'yaml', version, text };
      return service.findings(document).map(({ rule, span, message }) => ({ rule, span, message }));
    };
    told(all, 1);
    const kept = told(changed, 2);
    service.close('file:///t.yaml');
    expect(kept).toEqual(told(changed, 3));
  });
});
