// Files that are too long to be read: one finding says so, where they may hold a policy.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis';
import type { Language } from '../../../server/src/syntax/languages';
import { ruleFiles } from '../../support/allRules';
import { runRules } from '../../support/ruleSpec';

const rules = (await ruleFiles()).map(({ rule }) => rule);

function findingsIn(languageId: Language, beginning: string, length: number): readonly string[] {
  const text = beginning.padEnd(length, '\n');
  return runRules(rules, analyze({ uri: 'file:///t', languageId, version: 0, text })).map(
    ({ rule, category, message, span }) => `${rule} ${category} ${span.start}-${span.end} ${message}`,
  );
}

const policy = `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}}`;
const block = `resource "aws_iam_policy" "p" { policy = jsonencode({ Version = "2012-10-17", Statement = [] }) }`;
const says = (length: string, most: string) =>
  `0-1 No policy in this file is checked: it has ${length} characters, and files in its language are read up to ${most}. Move policies to a file of their own.`;

describe.each<[Language, string, string, number, string, string]>([
  ['yaml', policy, 'yaml-syntax-error', 2_000_000, '2,000,001', '2,000,000'],
  ['json', policy, 'json-syntax-error', 20_000_000, '20,000,001', '20,000,000'],
  ['terraform', block, 'hcl-syntax-error', 20_000_000, '20,000,001', '20,000,000'],
])('%s', (language, beginning, rule, most, length, bound) => {
  it('over the bound', () => {
    expect(findingsIn(language, beginning, most + 1)).toEqual([`${rule} warning ${says(length, bound)}`]);
  });

  it('over the bound, and about something else', () => {
    expect(findingsIn(language, '# nothing', most + 1)).toEqual([]);
  });
});

it('says nothing of what is read', () => {
  expect(findingsIn('yaml', policy, 2_000_000).join()).not.toContain('is checked');
});
