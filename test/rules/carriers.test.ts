// Each rule's examples in every carrier: the same rule speaks, and each of its fixes mends the text it is given.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/base/edit';
import type { Rule } from '../../server/src/rules/rule';
import { ruleFiles } from '../support/allRules';
import { type Carried, inEveryCarrier } from '../support/carriers';
import { analysisOf, runRules } from '../support/ruleSpec';

/** Rules on the text itself, whose mistake is gone when the policy is written anew. */
const onText = new Set([
  'json-syntax-error',
  'yaml-syntax-error',
  'duplicate-key',
  'invalid-condition-data-type',
  'unused-suppression',
]);

const rules = (await ruleFiles()).map(({ rule }) => rule).filter((rule) => !onText.has(rule.id));

interface Case extends Carried {
  readonly accounts: readonly string[];
}

/** Each example in each carrier, with what is good there, and how much the example itself is reported for. */
function carried(rule: Rule): readonly (readonly [string, Case, Case, number])[] {
  return rule.examples.flatMap(({ bad, good, type, accounts = [] }, index) => {
    const analysis = analysisOf(type ? { type } : {}, bad);
    const [found] = analysis.policies;
    const count = runRules([rule], analysis, { accounts }).length;
    if (found?.site.carrier !== 'document') return [];
    const goods = inEveryCarrier(JSON.parse(good), found.site.type, type);
    return inEveryCarrier(JSON.parse(bad), found.site.type, type).flatMap((each) => {
      const other = goods.find(({ carrier }) => carrier === each.carrier);
      const name = `${each.carrier}, example ${index + 1}`;
      return other ? [[name, { ...each, accounts }, { ...other, accounts }, count] as const] : [];
    });
  });
}

const cases = rules
  .map((rule) => ({ rule, id: rule.id, texts: carried(rule) }))
  .filter(({ texts }) => texts.length > 0);

it('covers nearly all rules', () => {
  expect(cases.length).toBeGreaterThan(35);
  const carriers = cases.flatMap(({ texts }) => texts.map(([name]) => name));
  expect(carriers.filter((name) => name.startsWith('data source')).length).toBeGreaterThan(30);
});

describe.each(cases)('$id', ({ rule, texts }) => {
  it.each(texts)('%s', (_, bad, good, count) => {
    const findings = findingsIn(rule, bad.text, bad);
    expect(findings.length, bad.text).toBe(count);
    expect(count).toBeGreaterThan(0);
    expect(findingsIn(rule, good.text, good), good.text).toEqual([]);
    for (const finding of findings) {
      for (const fix of finding.fixes()) {
        const fixed = applyEdits(bad.text, fix.edits);
        expect(analyzed(bad, fixed).problems, `${fix.title}\n${bad.text}\n→\n${fixed}`).toEqual([]);
        expect(findingsIn(rule, fixed, bad).length, `${fix.title}\n${fixed}`).toBe(findings.length - 1);
      }
    }
  });
});

function findingsIn(rule: Rule, text: string, carrier: Case) {
  return runRules([rule], analyzed(carrier, text), carrier);
}

function analyzed({ language, type }: Carried, text: string) {
  return analysisOf(type ? { language, type } : { language }, text);
}
