// The rules against the list of Access Analyzer's checks: each code is one of them, with the grade that AWS gives it.
import { describe, expect, it } from 'vitest';
import { analyzerChecks, categoryOf, missingChecks } from '../../scripts/generate/accessAnalyzer';
import { ruleFiles } from '../support/allRules';

const rules = (await ruleFiles()).map(({ rule }) => rule);
const { checks } = analyzerChecks();
/** The gravest first. */
const grades = ['error', 'security', 'warning', 'suggestion'];

describe('the checks of IAM Access Analyzer', () => {
  it('are listed once each', () => {
    const codes = checks.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it('include the code of every rule that has one', () => {
    const codes = new Set(checks.map(({ code }) => code));
    const unknown = rules.filter(({ accessAnalyzer }) => accessAnalyzer && !codes.has(accessAnalyzer));
    expect(unknown.map(({ id }) => id)).toEqual([]);
  });

  it('are graded by our rules as AWS grades them, or lower where they are decided in part', () => {
    const byCode = new Map(checks.map((check) => [check.code, check]));
    const other = rules.filter(({ accessAnalyzer, category }) => {
      const check = byCode.get(accessAnalyzer ?? '');
      if (!check) return false;
      const [ours, theirs] = [category, categoryOf[check.type]].map((each) => grades.indexOf(each));
      return check.part === undefined ? ours !== theirs : Number(ours) < Number(theirs);
    });
    expect(other.map(({ id, category }) => `${id}: ${category}`)).toEqual([]);
  });

  it('are each made by a rule', () => {
    expect(missingChecks(rules)).toEqual([]);
  });
});
