// serverless.yml: where its policies are, and what its variables stand for.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis';
import { textsOf } from '../cloudformation/values';

function policiesIn(text: string) {
  const analysis = analyze({ uri: 'file:///serverless.yml', languageId: 'yaml', version: 0, text });
  expect(analysis.problems).toEqual([]);
  return analysis.policies;
}

/** What is known of a Resource in a service whose `custom` is given. */
function known(resource: string, custom = '{}'): readonly string[] {
  const [found] = policiesIn(`service: shop
provider:
  stage: dev
  iam:
    role:
      statements:
        - { Effect: Allow, Action: 's3:GetObject', Resource: ${resource} }
custom: ${custom}
resources:
  Resources:
    Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: '\${self:custom.bucket}' } }
`);
  return textsOf(found?.policy.statements[0]?.resources[0]);
}

describe('variables', () => {
  const custom =
    "{ bucket: reports, arn: 'arn:aws:s3:::${self:custom.bucket}', list: ['x:1', 'x:2'], loop: '${self:custom.loop}', nested: { a: ['x:3'] } }";
  it.each([
    ['a value of the file', "'arn:aws:s3:::${self:custom.bucket}/*'", ['~arn:aws:s3:::reports/*']],
    ['a value made of others', "'${self:custom.arn}/*'", ['~arn:aws:s3:::reports/*']],
    ['a text alone', "'${self:custom.arn}'", ['~arn:aws:s3:::reports']],
    ['a list', "'${self:custom.list}'", ['x:1', 'x:2']],
    ['an item of a list', "'${self:custom.nested.a.0}'", ['x:3']],
    ['the service', "'arn:aws:s3:::${self:service}-${sls:stage}'", ['~arn:aws:s3:::shop-${sls:stage}']],
    [
      'what the command line may set',
      "'arn:aws:s3:::${self:provider.stage}'",
      ['~arn:aws:s3:::${self:provider.stage}'],
    ],
    ['another file', "'arn:aws:s3:::${file(./c.yml):bucket}'", ['~arn:aws:s3:::${file(./c.yml):bucket}']],
    [
      'one in another',
      "'arn:aws:s3:::${self:custom.${opt:stage}.x}'",
      ['~arn:aws:s3:::${self:custom.$opt:stage.x}'],
    ],
    ['a policy variable', "'arn:aws:s3:::b/${aws:username}'", ['~arn:aws:s3:::b/${aws:username}']],
    ['what is not there', "'${self:custom.gone}'", ['?']],
    ['what stands for itself', "'${self:custom.loop}'", ['?']],
    [
      'a template’s own',
      '!Sub "arn:${AWS::Partition}:s3:::${self:custom.bucket}/${Bucket}"',
      ['~arn:${AWS::Partition}:s3:::reports/reports'],
    ],
    ['an attribute', '!GetAtt Bucket.Arn', ['~arn:${AWS::Partition}:s3:::reports']],
  ])('%s', (_, resource, expected) => {
    expect(known(resource, custom)).toEqual(expected);
  });

  it('a stage is a word, a value from elsewhere may be anything', () => {
    const [found] = policiesIn(`service: s
provider: { iam: { role: { statements: [{ Effect: Allow, Action: 'a:b', Resource: '\${opt:stage, "dev"}-\${env:X}' }] } } }
`);
    const [text] = found?.policy.statements[0]?.resources[0]?.templates ?? [];
    expect(text?.holes.map(({ isWord }) => isWord)).toEqual([true, false]);
  });
});

it('finds the statements of roles, of the API, and of what is extended', () => {
  const statement = (action: string) =>
    `[{ Effect: Allow, Principal: '*', Action: '${action}', Resource: '*' }]`;
  const found = policiesIn(`service: shop
provider:
  iamRoleStatements: ${statement('a:Old')}
  iam: { role: { statements: '\${self:custom.statements}' } }
  apiGateway: { resourcePolicy: ${statement('execute-api:Invoke')} }
custom:
  statements: ${statement('a:Custom')}
functions:
  - hello: { iamRoleStatements: ${statement('a:Hello')} }
  - other: { iam: { role: { statements: ${statement('a:Other')} } } }
  - '\${file(./more.yml)}'
resources:
  - Resources: { Q: { Type: AWS::SQS::QueuePolicy, Properties: { PolicyDocument: { Version: '2012-10-17', Statement: ${statement('sqs:*')} } } } }
  - extensions:
      IamRoleLambdaExecution:
        Properties: { Policies: [{ PolicyName: p, PolicyDocument: { Version: '2012-10-17', Statement: ${statement('a:Extension')} } }] }
      HelloLambdaFunction: { Properties: { Role: x } }
  - '\${file(./resources.yml)}'
`);
  expect(
    found.map(({ site, policy }) => {
      const actions = policy.statements.flatMap(({ actions: [element] }) => textsOf(element));
      return [site.carrier, site.type, ...actions].join(' ');
    }),
  ).toEqual([
    'serverless identity a:Custom',
    'serverless identity a:Old',
    'serverless identity a:Hello',
    'serverless identity a:Other',
    'serverless resource execute-api:Invoke',
    'cloudformation resource sqs:*',
    'cloudformation identity a:Extension',
  ]);
});
