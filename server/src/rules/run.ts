// Runs the rules over an analysis. Findings on a statement are kept as long as its text and surroundings stay the
// same, so a key press costs the statement that it changes.
import type { Analysis, FoundPolicy } from '../analysis';
import { rememberEach } from '../base/rememberEach';
import { encloses, overlaps, type Span } from '../base/span';
import { copiesIn } from '../policy/borrowed';
import { type Policy, type PolicyType, policyTypes, type Statement } from '../policy/types';
import type { Node, SyntaxProblem } from '../syntax/node';
import { type Checked, checked, policyPart } from './checked';
import type { FindingMemory } from './memory';
import type {
  Category,
  DocumentSubject,
  Finding,
  Fix,
  PolicySubject,
  Report,
  Rule,
  RuleContext,
  StatementSubject,
} from './rule';
import { type Askable, Speakers, type Speaking, StatementRules } from './statementRules';

/** Told when a rule throws; the other rules go on. */
export type RuleFailed = (rule: string, error: unknown) => void;

/** Holds the rules, sorted by what they look at, and what was found in the statements of the last run. */
export class RuleRunner {
  readonly #documentRules: readonly Checked<DocumentSubject>[];
  readonly #policyRules: ReadonlyMap<PolicyType, readonly Checked<PolicySubject>[]>;
  readonly #statementRules: ReadonlyMap<PolicyType, StatementRules>;
  readonly #fragmentRules: ReadonlyMap<PolicyType, StatementRules>;
  readonly #onStatements: ReadonlyMap<string, Checked<StatementSubject>>;
  readonly #speakersIn: (context: RuleContext) => Speakers;
  /** Of each rule among all: what is found at one place is told in this order. */
  readonly #places: ReadonlyMap<string, number>;
  readonly #failed: RuleFailed;

  constructor(rules: readonly Rule[], failed: RuleFailed) {
    this.#documentRules = rules.filter((rule) => rule.on === 'document').map((rule) => checked(rule));
    this.#policyRules = new Map(
      policyTypes.map((type) => [type, rules.filter((rule) => appliesTo(rule, type)).flatMap(policyPart)]),
    );
    const onStatements = rules
      .filter((rule) => rule.on === 'statement')
      .map((rule): Askable => ({ rule, asked: checked(rule) }));
    this.#onStatements = new Map(onStatements.map(({ rule, asked }) => [rule.id, asked]));
    this.#statementRules = byType(onStatements);
    this.#fragmentRules = byType(onStatements.filter(({ rule }) => rule.onFragments));
    const speaking = rules.filter((rule) => rule.on === 'statement' || rule.on === 'policy');
    this.#speakersIn = rememberEach(
      (context: RuleContext) =>
        new Speakers(
          speaking.filter(({ speaksOf }) => speaksOf),
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
  run(analysis: Analysis, context: RuleContext, memory?: FindingMemory): readonly Finding[] {
    const findings: Finding[] = [];
    const { policies, entities, declared, problems } = analysis;
    const isEmpty = [policies, entities, declared, problems].every((each) => each.length === 0);
    if (isEmpty) return findings;
    for (const rule of this.#documentRules) this.#check(rule, analysis, context, findings);
    const ofDocument = findings.length;
    const kept = analysis.tree?.sharesNodes ? undefined : memory;
    for (const found of policies)
      findings.push(...this.#inPolicy({ analysis, found, context, memory: kept }));
    const readable = problems.length === 0 ? findings : readableOf(findings, ofDocument, problems);
    readable.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return readable.filter((finding, i) => !isSaid(finding, readable, i));
  }

  #inPolicy(run: PolicyRun): readonly Finding[] {
    const { analysis, found, context, memory } = run;
    const known = memory?.recall(found, analysis);
    if (known) return known.map((finding) => this.#withFixes(finding, found, context));
    const findings: Finding[] = [];
    const subject = policySubject(found);
    const speakers = this.#speakersIn(context);
    const spoken = found.policy.statements.map((statement) => speakers.of(statement));
    for (const rule of this.#policyRules.get(found.site.type) ?? []) {
      if (found.site.isFragment && !rule.onFragments) continue;
      const { speaker } = rule;
      if (speaker && !spoken.some((each) => each.includes(speaker))) continue;
      this.#check(rule, subject, context, findings, found.policy.node);
    }
    this.#runStatements(run, spoken, findings);
    memory?.keep(found, analysis, findings);
    return findings;
  }

  /** `spoken`: for each statement the rules that speak of its words. */
  #runStatements(
    { analysis, found, context, memory }: PolicyRun,
    spoken: readonly Speaking[],
    findings: Finding[],
  ): void {
    const { site, policy } = found;
    const rules = (site.isFragment ? this.#fragmentRules : this.#statementRules).get(site.type);
    const facts = factsOf(found);
    const { type, carrier, resourceType, version, writer, isRewritten } = facts;
    const isEmbedded = site.tree !== analysis.tree;
    const own = [type, carrier, resourceType, version, isEmbedded, isRewritten];
    const statements = memory?.statements(own.join(' '));
    for (let place = 0; place < policy.statements.length; place++) {
      const statement = policy.statements[place];
      if (!statement) continue;
      const known = statements?.recall(statement, analysis);
      if (known) {
        for (const finding of known) findings.push(this.#withFixes(finding, found, context, statement));
        continue;
      }
      const subject = { statement, type, carrier, resourceType, version, writer, isRewritten, site };
      const fresh: Finding[] = [];
      const asked = rules?.of(statement, spoken[place] ?? []) ?? [];
      // By index: until V8 has optimised this, an iterator costs more than most rules' `when`.
      for (let i = 0; i < asked.length; i++) {
        const rule = asked[i];
        if (rule) this.#check(rule, subject, context, fresh, policy.node);
      }
      if (fresh.length > 1) fresh.sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
      statements?.keep(statement, analysis, fresh);
      findings.push(...fresh);
    }
  }

  #placeOf({ rule }: Finding): number {
    return this.#places.get(rule) ?? 0;
  }

  /**
   * What was found in an earlier version, with its fixes: worked out on this one, since the text around is another.
   * `statement`: the one that it was found in, where that is known.
   */
  #withFixes(finding: Finding, found: FoundPolicy, context: RuleContext, statement?: Statement): Finding {
    return { ...finding, fixes: () => this.#fixesOf(finding, found, context, statement) };
  }

  #fixesOf(
    finding: Finding,
    found: FoundPolicy,
    context: RuleContext,
    statement: Statement | undefined,
  ): readonly Fix[] {
    const { site, policy } = found;
    const again: Finding[] = [];
    const ofPolicy = statement ? [] : (this.#policyRules.get(site.type) ?? []);
    for (const rule of ofPolicy) {
      if (rule.id === finding.rule) this.#check(rule, policySubject(found), context, again, policy.node);
    }
    const rule = this.#onStatements.get(finding.rule);
    const facts = factsOf(found);
    for (const each of statement ? [statement] : statementsAround(policy, finding.span)) {
      if (rule) this.#check(rule, { statement: each, ...facts }, context, again, policy.node);
    }
    return again.find((each) => isSame(each, finding))?.fixes() ?? [];
  }

  #check<S>(rule: Checked<S>, subject: S, context: RuleContext, findings: Finding[], policy?: Node): void {
    try {
      if (rule.when?.(subject, context) === false) return;
      let last: Finding | undefined;
      for (const report of rule.check(subject, context)) {
        if (last && isSame(last, report)) continue;
        last = findingOf(rule, report, policy);
        findings.push(last);
      }
    } catch (error) {
      this.#failed(rule.id, error);
    }
  }
}

/** One policy of a document that the rules look at. */
interface PolicyRun {
  readonly analysis: Analysis;
  readonly found: FoundPolicy;
  readonly context: RuleContext;
  readonly memory: FindingMemory | undefined;
}

function policySubject({ site, policy, origin }: FoundPolicy): PolicySubject {
  return { site, policy, origin, writer: site.tree.writer };
}

/** What a rule on statements knows of the policy around. */
function factsOf({ site, policy }: FoundPolicy): Omit<StatementSubject, 'statement'> {
  const { type, carrier, attachedTo, tree, isRewritten = false } = site;
  const version = policy.version?.value?.kind === 'string' ? policy.version.value.value : undefined;
  const resourceType = attachedTo.find((each) => each.kind === 'resource')?.resourceType;
  return { type, carrier, resourceType, version, isRewritten, writer: tree.writer, site };
}

/** The statements that a place is in, or all where it is in none: what they say may stand elsewhere. */
function statementsAround({ statements }: Policy, span: Span): readonly Statement[] {
  const around = statements.filter(({ node }) => encloses(node.span, span));
  return around.length > 0 ? around : statements;
}

function byType(rules: readonly Askable[]): ReadonlyMap<PolicyType, StatementRules> {
  return new Map(
    policyTypes.map((type) => [type, new StatementRules(rules.filter(({ rule }) => appliesTo(rule, type)))]),
  );
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
    ...(report.restsOn && { restsOn: report.restsOn }),
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

/** Of the findings on policies those that can be relied on; the first ones, on the document as a whole, all can. */
function readableOf(
  findings: readonly Finding[],
  ofDocument: number,
  problems: readonly SyntaxProblem[],
): Finding[] {
  return findings.filter((finding, i) => i < ofDocument || isReadable(finding, problems));
}

/** Whether the text that a finding speaks of could be read; if not, the syntax problem there is all there is to say. */
function isReadable({ span, restsOn }: Finding, problems: readonly SyntaxProblem[]): boolean {
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
