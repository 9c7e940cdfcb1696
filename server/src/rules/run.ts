// Runs the rules over an analysis. Findings on a statement are kept as long as its text and surroundings stay the
// same, so a key press costs the statement that it changes.
import type { Analysis, FoundPolicy } from '../analysis';
import { shiftEdit } from '../base/edit';
import { rememberLast } from '../base/rememberLast';
import { encloses, overlaps, type Span, shiftSpan } from '../base/span';
import { borrowedTexts, copiesIn } from '../policy/borrowed';
import { type PolicyType, policyTypes, type Statement } from '../policy/types';
import type { Node, SyntaxProblem } from '../syntax/node';
import type {
  Category,
  DocumentRule,
  Finding,
  Fix,
  PolicySubject,
  Report,
  Rule,
  RuleContext,
  StatementRule,
  StatementSubject,
} from './rule';
import { Speakers, StatementRules } from './statementRules';

/** Told when a rule throws; the other rules go on. */
export type RuleFailed = (rule: string, error: unknown) => void;

interface Kept {
  readonly start: number;
  readonly findings: readonly Finding[];
}

/** Holds the rules, sorted by what they look at, and what was found in the statements of the last run. */
export class RuleRunner {
  readonly #documentRules: readonly DocumentRule[];
  readonly #policyRules: ReadonlyMap<PolicyType, readonly Checked<PolicySubject>[]>;
  readonly #statementRules: ReadonlyMap<PolicyType, StatementRules>;
  readonly #fragmentRules: ReadonlyMap<PolicyType, StatementRules>;
  readonly #speakersIn: (context: RuleContext) => Speakers;
  /** Of each rule among all: what is found at one place is told in this order. */
  readonly #places: ReadonlyMap<string, number>;
  readonly #failed: RuleFailed;

  constructor(rules: readonly Rule[], failed: RuleFailed) {
    this.#documentRules = rules.filter((rule) => rule.on === 'document');
    this.#policyRules = new Map(
      policyTypes.map((type) => [type, rules.filter((rule) => appliesTo(rule, type)).flatMap(policyPart)]),
    );
    const onStatements = rules.filter((rule) => rule.on === 'statement');
    this.#statementRules = byType(onStatements);
    this.#fragmentRules = byType(onStatements.filter(({ onFragments }) => onFragments));
    this.#speakersIn = rememberLast(
      (context: RuleContext) =>
        new Speakers(
          onStatements.filter(({ speaksOf }) => speaksOf),
          context,
        ),
    );
    this.#places = new Map(rules.map(({ id }, place) => [id, place]));
    this.#failed = failed;
  }

  /**
   * All findings of a document, in document order. `memory` belongs to that document; a document that is looked at
   * once needs none.
   */
  run(analysis: Analysis, context: RuleContext, memory?: StatementMemory): readonly Finding[] {
    const findings: Finding[] = [];
    const { policies, entities, declared, problems } = analysis;
    const isEmpty = [policies, entities, declared, problems].every((each) => each.length === 0);
    if (isEmpty) return findings;
    for (const rule of this.#documentRules) this.#check(rule, analysis, context, findings, []);
    memory?.turn();
    const kept = analysis.tree?.sharesNodes ? undefined : memory;
    for (const found of policies) {
      const subject = { ...found, writer: found.site.tree.writer };
      for (const rule of this.#policyRules.get(found.site.type) ?? []) {
        if (found.site.isFragment && !rule.onFragments) continue;
        this.#check(rule, subject, context, findings, analysis.problems, found.policy.node);
      }
      this.#runStatements(analysis, found, context, kept, findings);
    }
    findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return findings.filter((finding, i) => !isSaid(finding, findings, i));
  }

  #runStatements(
    analysis: Analysis,
    { site, policy }: FoundPolicy,
    context: RuleContext,
    memory: StatementMemory | undefined,
    findings: Finding[],
  ): void {
    const rules = (site.isFragment ? this.#fragmentRules : this.#statementRules).get(site.type);
    const speakers = this.#speakersIn(context);
    const version = policy.version?.value?.kind === 'string' ? policy.version.value.value : undefined;
    const resourceType = site.attachedTo.find((each) => each.kind === 'resource')?.resourceType;
    const isEmbedded = site.tree !== analysis.tree;
    const facts = { type: site.type, carrier: site.carrier, resourceType, version, writer: site.tree.writer };
    const known = memory?.of([site.type, site.carrier, resourceType, version, isEmbedded].join(' '));
    for (const statement of policy.statements) {
      const { start } = statement.node.span;
      const text = known && keyOf(statement, analysis.document.text);
      const kept = text && known.recall(text);
      if (kept) {
        for (const finding of kept.findings) findings.push(shiftFinding(finding, start - kept.start));
        continue;
      }
      const subject: StatementSubject = { statement, ...facts };
      const fresh: Finding[] = [];
      const asked = rules?.of(statement, speakers.of(statement)) ?? [];
      // By index: until V8 has optimised this, an iterator costs more than most rules' `when`.
      for (let i = 0; i < asked.length; i++) {
        const rule = asked[i];
        if (rule) this.#check(rule, subject, context, fresh, analysis.problems, policy.node);
      }
      if (fresh.length > 1) fresh.sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
      if (text) known.keep(text, { start, findings: fresh });
      findings.push(...fresh);
    }
  }

  #placeOf({ rule }: Finding): number {
    return this.#places.get(rule) ?? 0;
  }

  #check<S>(
    rule: Checked<S>,
    subject: S,
    context: RuleContext,
    findings: Finding[],
    problems: readonly SyntaxProblem[],
    policy?: Node,
  ): void {
    try {
      if (rule.when?.(subject, context) === false) return;
      let last: Finding | undefined;
      for (const report of rule.check(subject, context)) {
        if (!isReadable(report, problems) || (last && isSame(last, report))) continue;
        last = findingOf(rule, report, policy);
        findings.push(last);
      }
    } catch (error) {
      this.#failed(rule.id, error);
    }
  }
}

/** What the findings on a statement follow from; `undefined` where they rest on nodes that may move by themselves. */
function keyOf({ node }: Statement, document: string): string | undefined {
  const borrowed = borrowedTexts(node);
  if (borrowed === undefined) return undefined;
  const text = document.slice(node.span.start, node.span.end);
  return borrowed === '' ? text : `${text}\n${borrowed}`;
}

/** A rule as far as running it goes. */
interface Checked<S> {
  readonly id: string;
  readonly category: Category;
  readonly onFragments?: boolean;
  readonly when?: (subject: S, context: RuleContext) => boolean;
  check(subject: S, context: RuleContext): Iterable<Report>;
}

/** What a rule says of a policy as a whole. */
function policyPart(rule: Rule): readonly Checked<PolicySubject>[] {
  if (rule.on === 'policy') return [rule];
  if (rule.on !== 'statement' || !rule.checkPolicy) return [];
  const { id, category, onFragments = false } = rule;
  return [{ id, category, onFragments, check: rule.checkPolicy.bind(rule) }];
}

function byType(rules: readonly StatementRule[]): ReadonlyMap<PolicyType, StatementRules> {
  return new Map(
    policyTypes.map((type) => [type, new StatementRules(rules.filter((rule) => appliesTo(rule, type)))]),
  );
}

/** What was found in the statements of a document, from one run to the next: by their surroundings, then by their text. */
export class StatementMemory {
  #last = new Map<string, KnownStatements>();
  #now = new Map<string, KnownStatements>();

  /** A new run begins: what the run before the last one knew is dropped. */
  turn(): void {
    this.#last = this.#now;
    this.#now = new Map();
  }

  /** The statements with these surroundings. */
  of(surroundings: string): KnownStatements {
    const known = this.#now.get(surroundings) ?? new KnownStatements(this.#last.get(surroundings));
    this.#now.set(surroundings, known);
    return known;
  }
}

class KnownStatements {
  readonly #last: ReadonlyMap<string, Kept>;
  readonly #now = new Map<string, Kept>();

  constructor(last: KnownStatements | undefined) {
    this.#last = last ? last.#now : new Map();
  }

  recall(text: string): Kept | undefined {
    const kept = this.#now.get(text) ?? this.#last.get(text);
    if (kept) this.#now.set(text, kept);
    return kept;
  }

  keep(text: string, kept: Kept): void {
    this.#now.set(text, kept);
  }
}

const noFixes = () => [];

/** `policy` is the document that the rule looked at, or looked into. */
function findingOf(
  rule: { readonly id: string; readonly category: Category },
  { fixes, ...report }: Report,
  policy: Node | undefined,
): Finding {
  return {
    rule: rule.id,
    category: report.category ?? rule.category,
    message: report.message,
    span: report.span,
    related: report.related ?? [],
    fixes: fixes ? () => possible(fixes(), policy) : noFixes,
  };
}

/** The fixes that edit nothing which another file says. */
function possible(fixes: readonly Fix[], policy: Node | undefined): readonly Fix[] {
  const copies = policy && fixes.length > 0 ? copiesIn(policy) : [];
  if (copies.length === 0) return fixes;
  return fixes.filter(({ edits }) => !edits.some(({ span }) => copies.some((copy) => overlaps(copy, span))));
}

/** Whether the same was found before: two policies may share a value that stands in one place. */
function isSaid({ rule, span, message }: Finding, sorted: readonly Finding[], index: number): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const before = sorted[i];
    if (before?.span.start !== span.start || before.span.end !== span.end) return false;
    if (before.rule === rule && before.message === message) return true;
  }
  return false;
}

/** Whether the text that a report speaks of could be read; if not, the syntax problem there is all there is to say. */
function isReadable({ span, restsOn }: Report, problems: readonly SyntaxProblem[]): boolean {
  return !problems.some(
    (problem) => encloses(problem.span, span) || (restsOn !== undefined && overlaps(restsOn, problem.span)),
  );
}

/** A value that can be several texts gives what holds for all of them once. */
function isSame(a: Pick<Report, 'span' | 'message'>, b: Pick<Report, 'span' | 'message'>): boolean {
  return a.message === b.message && a.span.start === b.span.start && a.span.end === b.span.end;
}

function appliesTo(rule: Rule, type: PolicyType): boolean {
  return rule.appliesTo === undefined || rule.appliesTo.includes(type);
}

function shiftFinding(finding: Finding, delta: number): Finding {
  if (delta === 0) return finding;
  const move = (span: Span) => shiftSpan(span, delta);
  return {
    ...finding,
    span: move(finding.span),
    related: finding.related.map((related) => ({ ...related, span: move(related.span) })),
    fixes: () =>
      finding.fixes().map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shiftEdit(edit, delta)) })),
  };
}
