// What every rule must be: named after its file and its group, resting on a page of AWS, with examples that show it.
import { describe, expect, it } from 'vitest';
import { emptyConfig } from '../../server/src/rules/config';
import type { Finding } from '../../server/src/rules/rule';
import { applyConfig } from '../../server/src/rules/suppress';
import { ruleFiles } from '../support/allRules';
import { analysisOf, runRules } from '../support/ruleSpec';

const files = await ruleFiles();
const rules = files.map(({ rule }) => rule);

describe.each(files)('$name', ({ group, name, rule }) => {
  it('has its name and group from its file', () => {
    expect({ id: rule.id, group: rule.group }).toEqual({ id: name, group });
  });

  it('is named after the check of Access Analyzer, where there is one', () => {
    const code = rule.accessAnalyzer ?? '';
    if (code) expect(rule.id).toBe(code.toLowerCase().replaceAll('_', '-'));
    expect(code).toMatch(/^[A-Z0-9_]*$/);
  });

  it('rests on a page of AWS', () => {
    expect(rule.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+$/);
  });

  it('says what it finds and why it matters in sentences', () => {
    for (const text of [rule.summary, rule.why]) expect(text).toMatch(/^\S.*\.$/s);
  });

  it('finds what its bad examples show and nothing in the good ones', () => {
    for (const { bad, good, ...about } of rule.examples) {
      expect(idsIn(bad, about), bad).toContain(rule.id);
      expect(idsIn(good, about), good).not.toContain(rule.id);
    }
  });

  it('has good examples without any error', () => {
    for (const { good, ...about } of rule.examples) {
      const errors = findingsOf(good, about).filter(({ category }) => category === 'error');
      expect(
        errors.map((finding) => `${finding.rule}: ${finding.message}`),
        good,
      ).toEqual([]);
    }
  });
});

function idsIn(text: string, about: Parameters<typeof analysisOf>[0]): readonly string[] {
  return findingsOf(text, about).map((finding) => finding.rule);
}

/** What a person is shown who has set nothing but what the example says. */
function findingsOf(text: string, about: Parameters<typeof analysisOf>[0]): readonly Finding[] {
  const analysis = analysisOf(about, text);
  const isRule = (id: string) => rules.some((rule) => rule.id === id);
  const options = { config: emptyConfig, path: 'policy.json', today: '2026-01-01', isRule };
  return applyConfig(runRules(rules, analysis, about), analysis, options);
}
