// How rules are run: what is said twice of one place is shown once.
import { expect, it } from 'vitest';
import { defineRule } from '../../server/src/rules/rule';
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

it('shows one finding where a value that can be several texts gives the same for each', () => {
  const findings = runRules([rule], analysisOf({}, inPolicy('    { "Effect": "Allow", "Action": "*" }')));
  expect(findings.map(({ message }) => message).sort()).toEqual(['Another.', 'Another.', 'One.']);
});
