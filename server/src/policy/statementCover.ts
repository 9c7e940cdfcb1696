// Whether one statement speaks of all that another speaks of: subsumption, element by element.
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
      conditionCovers(wider, narrower)
    );
  }

  /** Of some statements those that may cover another: by how its actions begin, most of them cannot. */
  candidates(statements: readonly Statement[]): (narrower: Statement) => readonly Statement[] {
    const byHead = new Map<string, Statement[]>();
    for (const statement of statements) {
      for (const head of this.#headsOf(statement)) {
        const known = byHead.get(head);
        if (known) known.push(statement);
        else byHead.set(head, [statement]);
      }
    }
    return (narrower) => {
      const [head] = this.#headsOf(narrower);
      const any = byHead.get('') ?? [];
      return head === undefined || head === '' ? any : [...(byHead.get(head) ?? []), ...any];
    };
  }

  #headsOf({ actions }: Statement): ReadonlySet<string> {
    const [element] = actions;
    return element ? this.#patternsOf(element).heads : noHeads;
  }

  #elementCovers(
    wider: readonly PatternElement[],
    narrower: readonly PatternElement[],
    covering: (one: string, other: string) => boolean,
  ): boolean {
    if (wider.length === 0 && narrower.length === 0) return true;
    const [one, second] = wider;
    const [other, third] = narrower;
    if (!one || !other || second || third || one.negated || other.negated) return false;
    if (one.isPartial || other.isPartial || other.patterns.length === 0) return false;
    const { all, globs, heads } = this.#patternsOf(one);
    const others = this.#patternsOf(other);
    if (!heads.has('') && !isSubset(others.heads, heads)) return false;
    for (const text of others.all) {
      if (!all.has(text) && !globs.some((glob) => covering(glob, text))) return false;
    }
    return true;
  }

  #patternsOf(element: PatternElement): Patterns {
    let known = this.#patterns.get(element);
    if (!known) {
      const isAction = element.name === 'Action';
      const all = new Set(element.patterns.map(({ value }) => (isAction ? value.toLowerCase() : value)));
      known = { all, globs: [...all].filter(isGlob), heads: new Set([...all].map(headOf)) };
      this.#patterns.set(element, known);
    }
    return known;
  }
}

const noHeads: ReadonlySet<string> = new Set();

/** The texts of an element, actions in lower case. */
interface Patterns {
  readonly all: ReadonlySet<string>;
  readonly globs: readonly string[];
  /** How they begin; most statements are told apart by that. */
  readonly heads: ReadonlySet<string>;
}

const HEAD_LENGTH = 3;

/** The first characters, or nothing where a wildcard or variable is among them. */
function headOf(text: string): string {
  const head = text.slice(0, HEAD_LENGTH);
  return head.length < HEAD_LENGTH || /[*?$]/.test(head) ? '' : head;
}

function isSubset(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  for (const each of inner) if (!outer.has(each)) return false;
  return true;
}

/** The same principals, or everyone. */
function principalsCover(wider: Statement, narrower: Statement): boolean {
  if (wider.principals.length === 0 && narrower.principals.length === 0) return true;
  const [one, second] = wider.principals;
  const [other, third] = narrower.principals;
  if (!one || !other || second || third || one.negated || other.negated) return false;
  if (one.isPartial || other.isPartial) return false;
  if (one.principals.some(({ kind }) => kind === 'everyone')) return true;
  return other.principals.every(({ kind, value }) =>
    one.principals.some((each) => each.kind === kind && each.value === value),
  );
}

/** No condition, or the same one. */
function conditionCovers(wider: Statement, narrower: Statement): boolean {
  if (!wider.condition) return true;
  const saying = sayingOfCondition(wider);
  return saying !== undefined && saying === sayingOfCondition(narrower);
}
