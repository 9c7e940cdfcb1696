// Which rules are to be asked of a statement, and of a policy for the sake of one: those that need no more than it has,
// and that speak of any statement or of one of its words. Each word is judged once, since policies use the same few
// thousand over and over.
import { rememberTexts } from '../base/rememberTexts';
import { ActionIndex } from '../policy/actionIndex';
import { clausesOf, phraseOf } from '../policy/clauses';
import { onceForStatement } from '../policy/lowered';
import { hasTraits, type Traits, traitsOf } from '../policy/traits';
import type { Statement } from '../policy/types';
import type { Checked } from './checked';
import type { PolicyRule, RuleContext, StatementRule, StatementSubject, Words } from './rule';

/** A rule on statements with what is run of it. */
export interface Askable {
  readonly rule: StatementRule;
  readonly asked: Checked<StatementSubject>;
}

type Asked = readonly Checked<StatementSubject>[];

/** Rules that speak of words. */
export type Speaking = readonly (StatementRule | PolicyRule)[];
const none: Speaking = [];

/** The rules on statements of one type of policy, sorted by the traits that they need: once for each set of traits. */
export class StatementRules {
  readonly #rules: readonly Askable[];
  readonly #byTraits = new Map<Traits, Sorted>();

  constructor(rules: readonly Askable[]) {
    this.#rules = rules;
  }

  /** Those that may have something to say of a statement. `speakers`: those that speak of one of its words. */
  of(statement: Statement, speakers: Speaking): Asked {
    const traits = traitsOf(statement);
    const { always, onWords } = this.#byTraits.get(traits) ?? this.#sort(traits);
    if (speakers.length === 0) return always;
    const speaking = speakers.flatMap((rule) => onWords.get(rule) ?? []);
    return speaking.length === 0 ? always : [...always, ...speaking];
  }

  #sort(traits: Traits): Sorted {
    const fitting = this.#rules.filter(({ rule: { needs = [] } }) => hasTraits(traits, needs));
    const onWords = fitting.filter(({ rule }) => rule.speaksOf);
    const sorted: Sorted = {
      always: fitting.filter(({ rule }) => !rule.speaksOf).map(({ asked }) => asked),
      onWords: new Map(onWords.map(({ rule, asked }) => [rule, asked])),
    };
    this.#byTraits.set(traits, sorted);
    return sorted;
  }
}

interface Sorted {
  /** Those to be asked whatever the words of the statement are. */
  readonly always: Asked;
  readonly onWords: ReadonlyMap<StatementRule | PolicyRule, Checked<StatementSubject>>;
}

/** Few workspaces have so many texts. */
const MOST_TEXTS = 20_000;
const MOST_OPERATORS = 200;
const MOST_KEYS = 1_000;

/** Some rules by the words that they speak of. */
export class Speakers {
  readonly #actions: Listeners;
  readonly #resources: Listeners;
  readonly #principals: Listeners;
  readonly #onClause: (operator: string) => (key: string) => Speaking;

  constructor(rules: Speaking, context: RuleContext) {
    const onTexts = (judges: readonly Judging<string>[], named?: Named): Listeners => {
      const of = rememberTexts(MOST_TEXTS, (text) => {
        const found = speaking(judges, text, context);
        return named ? joined(found, named.of(text)) : found;
      });
      return { all: [...judges.map(({ rule }) => rule), ...(named?.rules ?? [])], of };
    };
    const judging = ({ action }: Words) => (typeof action === 'function' ? action : undefined);
    this.#actions = onTexts(judgesOf(rules, judging), new Named(rules));
    this.#resources = onTexts(judgesOf(rules, ({ resource }) => resource));
    this.#principals = onTexts(judgesOf(rules, ({ principal }) => principal));
    const onClauses = judgesOf(rules, ({ clause }) => clause);
    this.#onClause = rememberTexts(MOST_OPERATORS, (operator) =>
      rememberTexts(MOST_KEYS, (key) => {
        const phrase = phraseOf(operator, key);
        return phrase ? speaking(onClauses, phrase, context) : none;
      }),
    );
  }

  /** The rules that speak of one of a statement's words, in no order. */
  readonly of = onceForStatement((statement): Speaking => this.#look(statement));

  #look(statement: Statement): Speaking {
    let found = none;
    for (const element of statement.actions) found = heard(found, this.#actions, element);
    for (const element of statement.resources) found = heard(found, this.#resources, element);
    for (const { principals, templates } of statement.principals) {
      found = heard(found, this.#principals, { patterns: principals, templates });
    }
    for (const { operator, key } of clausesOf(statement)) {
      found = joined(found, this.#onClause(operator.value)(key.value));
    }
    return found;
  }
}

/** The rules that name the actions that they speak of: one look tells which of them speak of a pattern. */
class Named {
  readonly rules: Speaking;
  readonly #index: ActionIndex;
  readonly #byAction: ReadonlyMap<string, Speaking>;

  constructor(all: Speaking) {
    const named = all.flatMap((rule) => {
      const action = rule.speaksOf?.action;
      return typeof action === 'object' ? [{ rule, action }] : [];
    });
    this.rules = named.map(({ rule }) => rule);
    this.#index = new ActionIndex(new Set(named.flatMap(({ action }) => action)));
    this.#byAction = new Map(
      this.#index.all.map((name) => [
        name,
        named.flatMap(({ rule, action }) => (action.includes(name) ? [rule] : [])),
      ]),
    );
  }

  of(text: string): Speaking {
    const actions = this.#index.matchesOf(text);
    return actions.reduce((found, action) => joined(found, this.#byAction.get(action) ?? none), none);
  }
}

/** The rules that speak of one kind of text. */
interface Listeners {
  readonly all: Speaking;
  readonly of: (text: string) => Speaking;
}

/** The texts of an element, and those that are known in part. */
interface Texts {
  readonly patterns: readonly { readonly value: string }[];
  readonly templates: readonly unknown[];
}

/** What a text with a hole comes to be is not known: all of the rules are to look at it. */
function heard(before: Speaking, { all, of }: Listeners, { patterns, templates }: Texts): Speaking {
  if (templates.length > 0) return joined(before, all);
  let found = before;
  for (let i = 0; i < patterns.length; i++) {
    const more = of(patterns[i]?.value ?? '');
    if (more.length > 0) found = joined(found, more);
  }
  return found;
}

function joined(one: Speaking, other: Speaking): Speaking {
  if (one.length === 0) return other;
  return other.every((rule) => one.includes(rule)) ? one : [...new Set([...one, ...other])];
}

type Judge<Word> = (word: Word, context: RuleContext) => boolean;

/** A rule with what it says of a kind of word. */
interface Judging<Word> {
  readonly rule: StatementRule | PolicyRule;
  readonly judge: Judge<Word>;
}

function judgesOf<Word>(
  rules: Speaking,
  judgeOf: (words: Words) => Judge<Word> | undefined,
): readonly Judging<Word>[] {
  return rules.flatMap((rule) => {
    const judge = rule.speaksOf && judgeOf(rule.speaksOf);
    return judge ? [{ rule, judge }] : [];
  });
}

/** Where one of the rules throws, all are asked, and it throws again where that is told. */
function speaking<Word>(judges: readonly Judging<Word>[], word: Word, context: RuleContext): Speaking {
  try {
    const found = judges.filter(({ judge }) => judge(word, context));
    return found.length === 0 ? none : found.map(({ rule }) => rule);
  } catch {
    return judges.map(({ rule }) => rule);
  }
}
