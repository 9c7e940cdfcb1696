// Templates in the text of a stack set: found where they stand, and edited there.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis';
import { applyEdits } from '../../../server/src/base/edit';
import { emptyConfig, rules } from '../../../server/src/service';
import { property } from '../../../server/src/syntax/node';
import { testService } from '../../support/ask';
import { checkCompletion } from '../../support/checkCompletion';

const template = (action: string, body: string) => `Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      StackSetName: set
      TemplateBody: ${body}
        Description: All accounts have this
${' '}
        Resources:
          Read:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              # The bucket is everybody's.
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: ${action}
                    Resource: !Sub "arn:\${AWS::Partition}:s3:::reports/*"
  Other:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: { Version: '2012-10-17', Statement: { Effect: Deny, Action: 'sqs:*', Resource: '*' } }
`;

function read(text: string, languageId = 'yaml') {
  const analysis = analyze({ uri: 'file:///t', languageId, version: 0, text });
  expect(analysis.problems).toEqual([]);
  return analysis.policies;
}

const actionsIn = (text: string, languageId?: string) =>
  read(text, languageId).flatMap(({ policy }) =>
    policy.statements.flatMap(({ actions: [first] }) => first?.patterns.map(({ value }) => value) ?? []),
  );

describe.each([
  ['line feeds', (text: string) => text],
  ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
])('with %s', (_, ended) => {
  it('is found where it stands', () => {
    const text = ended(template('s3:GetObject', '|'));
    expect(actionsIn(text)).toEqual(['s3:GetObject', 'sqs:*']);
    const [action] = read(text)[0]?.policy.statements[0]?.actions[0]?.patterns ?? [];
    expect(text.slice(action?.span.start, action?.span.end)).toBe('s3:GetObject');
  });
});

it('is edited in its own columns', () => {
  const text = template('s3:GetObject', '|-');
  const [found] = read(text);
  const node = found?.policy.statements[0]?.node;
  const effect = property(node, 'Effect');
  if (!found || node?.kind !== 'object' || !effect) throw new Error('There is an Effect.');
  const edit = found.site.tree.writer.insertProperty(node, 'Sid', 'Read', effect);
  expect(applyEdits(text, [edit])).toBe(
    text.replace('Effect: Allow\n', 'Effect: Allow\n                    Sid: Read\n'),
  );
});

it('is completed', () => {
  checkCompletion(template('s3:GetObjectA$0', '|'), 's3:GetObjectAcl', template('s3:GetObjectAcl', '|'), {
    language: 'yaml',
  });
});

it('is switched off in its own comments', () => {
  const because = '# leastwise-disable-next-line invalid-action -- known';
  const marked = (action: string) =>
    template('s3:GetObject', '|').replace(
      'Action: s3:GetObject',
      `Action:\n                      ${because}\n                      - ${action}`,
    );
  const rulesOn = (text: string) => {
    const document = { uri: 'file:///t.yaml', languageId: 'yaml', version: 0, text };
    const found = testService(rules).report(document, {}, { config: emptyConfig, path: 't.yaml' });
    return found.map(({ rule }) => rule);
  };
  expect(rulesOn(marked('s3:GetObjekt'))).toEqual([]);
  expect(rulesOn(marked('s3:GetObject'))).toEqual(['unused-suppression']);
});

it('may be in Fn::Sub, and in a string of JSON', () => {
  const text = template('s3:GetObject', '!Sub |').replace('${AWS::Partition}', '${!AWS::Partition}');
  expect(actionsIn(text)).toEqual(['s3:GetObject', 'sqs:*']);
  const body = template('s3:GetObject', '|').slice(0, -1);
  const yaml = body.slice(body.indexOf('  Other:')).replace(/^/, 'Resources:\n');
  const Properties = { TemplateBody: yaml };
  const outer = JSON.stringify({ Resources: { Set: { Type: 'AWS::CloudFormation::StackSet', Properties } } });
  expect(actionsIn(outer, 'json')).toEqual(['sqs:*']);
  const effect = { text: outer, at: outer.indexOf('Deny') };
  const [{ site, policy } = {}] = read(outer, 'json');
  const value = policy?.statements[0]?.effect?.value;
  expect(value?.span).toEqual({ start: effect.at, end: effect.at + 4 });
  const edit = value && site?.tree.writer.replaceValue(value, "it's\n");
  expect(applyEdits(outer, edit ? [edit] : [])).toBe(outer.replace('Deny', '\\"it\'s\\\\n\\"'));
});

it('is JSON in a text, and nothing that is folded', () => {
  const PolicyDocument = {
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Action: 's3:*', Resource: '*' },
  };
  const inner = { Resources: { P: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument } } } };
  const Properties = { TemplateBody: JSON.stringify(inner) };
  const outer = { Resources: { Set: { Type: 'AWS::CloudFormation::StackSet', Properties } } };
  expect(actionsIn(JSON.stringify(outer), 'json')).toEqual(['s3:*']);
  expect(actionsIn(template('s3:GetObject', '>'))).toEqual(['sqs:*']);
});
