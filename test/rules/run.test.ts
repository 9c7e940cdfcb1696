// How rules are run: of which statements each is asked, and what is said twice of one place is shown once.
import { describe, expect, it } from 'vitest';
import { defineRule, type Rule, type StatementRule } from '../../server/src/rules/rule';
import { inPolicy } from '../support/policies';
import { analysisOf, runRules } from '../support/ruleSpec';

const rule = defineRule({
  id: 'twice',
  group: 'test',
  category: 'error',
  on: 'statement',
  summary: 'Twice.',
  why: 'Twice.',
  source: 'https://docs.aws.amazon.com/',
  examples: [{ bad: '', good: '' }],
  *check({ statement }) {
    const { span } = statement.node;
    yield { span, message: 'One.' };
    yield { span: { ...span }, message: 'One.' };
    yield { span, message: 'Another.' };
    yield { span: { start: span.start, end: span.end - 1 }, message: 'Another.' };
  },
});

/** A rule that reports each statement that it is asked of. */
const asked: StatementRule = {
  ...rule,
  id: 'asked',
  *check({ statement }) {
    yield { span: statement.node.span, message: 'Asked.' };
  },
};

it('shows one finding where a value that can be several texts gives the same for each', () => {
  const findings = runRules([rule], analysisOf({}, inPolicy('    { "Effect": "Allow", "Action": "*" }')));
  expect(findings.map(({ message }) => message).sort()).toEqual(['Another.', 'Another.', 'One.']);
});

describe('a rule that speaks of words', () => {
  const statement = (action: string) =>
    inPolicy(`    { "Effect": "Allow", "Action": ${action}, "Resource": "*" }`);
  const onActions = (judge: (text: string) => boolean) =>
    defineRule({ ...asked, speaksOf: { action: judge } });

  it('is asked of a statement that has one of them', () => {
    const spoken = onActions((text) => text.startsWith('s3:'));
    expect(
      runRules([spoken], analysisOf({}, statement('["ec2:RunInstances", "s3:GetObject"]'))),
    ).toHaveLength(1);
    expect(runRules([spoken], analysisOf({}, statement('"ec2:RunInstances"')))).toEqual([]);
  });

  it('is asked of a text that may come to be one', () => {
    const text = `Resources:
  Role:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: read
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: !Sub "\${Service}:GetObject", Resource: "*" }
`;
    const spoken = onActions((action) => action === 's3:GetObject');
    expect(runRules([spoken], analysisOf({ language: 'yaml' }, text))).toHaveLength(1);
  });

  it('is asked where it cannot judge, and tells of that by itself', () => {
    const failing = onActions(() => {
      throw new Error('no word');
    });
    expect(runRules([failing], analysisOf({}, statement('"s3:GetObject"')))).toHaveLength(1);
  });
});

it('tells what is found at one place in the order of the rules, whatever they speak of', () => {
  const first = defineRule({ ...asked, id: 'first', speaksOf: { action: () => true } });
  const second = defineRule({ ...asked, id: 'second' });
  const text = inPolicy('    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }');
  const found = (...rules: readonly Rule[]) =>
    runRules(rules, analysisOf({}, text)).map(({ rule: id }) => id);
  expect(found(first, second)).toEqual(['first', 'second']);
  expect(found(second, first)).toEqual(['second', 'first']);
});

it('asks a rule only of statements that have what it needs', () => {
  const needy = defineRule({ ...asked, needs: ['denies', 'condition'] });
  const findings = (text: string) => runRules([needy], analysisOf({}, inPolicy(text)));
  const condition = '"Condition": { "Bool": { "aws:SecureTransport": "false" } }';
  expect(findings(`    { "Effect": "Deny", "Action": "*", "Resource": "*", ${condition} }`)).toHaveLength(1);
  expect(findings(`    { "Effect": "Allow", "Action": "*", "Resource": "*", ${condition} }`)).toEqual([]);
  expect(findings('    { "Effect": "Deny", "Action": "*", "Resource": "*" }')).toEqual([]);
});
