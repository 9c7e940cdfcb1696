// The clauses of a condition with their operators read: what most rules on conditions look at. Clauses whose operator
// AWS does not have, or whose value is still being typed, are left out.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
import { rememberEach } from '../base/rememberEach';
import { familyOf, type Operator, type OperatorFamily, parseOperator, passesWithoutKey } from './operator';
import type { ConditionClause, ConditionElement, Statement } from './types';

/** What a clause says in front of its values. */
export interface Phrase {
  readonly compares: Operator;
  readonly family: OperatorFamily;
  /** The key in lower case: its case does not count. */
  readonly lowerKey: string;
}

export type ReadClause = ConditionClause & Phrase;

const none: readonly ReadClause[] = [];

/** In source order. Worked out once for each condition, since many rules ask. */
export function clausesOf({ condition }: Statement): readonly ReadClause[] {
  return condition ? readIn(condition) : none;
}

const readIn = rememberEach(({ clauses }: ConditionElement): readonly ReadClause[] =>
  clauses.map(readClause).filter((clause) => clause !== undefined),
);

/** An operator and a key as written; `undefined` for an operator that AWS does not have. */
export function phraseOf(operator: string, key: string): Phrase | undefined {
  const compares = parseOperator(operator);
  return compares && { compares, family: familyOf(compares.name), lowerKey: key.toLowerCase() };
}

function readClause(clause: ConditionClause): ReadClause | undefined {
  const { operator, key, value, values, isPartial } = clause;
  const phrase = value && phraseOf(operator.value, key.value);
  if (!phrase) return undefined;
  const { compares, family, lowerKey } = phrase;
  // Without a getter where all is known: objects with one are made much more slowly.
  if (!isPartial) {
    const { templates } = clause;
    return { operator, key, value, values, templates, isPartial, compares, family, lowerKey };
  }
  return {
    operator,
    key,
    value,
    values,
    // Worked out when it is asked for, as in the clause itself.
    get templates() {
      return clause.templates;
    },
    isPartial,
    compares,
    family,
    lowerKey,
  };
}

/** Whether a clause asks for a value of the key, which a request must have. Null asks for none. */
export function demandsKey({ compares, family }: Phrase): boolean {
  return !compares.negated && !compares.ifExists && compares.set !== 'ForAllValues' && family !== 'Null';
}

/** Whether a clause holds only for requests that have the key, by what it compares or because `Null` says so. */
export function needsKey(clause: ReadClause): boolean {
  const { family, compares, values, isPartial } = clause;
  if (family !== 'Null') return !passesWithoutKey(compares);
  if (compares.set || isPartial || values.length === 0) return false;
  return values.every(({ text }) => text.toLowerCase() === 'false');
}

/** Whether a clause may do that, whatever its values are. */
export function mayNeedKey({ family, compares }: Phrase): boolean {
  return family === 'Null' || !passesWithoutKey(compares);
}

/** Whether a condition has a key without values. */
export function hasEmptyList(statement: Statement): boolean {
  return clausesOf(statement).some(({ value }) => value?.kind === 'array' && value.items.length === 0);
}
