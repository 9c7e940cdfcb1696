// Whether one statement speaks of all that another speaks of: subsumption, element by element.
import { LETTER } from '../base/caseless';
import { globCovers, isGlob } from '../base/glob';
import { covers } from './cover';
import { sayingOfCondition } from './sameStatement';
import type { PatternElement, Policy, Statement } from './types';

/**
 * Policies of more statements are not compared statement by statement: no quota leaves room for more in a policy that
 * somebody wrote.
 */
const MOST_COMPARED = 150;

/** Whether a policy has statements that can be compared with each other. */
export function areComparable({ statements }: Policy): boolean {
  return statements.length > 1 && statements.length <= MOST_COMPARED;
}

/** Whose statements are compared with each other; what is worked out for one serves for all. */
export class Coverage {
  readonly #patterns = new Map<PatternElement, Patterns>();
  readonly #conditions = new Map<Statement, string | undefined>();

  /**
   * Whether every request that `narrower` speaks of is one that `wider` speaks of, whatever their effects. `false` where
   * that is not certain: with elements that are known in part, with NotAction and its like, with other conditions.
   */
  covers(wider: Statement, narrower: Statement): boolean {
    return (
      !wider.isPartial &&
      !narrower.isPartial &&
      (!wider.condition || narrower.condition !== undefined) &&
      this.#elementCovers(wider.actions, narrower.actions, globCovers) &&
      this.#elementCovers(wider.resources, narrower.resources, covers) &&
      principalsCover(wider, narrower) &&
      this.#conditionCovers(wider, narrower)
    );
  }

  /** Of some statements those that may cover another: by how its actions begin, most of them cannot. */
  candidates(statements: readonly Statement[]): (narrower: Statement) => readonly Statement[] {
    const heads = statements.map((each) => this.#headsOf(each));
    const alike = (head: Heads) => statements.filter((_, i) => ((heads[i] ?? 0) & head) !== 0);
    const open = alike(ANY);
    const known = new Map<Heads, readonly Statement[]>([[ANY, open]]);
    return ({ actions }) => {
      const first = actions[0]?.patterns[0];
      const head = first ? headOf(first.value) : ANY;
      const found = known.get(head) ?? [...alike(head), ...open];
      known.set(head, found);
      return found;
    };
  }

  #headsOf({ actions }: Statement): Heads {
    const element = actions[0];
    return element ? this.#patternsOf(element).heads : 0;
  }

  #elementCovers(
    wider: readonly PatternElement[],
    narrower: readonly PatternElement[],
    covering: (one: string, other: string) => boolean,
  ): boolean {
    if (wider.length === 0 && narrower.length === 0) return true;
    const one = only(wider);
    const other = only(narrower);
    if (!one || !other || one.negated || other.negated) return false;
    if (one.isPartial || other.isPartial || other.patterns.length === 0) return false;
    const patterns = this.#patternsOf(one);
    const others = this.#patternsOf(other);
    if ((patterns.heads & ANY) === 0 && (others.heads & ~patterns.heads) !== 0) return false;
    const { all, globs } = patterns;
    return others.texts.every((text) => all.has(text) || globs.some((glob) => covering(glob, text)));
  }

  /** No condition, or the same one. */
  #conditionCovers(wider: Statement, narrower: Statement): boolean {
    if (!wider.condition) return true;
    const saying = this.#conditionOf(wider);
    return saying !== undefined && saying === this.#conditionOf(narrower);
  }

  #conditionOf(statement: Statement): string | undefined {
    const known = this.#conditions.get(statement) ?? sayingOfCondition(statement);
    this.#conditions.set(statement, known);
    return known;
  }

  #patternsOf(element: PatternElement): Patterns {
    let known = this.#patterns.get(element);
    if (!known) {
      known = new Patterns(element);
      this.#patterns.set(element, known);
    }
    return known;
  }
}

/** The texts of an element, actions in lower case. */
class Patterns {
  /** How they begin; most statements are told apart by that, so that the rest is seldom asked for. */
  readonly heads: Heads;
  readonly #element: PatternElement;
  #texts: readonly string[] | undefined;
  #all: ReadonlySet<string> | undefined;
  #globs: readonly string[] | undefined;

  constructor(element: PatternElement) {
    this.#element = element;
    this.heads = element.patterns.reduce((heads, { value }) => heads | headOf(value), 0);
  }

  get texts(): readonly string[] {
    const { name, patterns } = this.#element;
    this.#texts ??= patterns.map(({ value }) => (name === 'Action' ? value.toLowerCase() : value));
    return this.#texts;
  }

  get all(): ReadonlySet<string> {
    this.#all ??= new Set(this.texts);
    return this.#all;
  }

  get globs(): readonly string[] {
    this.#globs ??= this.texts.filter(isGlob);
    return this.#globs;
  }
}

/** How some texts begin: a bit for each beginning. Few beginnings share one. */
type Heads = number;

/** The bit of a text that may begin with anything. */
const ANY = 1 << 31;
const HEAD_LENGTH = 3;

/** The first characters, whatever their case; `ANY` where a wildcard or variable is among them. */
function headOf(text: string): Heads {
  if (text.length < HEAD_LENGTH) return ANY;
  let head = 0;
  for (let at = 0; at < HEAD_LENGTH; at++) {
    const code = text.charCodeAt(at);
    if (code === STAR || code === QUESTION_MARK || code === DOLLAR) return ANY;
    head = (head << 5) | (code & LETTER);
  }
  return 1 << (head % 31);
}

const STAR = 0x2a;
const QUESTION_MARK = 0x3f;
const DOLLAR = 0x24;

/** The element of a list that has no other. */
function only<E>(elements: readonly E[]): E | undefined {
  return elements.length === 1 ? elements[0] : undefined;
}

/** The same principals, or everyone. */
function principalsCover(wider: Statement, narrower: Statement): boolean {
  if (wider.principals.length === 0 && narrower.principals.length === 0) return true;
  const one = only(wider.principals);
  const other = only(narrower.principals);
  if (!one || !other || one.negated || other.negated) return false;
  if (one.isPartial || other.isPartial) return false;
  if (one.principals.some(({ kind }) => kind === 'everyone')) return true;
  return other.principals.every(({ kind, value }) =>
    one.principals.some((each) => each.kind === kind && each.value === value),
  );
}
