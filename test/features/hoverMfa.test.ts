// The table of a condition on MFA: with MFA, without, with an access key.
import { describe, expect, it } from 'vitest';
import { inEveryCarrier } from '../support/carriers';
import { hoverOn } from '../support/checkHover';

type Answers = readonly [withMfa: 'yes' | 'no', withoutMfa: 'yes' | 'no', accessKey: 'yes' | 'no'];

function policy(Effect: string, operator: string, value: unknown): object {
  const Condition = { [operator]: { 'aws:MultiFactorAuthPresent': value } };
  return {
    Version: '2012-10-17',
    Statement: [{ Effect, Action: 'ec2:StopInstances', Resource: '*', Condition }],
  };
}

function table(said: string): readonly string[] {
  return said.split('\n').filter((line) => /^\| (?:session|long)/.test(line));
}

const cases: readonly (readonly [operator: string, value: string, answers: Answers])[] = [
  ['Bool', 'true', ['yes', 'no', 'no']],
  ['Bool', 'false', ['no', 'yes', 'no']],
  ['BoolIfExists', 'true', ['yes', 'no', 'yes']],
  ['BoolIfExists', 'false', ['no', 'yes', 'yes']],
  ['Null', 'true', ['no', 'no', 'yes']],
  ['Null', 'false', ['yes', 'yes', 'no']],
];

describe.each(['Allow', 'Deny'] as const)('%s', (effect) => {
  const results =
    effect === 'Allow'
      ? { yes: 'allowed', no: 'not allowed by this statement' }
      : { yes: 'denied', no: 'not denied by this statement' };

  it.each(cases)('%s %s', (operator, value, answers) => {
    const rows = ['session with MFA', 'session without MFA', 'long-term access key'].map((who, i) => {
      const holds = answers[i] ?? 'no';
      return `| ${who} | ${holds} | ${results[holds]} |`;
    });
    for (const { text, language, carrier } of inEveryCarrier(policy(effect, operator, value), 'identity')) {
      const said = hoverOn(text, 'aws:MultiFactorAuthPresent', { language });
      expect([carrier, ...table(said)]).toEqual([carrier, ...rows]);
    }
  });
});

describe('no table', () => {
  const text = (value: unknown, operator = 'Bool', effect = 'Allow') =>
    hoverOn(JSON.stringify(policy(effect, operator, value)), 'aws:MultiFactorAuthPresent');

  it('where a value is not known', () => {
    expect(table(text('perhaps'))).toEqual([]);
    expect(table(text([]))).toEqual([]);
    expect(table(text({ Ref: 'X' }))).toEqual([]);
  });

  it('with another operator, or without an effect', () => {
    expect(table(text('true', 'StringEquals'))).toEqual([]);
    expect(table(text('true', 'Bool', 'Perhaps'))).toEqual([]);
  });
});

it('says that the code of a call counts, where roles are assumed', () => {
  const trust = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: '111122223333' },
      Action: 'sts:AssumeRole',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } },
    },
  };
  const said = hoverOn(JSON.stringify(trust), 'aws:MultiFactorAuthPresent');
  expect(table(said)).toHaveLength(3);
  expect(said).toContain('A call of AssumeRole that passes a code of an MFA device counts as one with MFA');
  expect(said).toContain('**May assume the role:**');
});
