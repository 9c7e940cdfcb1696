// Tests of one rule, as strict as ESLint's RuleTester: clean texts give no finding of it, flagged ones give exactly
// those drawn, and each fix is applied: the text parses as well as before, and the finding is gone.
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze, type SourceDocument } from '../../server/src/analysis';
import { applyEdits, conflicts } from '../../server/src/base/edit';
import type { PolicyType } from '../../server/src/policy/types';
import { FindingMemory } from '../../server/src/rules/memory';
import type { Finding, Fix, Rule } from '../../server/src/rules/rule';
import { RuleRunner } from '../../server/src/rules/run';
import type { Language } from '../../server/src/syntax/languages';
import { testCatalog } from './catalog';
import { draw, fixture, type Mark } from './fixture';
import { meaningOf } from './meaning';

/** A text, alone or with what must be known of its document. */
export type Text = string | DescribedText;

export interface DescribedText {
  readonly text: string;
  /** For bare documents: the type, as somebody chose it. */
  readonly type?: PolicyType;
  readonly language?: Language;
  /** What `.leastwise.json` lists as accounts of one's own. */
  readonly accounts?: readonly string[];
  /** The document's name; matters where the carrier goes by it. */
  readonly file?: string;
  /** Texts after the fixes of the first finding, in order; left out: only that they mend it is checked. */
  readonly fixed?: readonly string[];
  /** The access that each fix of the first finding states; left out: not checked. */
  readonly access?: readonly Fix['access'][];
  /** Messages of the findings, in order; left out: not checked. */
  readonly messages?: readonly string[];
}

export interface Cases {
  /** By a few words that say what is shown. */
  readonly clean: Readonly<Record<string, Text>>;
  /** Drawings: carets with the rule's id under each place. */
  readonly flagged: Readonly<Record<string, Text>>;
}

/** Defines the tests of a rule. */
export function ruleSpec(rule: Rule, { clean, flagged }: Cases): void {
  describe(rule.id, () => {
    describe('says nothing of', () => {
      it.each(Object.entries(clean))('%s', (_, each) => {
        const { text } = fixture(described(each).text);
        expect(drawn(text, findingsIn(rule, each, text))).toBe(text);
      });
    });
    describe('finds', () => {
      it.each(Object.entries(flagged))('%s', (_, each) => checkFlagged(rule, described(each)));
    });
  });
}

function described(text: Text): DescribedText {
  return typeof text === 'string' ? { text } : text;
}

function checkFlagged(rule: Rule, each: DescribedText): void {
  const { text, marks } = fixture(each.text);
  expect(marks.length, 'a flagged text has a drawing').toBeGreaterThan(0);
  const findings = findingsIn(rule, each, text);
  expect(drawn(text, findings)).toBe(draw(text, marks));
  if (each.messages) expect(findings.map((finding) => finding.message)).toEqual(each.messages);
  const [first] = findings;
  if (each.fixed) expect(first?.fixes().map((fix) => applyEdits(text, fix.edits))).toEqual(each.fixed);
  if (each.access) expect(first?.fixes().map((fix) => fix.access)).toEqual(each.access);
  for (const finding of findings) for (const fix of finding.fixes()) checkFix(rule, each, text, finding, fix);
}

/** The text parses as well as before, there is less to find, and `same` means the same. */
function checkFix(rule: Rule, each: DescribedText, text: string, finding: Finding, fix: Fix): void {
  expect(conflicts(fix.edits), `${fix.title}: no edits that overlap`).toBe(false);
  const fixed = applyEdits(text, fix.edits);
  const before = analysisOf(each, text);
  const after = analysisOf(each, fixed);
  expect(after.problems.length, `${fix.title}: parses\n${fixed}`).toBeLessThanOrEqual(before.problems.length);
  const found = findingsIn(rule, each, text).length;
  expect(findingsIn(rule, each, fixed).length, `${fix.title}: mends "${finding.message}"\n${fixed}`).toBe(
    found - 1,
  );
  if (fix.access !== 'same') return;
  const meanings = [before, after].map(({ policies }) => policies.map(({ policy }) => meaningOf(policy)));
  expect(meanings[1], `${fix.title}: means the same`).toEqual(meanings[0]);
}

function drawn(text: string, findings: readonly Finding[]): string {
  const marks: readonly Mark[] = findings.map(({ rule, span }) => ({ span, label: rule }));
  return draw(text, marks);
}

/** The findings of one rule; a rule that throws fails the test. */
export function findingsIn(rule: Rule, each: Text, text: string): readonly Finding[] {
  const about = described(each);
  return runRules([rule], analysisOf(about, text), about);
}

/** The findings of rules over an analysis. */
export function runRules(
  rules: readonly Rule[],
  analysis: Analysis,
  { accounts }: Pick<DescribedText, 'accounts'> = {},
): readonly Finding[] {
  const runner = new RuleRunner(rules, (id, error) => {
    throw new Error(`${id} failed`, { cause: error });
  });
  const catalog = testCatalog();
  const context = { catalog, today: catalog.date, accounts: accounts && new Set(accounts) };
  return runner.run(analysis, context, new FindingMemory());
}

/** Analyses a text as the document that a test describes. */
export function analysisOf(each: Omit<DescribedText, 'text'>, text: string): Analysis {
  const { type, language = 'json', file = `policy.${language}` } = each;
  const document: SourceDocument = { uri: `file:///${file}`, languageId: language, version: 1, text };
  return analyze(document, type ? { type: { type, sentence: 'The test says so.', certain: true } } : {});
}
