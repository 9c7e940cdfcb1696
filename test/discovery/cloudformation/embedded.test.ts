// Policies that are JSON text in `Fn::Sub`: in each way to write the text what is known, and edits that fit it.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis';
import { applyEdits } from '../../../server/src/base/edit';
import { LineIndex } from '../../../server/src/base/lineIndex';
import { property } from '../../../server/src/syntax/node';
import { askOf, testService } from '../../support/ask';
import { checkCompletion } from '../../support/checkCompletion';
import { fixture } from '../../support/fixture';
import { textsOf } from './values';

const yaml = { language: 'yaml' } as const;

const statement = (resource: string, action = 'logs:PutLogEvents') =>
  `{ "Effect": "Allow", "Principal": { "Service": "es.amazonaws.com" }, "Action": "${action}", "Resource": "${resource}" }`;

const policyWith = (resource: string, action?: string) => `{
          "Version": "2012-10-17",
          "Statement": [
            ${statement(resource, action)}
          ]
        }`;

const templateWith = (document: string) => `Resources:
  Logs:
    Type: AWS::Logs::ResourcePolicy
    Properties:
      PolicyName: logs
      PolicyDocument: ${document}
`;

const literal = (resource: string, action?: string) =>
  templateWith(`!Sub |\n        ${policyWith(resource, action)}`);

const group = 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Name}:*';
const inDoubleQuotes = JSON.stringify(policyWith(group).replace(/\s+/g, ' '));

const forms = {
  'a literal text': literal(group),
  'a folded text': templateWith(`!Sub >-\n        ${policyWith(group)}`),
  'a text in double quotes': templateWith(`!Sub ${inDoubleQuotes}`),
  'a text in single quotes': templateWith(`!Sub '${policyWith(group).replace(/\s+/g, ' ')}'`),
  'the long form, with names': templateWith(
    `\n        Fn::Sub:\n          - |\n            ${policyWith(group).replace(/\s+/g, ' ')}\n          - { Other: 1 }`,
  ),
  JSON: JSON.stringify({
    Resources: {
      Logs: {
        Type: 'AWS::Logs::ResourcePolicy',
        Properties: { PolicyDocument: { 'Fn::Sub': policyWith(group) } },
      },
    },
  }),
};

function read(text: string) {
  const languageId = text.startsWith('{') ? 'json' : 'yaml';
  const { policies, problems } = analyze({ uri: 'file:///t', languageId, version: 0, text });
  expect(problems).toEqual([]);
  const [found] = policies;
  if (!found || policies.length > 1) throw new Error('There is one policy.');
  return { ...found, statement: found.policy.statements[0] };
}

describe.each(Object.entries(forms))('%s', (_, text) => {
  it('is read, with its holes', () => {
    const { policy } = read(text);
    const [only] = policy.statements;
    expect(only?.actions.flatMap(textsOf)).toEqual(['logs:PutLogEvents']);
    expect(only?.resources.flatMap(textsOf)).toEqual([`~${group}`]);
    const [written] = only?.resources[0]?.templates ?? [];
    const from = group.indexOf('log-group');
    const span = written?.spanOf(from, from + 9);
    expect(text.slice(span?.start, span?.end)).toBe('log-group');
  });

  it('is edited in its own quotes, and stays what it was', () => {
    const { site, policy } = read(text);
    const node = policy.statements[0]?.node;
    const effect = property(node, 'Effect');
    if (node?.kind !== 'object' || !effect) throw new Error('There is an Effect.');
    const edits = [
      site.tree.writer.insertProperty(node, 'Sid', '${aws:username}', effect),
      site.tree.writer.replaceValue(policy.statements[0]?.actions[0]?.property.value ?? node, 'logs:*'),
    ];
    const after = read(applyEdits(text, edits)).policy.statements[0];
    expect(after?.actions.flatMap(textsOf)).toEqual(['logs:*']);
    expect(after?.resources.flatMap(textsOf)).toEqual([`~${group}`]);
    // What is written into `Fn::Sub` is meant as it is, a variable of IAM included.
    expect(property(after?.node, 'Sid')?.value).toMatchObject({ value: '${aws:username}' });
  });
});

it('completes and explains', () => {
  checkCompletion(literal(group, 'logs:PutLogEv$0'), 'logs:PutLogEvents', literal(group), yaml);
  checkCompletion(
    literal('arn:aws:logs:*:*:log-group:${Name}/${aws:userna$0'),
    '${aws:username}',
    literal('arn:aws:logs:*:*:log-group:${Name}/${!aws:username}'),
    yaml,
  );
  const { text, cursor } = fixture(literal(group, 'logs:Put$0LogEvents'));
  const position = new LineIndex(text).positionAt(cursor ?? 0);
  expect(testService().hover(askOf(text, yaml), position)?.contents).toMatchObject({
    value: expect.stringContaining('CloudWatch Logs'),
  });
});

it('leaves what Fn::Join puts together to CloudFormation', () => {
  const text = templateWith(`!Join ["", ['{ "Version": "2012-10-17", "Statement": [', "] }"]]`);
  const { policies } = analyze({ uri: 'file:///t', languageId: 'yaml', version: 0, text });
  expect(policies).toEqual([]);
});
