// Runs the rules over an analysis. Findings on a statement are kept as long as its text and surroundings stay the
// same, so a key press costs the statement that it changes.
import type { Analysis, FoundPolicy } from '../analysis';
import { shiftEdit } from '../base/edit';
import { encloses, overlaps, type Span, shiftSpan } from '../base/span';
import { type PolicyType, policyTypes } from '../policy/types';
import type { SyntaxProblem } from '../syntax/node';
import type {
  Category,
  DocumentRule,
  Finding,
  PolicyRule,
  Report,
  Rule,
  RuleContext,
  StatementRule,
  StatementSubject,
} from './rule';

/** Told when a rule throws; the other rules go on. */
export type RuleFailed = (rule: string, error: unknown) => void;

interface Kept {
  readonly start: number;
  readonly findings: readonly Finding[];
}

/** Holds the rules, sorted by what they look at, and what was found in the statements of the last run. */
export class RuleRunner {
  readonly #documentRules: readonly DocumentRule[];
  readonly #policyRules: ReadonlyMap<PolicyType, readonly PolicyRule[]>;
  readonly #statementRules: ReadonlyMap<PolicyType, readonly StatementRule[]>;
  readonly #failed: RuleFailed;

  constructor(rules: readonly Rule[], failed: RuleFailed) {
    this.#documentRules = rules.filter((rule) => rule.on === 'document');
    this.#policyRules = byType(rules.filter((rule) => rule.on === 'policy'));
    this.#statementRules = byType(rules.filter((rule) => rule.on === 'statement'));
    this.#failed = failed;
  }

  /**
   * All findings of a document, in document order. `memory` belongs to that document; a document that is looked at
   * once needs none.
   */
  run(analysis: Analysis, context: RuleContext, memory?: StatementMemory): readonly Finding[] {
    const findings: Finding[] = [];
    if (analysis.policies.length === 0 && analysis.entities.length === 0) return findings;
    for (const rule of this.#documentRules) this.#check(rule, analysis, context, findings, []);
    memory?.turn();
    for (const found of analysis.policies) {
      const subject = { ...found, writer: found.site.tree.writer };
      for (const rule of this.#policyRules.get(found.site.type) ?? []) {
        this.#check(rule, subject, context, findings, analysis.problems);
      }
      this.#runStatements(analysis, found, context, memory, findings);
    }
    return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  #runStatements(
    analysis: Analysis,
    { site, policy }: FoundPolicy,
    context: RuleContext,
    memory: StatementMemory | undefined,
    findings: Finding[],
  ): void {
    const rules = this.#statementRules.get(site.type) ?? [];
    const version = policy.version?.value?.kind === 'string' ? policy.version.value.value : undefined;
    const resourceType = site.attachedTo.find((each) => each.kind === 'resource')?.resourceType;
    const isEmbedded = site.tree !== analysis.tree;
    const surroundings = [site.type, site.carrier, resourceType, version, isEmbedded].join(' ');
    const facts = { type: site.type, carrier: site.carrier, resourceType, version, writer: site.tree.writer };
    for (const statement of policy.statements) {
      const { start, end } = statement.node.span;
      const key = memory && `${surroundings}\n${analysis.document.text.slice(start, end)}`;
      const kept = key && memory.recall(key);
      if (kept) {
        for (const finding of kept.findings) findings.push(shiftFinding(finding, start - kept.start));
        continue;
      }
      const subject: StatementSubject = { statement, ...facts };
      const fresh: Finding[] = [];
      for (const rule of rules) {
        if (rule.when?.(subject) === false) continue;
        this.#check(rule, subject, context, fresh, analysis.problems);
      }
      if (key) memory.keep(key, { start, findings: fresh });
      findings.push(...fresh);
    }
  }

  #check<S>(
    rule: Checked<S>,
    subject: S,
    context: RuleContext,
    findings: Finding[],
    problems: readonly SyntaxProblem[],
  ): void {
    try {
      for (const report of rule.check(subject, context)) {
        if (isReadable(report, problems)) findings.push(findingOf(rule, report));
      }
    } catch (error) {
      this.#failed(rule.id, error);
    }
  }
}

/** A rule as far as running it goes. */
interface Checked<S> {
  readonly id: string;
  readonly category: Category;
  check(subject: S, context: RuleContext): Iterable<Report>;
}

function byType<R extends Rule>(rules: readonly R[]): ReadonlyMap<PolicyType, readonly R[]> {
  return new Map(policyTypes.map((type) => [type, rules.filter((rule) => appliesTo(rule, type))]));
}

/** What was found in each statement of a document, from one run to the next. */
export class StatementMemory {
  #last: Map<string, Kept> = new Map();
  #now: Map<string, Kept> = new Map();

  /** A new run begins: what the run before the last one knew is dropped. */
  turn(): void {
    this.#last = this.#now;
    this.#now = new Map();
  }

  recall(key: string): Kept | undefined {
    const kept = this.#now.get(key) ?? this.#last.get(key);
    if (kept) this.#now.set(key, kept);
    return kept;
  }

  keep(key: string, kept: Kept): void {
    this.#now.set(key, kept);
  }
}

const noFixes = () => [];

function findingOf(rule: { readonly id: string; readonly category: Category }, report: Report): Finding {
  return {
    rule: rule.id,
    category: report.category ?? rule.category,
    message: report.message,
    span: report.span,
    related: report.related ?? [],
    fixes: report.fixes ?? noFixes,
  };
}

/** Whether the text that a report speaks of could be read; if not, the syntax problem there is all there is to say. */
function isReadable({ span, restsOn }: Report, problems: readonly SyntaxProblem[]): boolean {
  return !problems.some(
    (problem) => encloses(problem.span, span) || (restsOn !== undefined && overlaps(restsOn, problem.span)),
  );
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
