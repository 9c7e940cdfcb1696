// What was found in a document that is being edited, from one version to the next: in policies and statements that are
// the same objects as before, only moved at most, and in statements that have the same text as before.
import type { Analysis, FoundPolicy } from '../analysis';
import { ownText } from '../base/ownText';
import { overlaps, type Span, shiftSpan } from '../base/span';
import { borrowedTexts } from '../policy/borrowed';
import { statementOrigin } from '../policy/lowered';
import type { Policy, Statement } from '../policy/types';
import type { Finding } from './rule';

/** Findings without their fixes, which are worked out on the text as it is when somebody asks. */
interface Kept {
  /** Where the policy or statement stood. */
  readonly start: number;
  readonly findings: readonly Finding[];
}

interface KeptStatement extends Kept {
  /** What the findings follow from. */
  readonly text: string;
}

interface KeptPolicy extends Kept {
  readonly surroundings: readonly Fact[];
}

/** So many statements are written before those are dropped that nobody has seen for as long. */
const MOST_NEW = 1000;

/** What was found in a document. */
export class FindingMemory {
  readonly #policies = new WeakMap<Policy, KeptPolicy>();
  readonly #statements = new Map<string, StatementMemory>();

  /** What was found in a policy, at its present place; `undefined` where it has to be looked at. */
  recall(found: FoundPolicy, analysis: Analysis): readonly Finding[] | undefined {
    const kept = this.#policies.get(found.origin);
    const isSame = kept && isSurroundedBy(kept.surroundings, found, analysis);
    return isSame ? atPlace(kept, found.site.node.span) : undefined;
  }

  keep(found: FoundPolicy, analysis: Analysis, findings: readonly Finding[]): void {
    const { start } = found.site.node.span;
    const kept = { start, surroundings: surroundingsOf(found, analysis), findings: apart(findings) };
    this.#policies.set(found.origin, kept);
  }

  /** The statements whose findings follow from their text and these facts of their policies. */
  statements(facts: string): StatementMemory {
    const known = this.#statements.get(facts) ?? new StatementMemory();
    this.#statements.set(facts, known);
    return known;
  }
}

export class StatementMemory {
  /** Of statements that are the same objects as before. */
  readonly #same = new WeakMap<Statement, KeptStatement>();
  #last: ReadonlyMap<string, KeptStatement> = new Map();
  #now = new Map<string, KeptStatement>();
  #added = 0;

  /** What was found in a statement, at its present place; `undefined` where it has to be looked at. */
  recall(statement: Statement, analysis: Analysis): readonly Finding[] | undefined {
    const same = this.#same.get(statementOrigin(statement));
    const kept = same ?? this.#withText(statement, analysis);
    if (!kept) return undefined;
    this.#now.set(kept.text, kept);
    if (!same) this.#same.set(statementOrigin(statement), kept);
    return atPlace(kept, statement.node.span);
  }

  keep(statement: Statement, analysis: Analysis, findings: readonly Finding[]): void {
    const key = keyOf(statement, analysis);
    if (key === undefined) return;
    const text = ownText(key);
    const kept = { start: statement.node.span.start, text, findings: apart(findings) };
    this.#same.set(statementOrigin(statement), kept);
    this.#turn();
    this.#now.set(text, kept);
  }

  #withText(statement: Statement, analysis: Analysis): KeptStatement | undefined {
    const text = keyOf(statement, analysis);
    return text === undefined ? undefined : (this.#now.get(text) ?? this.#last.get(text));
  }

  /** Drops what was neither found nor recalled since the last time. */
  #turn(): void {
    this.#added += 1;
    if (this.#added < Math.max(MOST_NEW, this.#last.size)) return;
    this.#added = 0;
    this.#last = this.#now;
    this.#now = new Map();
  }
}

/**
 * What the findings on a statement follow from; `undefined` where they rest on nodes that may move by themselves, and
 * where the text could not be read in part, so that the same text may be read otherwise.
 */
function keyOf({ node }: Statement, { document, problems }: Analysis): string | undefined {
  if (problems.some(({ span }) => overlaps(span, node.span))) return undefined;
  const borrowed = borrowedTexts(node);
  if (borrowed === undefined) return undefined;
  const text = document.text.slice(node.span.start, node.span.end);
  return [text, shapeOf(node), borrowed].join('\n');
}

/** A bracket that is missing far away can make something else of the lines of a block. */
function shapeOf({ properties }: Statement['node']): string {
  const shapes = properties.map(({ key, value }) => {
    const count = value?.kind === 'array' ? value.items.length : '';
    return `${key.value} ${value?.kind}${count}`;
  });
  return shapes.join();
}

/** Something that a rule may know of a policy beside what is in it. */
type Fact = string | number | boolean | undefined;

/** Gives all of that to `see`, with how far away it stands: nothing is put together, since each key press asks. */
function seeSurroundings({ site }: FoundPolicy, { tree }: Analysis, see: (fact: Fact) => void): void {
  const { start } = site.node.span;
  const seePlace = ({ span }: { readonly span: Span }) => {
    see(span.start - start);
    see(span.end - span.start);
  };
  see(site.type);
  see(site.carrier);
  see(site.name);
  see(site.storage);
  see(site.isFragment);
  see(site.isOptional);
  see(site.isRewritten);
  see(site.because.sentence);
  seePlace(site.because);
  see(site.tree.format);
  see(site.tree === tree);
  see(site.tree.problems.length === 0);
  for (const each of site.attachedTo) {
    see(each.kind);
    see(each.name);
    see(each.within);
    see(each.resourceType);
    seePlace(each);
  }
}

function surroundingsOf(found: FoundPolicy, analysis: Analysis): readonly Fact[] {
  const facts: Fact[] = [];
  seeSurroundings(found, analysis, (fact) => facts.push(typeof fact === 'string' ? ownText(fact) : fact));
  return facts;
}

function isSurroundedBy(facts: readonly Fact[], found: FoundPolicy, analysis: Analysis): boolean {
  let place = 0;
  let isSame = true;
  seeSurroundings(found, analysis, (fact) => {
    if (facts[place] !== fact) isSame = false;
    place += 1;
  });
  return isSame && place === facts.length;
}

function atPlace({ start, findings }: Kept, span: Span): readonly Finding[] {
  const delta = span.start - start;
  return delta === 0 ? findings : findings.map((finding) => movedFinding(finding, delta));
}

const noFixes = () => [];

/** By themselves: fixes hold on to the tree, and words of messages to the text. */
function apart(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({
    ...finding,
    message: ownText(finding.message),
    related: finding.related.map((each) => ({ ...each, message: ownText(each.message) })),
    fixes: noFixes,
  }));
}

function movedFinding(finding: Finding, delta: number): Finding {
  const move = (span: Span) => shiftSpan(span, delta);
  return {
    ...finding,
    span: move(finding.span),
    ...(finding.restsOn && { restsOn: move(finding.restsOn) }),
    related: finding.related.map((related) => ({ ...related, span: move(related.span) })),
  };
}
