// Which rules are to be asked of a statement: those that need no more than it has, and that speak of any statement or of
// one of its words. Each word is judged once, since policies use the same few thousand over and over.
import { rememberTexts } from '../base/rememberTexts';
import { clausesOf, phraseOf } from '../policy/clauses';
import { hasTraits, type Traits, traitsOf } from '../policy/traits';
import type { Statement } from '../policy/types';
import type { RuleContext, StatementRule, Words } from './rule';

type Rules = readonly StatementRule[];
const none: Rules = [];

/** The rules on statements of one type of policy, sorted by the traits that they need: once for each set of traits. */
export class StatementRules {
  readonly #rules: Rules;
  readonly #byTraits = new Map<Traits, Sorted>();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  /** Those that may have something to say of a statement. `speakers`: those that speak of one of its words. */
  of(statement: Statement, speakers: Rules): Rules {
    const traits = traitsOf(statement);
    const { always, onWords } = this.#byTraits.get(traits) ?? this.#sort(traits);
    const speaking = speakers.filter((rule) => onWords.has(rule));
    return speaking.length === 0 ? always : [...always, ...speaking];
  }

  #sort(traits: Traits): Sorted {
    const fitting = this.#rules.filter(({ needs = [] }) => hasTraits(traits, needs));
    const sorted = {
      always: fitting.filter(({ speaksOf }) => !speaksOf),
      onWords: new Set(fitting.filter(({ speaksOf }) => speaksOf)),
    };
    this.#byTraits.set(traits, sorted);
    return sorted;
  }
}

interface Sorted {
  /** Those to be asked whatever the words of the statement are. */
  readonly always: Rules;
  readonly onWords: ReadonlySet<StatementRule>;
}

/** Few workspaces have so many texts. */
const MOST_TEXTS = 20_000;
const MOST_OPERATORS = 200;
const MOST_KEYS = 1_000;

/** Some rules by the words that they speak of. */
export class Speakers {
  readonly #actions: OnTexts;
  readonly #resources: OnTexts;
  readonly #principals: OnTexts;
  readonly #onClause: (operator: string) => (key: string) => Rules;

  constructor(rules: Rules, context: RuleContext) {
    this.#actions = new OnTexts(rules, 'action', context);
    this.#resources = new OnTexts(rules, 'resource', context);
    this.#principals = new OnTexts(rules, 'principal', context);
    this.#onClause = rememberTexts(MOST_OPERATORS, (operator) =>
      rememberTexts(MOST_KEYS, (key) => {
        const phrase = phraseOf(operator, key);
        return phrase ? speaking(rules, ({ clause }) => clause?.(phrase, context)) : none;
      }),
    );
  }

  /** The rules that speak of one of a statement's words, in no order. */
  of(statement: Statement): Rules {
    let found = none;
    for (const element of statement.actions) found = joined(found, this.#actions.of(element));
    for (const element of statement.resources) found = joined(found, this.#resources.of(element));
    for (const { principals, templates } of statement.principals) {
      found = joined(found, this.#principals.of({ patterns: principals, templates }));
    }
    for (const { operator, key } of clausesOf(statement)) {
      found = joined(found, this.#onClause(operator.value)(key.value));
    }
    return found;
  }
}

/** The rules that speak of one kind of text. */
class OnTexts {
  readonly #all: Rules;
  readonly #of: (text: string) => Rules;

  constructor(rules: Rules, kind: Exclude<keyof Words, 'clause'>, context: RuleContext) {
    this.#all = rules.filter(({ speaksOf }) => speaksOf?.[kind]);
    this.#of = rememberTexts(MOST_TEXTS, (text) =>
      speaking(this.#all, (words) => words[kind]?.(text, context)),
    );
  }

  /** What a text with a hole comes to be is not known: all of the rules are to look at it. */
  of({ patterns, templates }: Texts): Rules {
    if (templates.length > 0) return this.#all;
    let found = none;
    for (const { value } of patterns) found = joined(found, this.#of(value));
    return found;
  }
}

/** The texts of an element, and those that are known in part. */
interface Texts {
  readonly patterns: readonly { readonly value: string }[];
  readonly templates: readonly unknown[];
}

/** Those that say that they speak. One that throws is asked too, and throws again where that is told. */
function speaking(rules: Rules, speaks: (words: Words) => boolean | undefined): Rules {
  const found = rules.filter(({ speaksOf = {} }) => {
    try {
      return speaks(speaksOf);
    } catch {
      return true;
    }
  });
  return found.length === 0 ? none : found;
}

function joined(one: Rules, other: Rules): Rules {
  if (one.length === 0) return other;
  return other.every((rule) => one.includes(rule)) ? one : [...new Set([...one, ...other])];
}
