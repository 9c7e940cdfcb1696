// The other commands: list, explain, rules, lsp, version and help.
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index';
import { leastwise } from '../support/commandLine';

const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
};

describe('list', () => {
  const files = { 'a.json': JSON.stringify({ GroupName: 'g', PolicyName: 'p', PolicyDocument: policy }) };

  it('shows a table', () => {
    expect(leastwise(['list'], files).stdout).toBe(
      'PLACE        CARRIER  TYPE      ATTACHED TO  SIZE\n' +
        'a.json:1:52  aws-cli  identity  group g      96 of 5120\n',
    );
  });

  it('gives JSON', () => {
    const [listed] = JSON.parse(leastwise(['list', '--format', 'json', 'a.json'], files).stdout).policies;
    expect(listed).toMatchObject({
      path: 'a.json',
      carrier: 'aws-cli',
      type: 'identity',
      name: 'p',
      attachedTo: [{ kind: 'group', name: 'g' }],
      size: 96,
      quota: 5120,
    });
  });
});

describe('rules and explain', () => {
  it('lists every rule', () => {
    const listed = JSON.parse(leastwise(['rules', '--format', 'json']).stdout);
    expect(listed.map((rule: { id: string }) => rule.id)).toEqual(rules.map((rule) => rule.id));
    expect(leastwise(['rules']).stdout.split('\n')).toHaveLength(rules.length + 1);
  });

  it.each(['invalid-action', 'INVALID_ACTION'])('explains %s', (id) => {
    const { stdout, status } = leastwise(['explain', id]);
    expect(stdout).toContain('# invalid-action\n');
    expect(status).toBe(0);
  });

  it('knows no other rules', () => {
    expect(leastwise(['explain', 'constructor']).status).toBe(2);
  });
});

it('starts the server, and stays', () => {
  expect(leastwise(['lsp', '--stdio'])).toMatchObject({ serverStarted: true, status: undefined });
});

it('tells its version and how it is used', () => {
  expect(leastwise(['--version']).stdout).toBe('1.2.3\n');
  expect(leastwise(['--help']).stdout).toContain('leastwise lint [PATH…]');
  expect(leastwise(['lint', '--help']).status).toBe(0);
});
