// Clauses of one condition that cannot both hold. Only what is plain from the texts: a key that must be absent and match,
// and values that are asked for and excluded.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
import { type Operator, parseOperator } from './operator';
import type { ConditionClause } from './types';

export interface Contradiction {
  readonly clause: ConditionClause;
  readonly other: ConditionClause;
  /** Half a sentence. */
  readonly why: string;
}

interface Read {
  readonly clause: ConditionClause;
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** Each clause that an earlier one contradicts, once. */
export function contradictionsIn(clauses: readonly ConditionClause[]): readonly Contradiction[] {
  const read = clauses.map(readClause).filter((each) => each !== undefined);
  return read.flatMap((clause, i) => {
    const before = read.slice(0, i).filter(({ key }) => key === clause.key);
    for (const other of before) {
      const why = whyNever(other, clause) ?? whyNever(clause, other);
      if (why !== undefined) return [{ clause: clause.clause, other: other.clause, why }];
    }
    return [];
  });
}

function readClause(clause: ConditionClause): Read | undefined {
  const operator = parseOperator(clause.operator.value);
  if (!operator || operator.set || clause.isPartial || clause.values.length === 0) return undefined;
  const values = clause.values.map(({ text }) => text);
  if (values.some((value) => value.includes('${'))) return undefined;
  return { clause, key: clause.key.value.toLowerCase(), operator, values };
}

function whyNever(one: Read, other: Read): string | undefined {
  const key = one.clause.key.value;
  if (asksForAbsence(one) && asksForPresence(other)) return `${key} cannot be absent and have a value`;
  if (!isExact(one) || !isExact(other) || !asksForPresence(one)) return undefined;
  const excluded = other.operator.negated && one.values.every((value) => other.values.includes(value));
  if (excluded) return `the values that ${key} must have are all excluded`;
  const apart = asksForPresence(other) && !one.values.some((value) => other.values.includes(value));
  return apart ? `${key} cannot have two values at once` : undefined;
}

function asksForAbsence({ operator, values }: Read): boolean {
  return operator.name === 'Null' && values.length === 1 && values[0]?.toLowerCase() === 'true';
}

/** Whether the clause only holds where the key is there. */
function asksForPresence({ operator, values }: Read): boolean {
  if (operator.name === 'Null') return values.length === 1 && values[0]?.toLowerCase() === 'false';
  return !operator.negated && !operator.ifExists;
}

/** Whether values are compared as they are, letter by letter. */
function isExact({ operator }: Read): boolean {
  return operator.name === 'StringEquals' || operator.name === 'StringNotEquals';
}
