// A rule as far as running it goes. All of these have the same form, whatever their rules leave out: each policy asks a
// hundred of them, and V8 reads objects of one form several times faster than such of a hundred.
import type { Category, PolicyRule, PolicySubject, Report, Rule, RuleContext } from './rule';

export interface Checked<S> {
  readonly id: string;
  readonly category: Category;
  readonly onFragments: boolean;
  readonly when: ((subject: S, context: RuleContext) => boolean) | undefined;
  /** The rule itself, where it speaks of words and looks at a policy: one of the statements must have one. */
  readonly speaker: PolicyRule | undefined;
  readonly check: (subject: S, context: RuleContext) => Iterable<Report>;
}

interface Checkable<S> {
  readonly id: string;
  readonly category: Category;
  readonly onFragments?: boolean;
  readonly when?: (subject: S, context: RuleContext) => boolean;
  check(subject: S, context: RuleContext): Iterable<Report>;
}

export function checked<S>(rule: Checkable<S>, speaker?: PolicyRule): Checked<S> {
  const { id, category, onFragments = false, when } = rule;
  return { id, category, onFragments, when, speaker, check: rule.check.bind(rule) };
}

/** What a rule says of a policy as a whole. */
export function policyPart(rule: Rule): readonly Checked<PolicySubject>[] {
  if (rule.on === 'policy') return [checked(rule, rule.speaksOf ? rule : undefined)];
  if (rule.on !== 'statement' || !rule.checkPolicy) return [];
  const { id, category, onFragments = false } = rule;
  return [checked({ id, category, onFragments, check: rule.checkPolicy.bind(rule) })];
}
