// `.leastwise.json`: what it says, and what is wrong with one.
import { describe, expect, it } from 'vitest';
import { configuredType, readConfig, withRuleSettings } from '../../server/src/rules/config';

const known = new Set(['invalid-action', 'admin-access']);
const read = (text: string) => readConfig(text, (id) => known.has(id));
const messages = (text: string) =>
  read(text).problems.map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`);

describe('readConfig', () => {
  it('reads rules, ignores and policy types, with comments', () => {
    const { config, problems } = read(`{
      // why
      "$schema": "x",
      "rules": { "invalid-action": "warning", "admin-access": "off" },
      "ignore": [{ "rule": "admin-access", "path": "ops/**", "sid": "Admin", "reason": "r", "expires": "2027-01-01" }],
      "policyTypes": { "scp/*.json": "scp", "boundary.json": "boundary" },
    }`);
    expect(problems).toEqual([]);
    expect([...config.rules]).toEqual([
      ['invalid-action', 'warning'],
      ['admin-access', 'off'],
    ]);
    expect(config.ignores).toMatchObject([{ rule: 'admin-access', sid: 'Admin', expires: '2027-01-01' }]);
    const paths = ['ops/a/b.json', 'dev/a.json'].map((path) => config.ignores[0]?.matchesPath(path));
    expect(paths).toEqual([true, false]);
    const types = ['scp/a.json', 'deep/boundary.json', 'a.json'].map((path) => configuredType(config, path));
    expect(types).toEqual(['scp', 'boundary', undefined]);
  });

  it.each([
    ['[]', '[]: The configuration must be a JSON object.'],
    ['', ': The configuration must be a JSON object.'],
    ['{"rulse": {}}', '"rulse": "rulse" is no setting. Use rules, ignore, policyTypes or accounts.'],
    ['{"rules": []}', '[]: "rules" must be an object.'],
    [
      '{"rules": {"invalid-action": "loud"}}',
      '"loud": Set invalid-action to off, suggestion, warning or error.',
    ],
    [
      '{"rules": {"__proto__": "off"}}',
      '"__proto__": __proto__ is no rule of Leastwise. `leastwise rules` lists them.',
    ],
    [
      '{"ignore": ["admin-access"]}',
      '"admin-access": An ignore is an object with a rule, and a path or a sid.',
    ],
    ['{"ignore": [{}]}', '{}: An ignore needs the rule that it speaks of.'],
    ['{"ignore": [{"rule": "admin-access", "expires": "soon"}]}', '"soon": Write the date as YYYY-MM-DD.'],
    [
      '{"policyTypes": {"a": "user"}}',
      '"user": A policy type is one of identity, trust, resource, scp, rcp, endpoint, boundary, session.',
    ],
    ['{"accounts": {}}', '{}: "accounts" must be a list of account IDs.'],
    [
      '{"accounts": ["111122223333", 444455556666]}',
      '444455556666: Write the ID of an account as a text of 12 digits.',
    ],
    [
      '{"accounts": ["1111-2222-3333"]}',
      '"1111-2222-3333": Write the ID of an account as a text of 12 digits.',
    ],
    ['{"accounts": [null]}', 'null: Write the ID of an account as a text of 12 digits.'],
  ])('%s', (text, message) => {
    expect(messages(text)).toContain(message);
  });

  it.each<[string, readonly string[] | undefined]>([
    ['{ "accounts": ["111122223333", "000000000001", "111122223333"] }', ['111122223333', '000000000001']],
    ['{}', undefined],
    // Nobody has no account: the list is yet to be written.
    ['{ "accounts": [] }', undefined],
    // What cannot be read may be the very account that would then seem to be a stranger's.
    ['{ "accounts": ["111122223333", "44445555666"] }', undefined],
    ['{ "accounts": "111122223333" }', undefined],
  ])('lists the accounts of %s', (text, expected) => {
    const { accounts } = read(text).config;
    expect(accounts && [...accounts]).toEqual(expected);
  });
});

it('lets the editor’s settings win', () => {
  const { config } = read('{ "rules": { "invalid-action": "off" } }');
  const merged = withRuleSettings(config, { 'invalid-action': 'error', 'admin-access': 'nonsense' });
  expect([...merged.rules]).toEqual([['invalid-action', 'error']]);
});
