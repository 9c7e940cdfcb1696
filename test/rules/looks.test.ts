// A rule is asked only where one of the words is one that it `speaksOf`, and where the statement has what it
// `needs`. What it would find elsewhere, nobody would see: each is run with these looks and without.
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../server/src/analysis';
import type { PolicyType } from '../../server/src/policy/types';
import type { Finding, PolicyRule, StatementRule } from '../../server/src/rules/rule';
import { RuleRunner } from '../../server/src/rules/run';
import { ruleFiles } from '../support/allRules';
import { inEveryCarrier } from '../support/carriers';
import { testCatalog } from '../support/catalog';
import { analysisOf } from '../support/ruleSpec';

const all = (await ruleFiles()).map(({ rule }) => rule);
const rules = all.filter((rule) => rule.on === 'statement' || rule.on === 'policy');
const looking = runnerOf(rules);
const asking = runnerOf(rules.map(withoutLooks));

/** A rule that is asked whatever the words are; of what it says is said for an Allow or a Deny alone, it goes on to be. */
function withoutLooks(known: StatementRule | PolicyRule): StatementRule | PolicyRule {
  const { speaksOf, ...rule } = known;
  if (rule.on === 'policy') return rule;
  const { needs = [] } = rule;
  const effects = needs.filter((trait) => trait === 'allows' || trait === 'denies');
  return { ...rule, needs: effects };
}

function runnerOf(some: readonly (StatementRule | PolicyRule)[]): RuleRunner {
  return new RuleRunner(some, (id, error) => {
    throw new Error(`${id} failed`, { cause: error });
  });
}

function compare(analysis: Analysis): void {
  const accounts = new Set(['444455556666']);
  const context = { catalog: testCatalog(), today: testCatalog().date, accounts };
  const [seen, there] = [looking, asking].map((runner) => runner.run(analysis, context).map(asRead));
  expect(seen, analysis.document.text).toEqual(there);
}

function asRead({ rule, category, span, message }: Finding): string {
  return `${span.start}-${span.end} ${category} ${rule}: ${message}`;
}

/** The policies of all examples, each with a mistake. */
const policies = all.flatMap(({ examples }) =>
  examples.flatMap(({ bad, good, ...about }): readonly Known[] => {
    const {
      policies: [found],
      problems,
    } = analysisOf(about, bad);
    const isBare = found?.site.carrier === 'document' && problems.length === 0 && !about.language;
    return isBare ? [{ policy: JSON.parse(bad), type: found.site.type }] : [];
  }),
);

interface Known {
  readonly policy: unknown;
  readonly type: PolicyType;
}

it('there are many to look at', () => {
  expect(rules.filter(({ speaksOf }) => speaksOf).length).toBeGreaterThan(50);
  expect(policies.length).toBeGreaterThan(150);
});

describe('all that there is to find is found', () => {
  it('in examples of rules, whatever carries them', () => {
    for (const { policy, type } of policies) {
      compare(analysisOf({ type }, JSON.stringify(policy)));
      for (const { text, ...about } of inEveryCarrier(policy, type)) compare(analysisOf(about, text));
    }
  });

  it.each<[string, (word: string) => string]>([
    ['with a blank in front', (word) => ` ${word}`],
    ['with a line break at the end', (word) => `${word}\n`],
    ['in capitals', (word) => word.toUpperCase()],
    ['in lower case', (word) => word.toLowerCase()],
    ['cut short', (word) => word.slice(0, -3)],
    ['cut off at the last colon', (word) => word.slice(0, Math.max(0, word.lastIndexOf(':')))],
    ['without what is before the first colon', (word) => word.slice(word.indexOf(':') + 1)],
    ['with a letter less at the beginning', (word) => word.slice(0, 3) + word.slice(4)],
    ['with a letter less at the end', (word) => word.slice(0, -3) + word.slice(-2)],
    ['with a wildcard at the end', (word) => `${word.slice(0, -2)}*`],
    ['with a wildcard in front', (word) => `*${word.slice(2)}`],
    ['with a variable at the end', (word) => `${word}\${aws:username}`],
    ['with a field less', (word) => word.replace(/:(?:\d{12}|[a-z]+-[a-z]+-\d):/g, '::')],
    ['with a field more', (word) => word.replace('::', ':eu-west-1:')],
    ['twice in one', (word) => `${word}, ${word}`],
    ['empty', () => ''],
  ])('in policies with words %s', (_, change) => {
    for (const { policy, type } of policies) {
      for (const name of ['Action', 'Resource', 'Principal', 'Condition']) {
        const text = JSON.stringify(withElement(policy, name, change));
        if (text !== JSON.stringify(policy)) compare(analysisOf({ type }, text));
      }
    }
  });
});

/** A policy with all words in an element of its statements changed. */
function withElement(policy: unknown, name: string, change: (word: string) => string): unknown {
  return JSON.parse(JSON.stringify(policy), (key, value) =>
    key === name || key === `Not${name}` ? withWords(value, change) : value,
  );
}

function withWords(value: unknown, change: (word: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => withWords(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [change(key), withWords(each, change)]),
  );
}
