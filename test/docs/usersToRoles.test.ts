// The page "From users to roles" is what it says: of each document before, Leastwise says just what stands above it; of
// each one after, nothing.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hoverOn } from '../support/checkHover';
import { leastwise } from '../support/commandLine';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/users-to-roles.md'), 'utf8');

interface Shown {
  readonly name: string;
  readonly when: 'Before' | 'After';
  /** Rules named above the document. */
  readonly rules: readonly string[];
  readonly language: 'json' | 'yaml' | 'hcl';
  readonly text: string;
}

const endings = { json: 'json', yaml: 'yaml', hcl: 'tf' } as const;

const shown = [...page.matchAll(/\*\*(Before|After)\*\*([^\n]*)\n\n```(json|yaml|hcl)\n([\s\S]*?)```/g)].map(
  ([, when, above = '', language, text = ''], i): Shown => ({
    name: `${Math.floor(i / 2) + 1}, ${language}`,
    when: when === 'Before' ? 'Before' : 'After',
    rules: [...above.matchAll(/`([a-z-]+)`/g)].map(([, rule = '']) => rule),
    language: language === 'json' || language === 'yaml' ? language : 'hcl',
    text,
  }),
);

/** The rules that have something to say, sorted. */
function said({ language, text }: Shown): readonly string[] {
  const name = `shown.${endings[language]}`;
  const args = ['lint', '--format', 'json', '--fail-on', 'never', name];
  const { stdout, status } = leastwise(args, { [name]: text });
  expect(status).toBe(0);
  const found = [...stdout.matchAll(/"ruleId": ?"([a-z-]+)"/g)].map(([, rule = '']) => rule);
  return [...new Set(found)].sort();
}

/** Whether Leastwise takes the text for something that holds a policy. */
function isListed({ language, text }: Shown): boolean {
  const name = `shown.${endings[language]}`;
  return leastwise(['list', name], { [name]: text }).stdout.includes(name);
}

describe('From users to roles', () => {
  it('shows nothing that is not tested, in pairs and in every language', () => {
    expect(page.match(/^```\w+$/gm)).toHaveLength(shown.length);
    expect(shown.map(({ when }) => when)).toEqual(shown.map((_, i) => (i % 2 === 0 ? 'Before' : 'After')));
    expect([...new Set(shown.map(({ language }) => language))].sort()).toEqual(['hcl', 'json', 'yaml']);
  });

  it('shows the table on MFA as the hover does', () => {
    const Condition = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
    const Statement = { Effect: 'Deny', Action: 'ec2:*', Resource: '*', Condition };
    const table = hoverOn(JSON.stringify({ Statement }), 'aws:MultiFactorAuthPresent')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(table).toHaveLength(5);
    expect(page).toContain(table.join('\n'));
  });

  it.each(shown.filter(({ when }) => when === 'Before'))('$name, before', (each) => {
    expect(each.rules.length).toBeGreaterThan(0);
    expect(said(each)).toEqual([...each.rules].sort());
  });

  it.each(shown.filter(({ when }) => when === 'After'))('$name, after', (each) => {
    expect(each.rules).toEqual([]);
    expect(said(each)).toEqual([]);
    expect(isListed(each)).toBe(true);
  });
});
