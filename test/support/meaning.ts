// What a policy says, in a form in which two policies of the same meaning are equal. Knows order, doubles, lists of
// one entry, statements that could be one, wildcards that cover other entries, conditions that say the same in other
// words, bits of an address that do not count; knows nothing else of what AWS makes of the values.
import { globCovers } from '../../server/src/base/glob';
import { maskedRange, parseIpRange } from '../../server/src/policy/ipRange';
import { parseOperator } from '../../server/src/policy/operator';
import type { ConditionClause, PatternElement, Policy, Statement } from '../../server/src/policy/types';

/** The lowered policy without Sids, order, doubles and places; of Version only whether variables are read. */
export function meaningOf(policy: Policy): unknown {
  const version = policy.version?.value?.kind === 'string' ? policy.version.value.value : undefined;
  const statements = policy.statements.flatMap(meaningsOfStatement);
  const text = statements.join();
  return { version: text.includes('${') ? version : undefined, statements: sorted(statements) };
}

/** One for each action on each resource: a statement of two actions says what two statements say. */
function meaningsOfStatement(statement: Statement): readonly string[] {
  const { effect, actions, resources, principals, condition } = statement;
  const rest = {
    effect: effect?.value?.kind === 'string' ? effect.value.value : undefined,
    principals: sorted(
      principals.flatMap((each) => each.principals.map(({ kind, value }) => `${each.name} ${kind} ${value}`)),
    ),
    condition: sorted(
      (condition?.clauses ?? []).flatMap((clause) => {
        const meaning = meaningOfClause(clause);
        return meaning ? [JSON.stringify(meaning)] : [];
      }),
    ),
  };
  return meaningsOf(actions, true).flatMap((action) =>
    meaningsOf(resources, false).map((resource) => JSON.stringify({ action, resource, ...rest })),
  );
}

/** Each pattern by itself; what an element leaves out only says something as a whole. */
function meaningsOf(
  elements: readonly PatternElement[],
  ignoreCase: boolean,
): readonly (readonly string[])[] {
  const patterns = elements.map((element) => patternsOf(element, ignoreCase));
  const isPlain = elements.length === 1 && !elements[0]?.negated;
  const all = sorted(patterns.flat());
  return isPlain && all.length > 0 ? all.map((each) => [each]) : [all];
}

/** `undefined`: always holds. */
function meaningOfClause({ operator, key, values }: ConditionClause): readonly unknown[] | undefined {
  const texts = sorted(values.map(({ text }) => text));
  const name = key.value.toLowerCase();
  const parts = parseOperator(operator.value);
  if (parts && texts.includes('*') && /Like$|^Arn/.test(parts.name)) {
    const whenAbsent = parts.ifExists || (parts.set ? parts.set === 'ForAllValues' : parts.negated);
    if (parts.negated === whenAbsent) return ['Null', name, [String(parts.negated)]];
    return whenAbsent ? undefined : ['never'];
  }
  if (parts?.name.startsWith('NumericLess')) return [operator.value, name, Math.max(...texts.map(Number))];
  if (parts?.name.startsWith('NumericGreater')) return [operator.value, name, Math.min(...texts.map(Number))];
  if (parts?.name.includes('IpAddress')) return [operator.value, name, sorted(texts.map(maskedText))];
  return [operator.value, name, texts];
}

function maskedText(text: string): string {
  const range = parseIpRange(text);
  return (range && maskedRange(range)) ?? text;
}

/** The patterns of a list that none of the others covers. */
function patternsOf({ name, patterns }: PatternElement, ignoreCase: boolean): readonly string[] {
  const values = [...new Set(patterns.map(({ value }) => (ignoreCase ? value.toLowerCase() : value)))];
  const widest = values.filter(
    (value, i) =>
      !values.some((other, j) => i !== j && globCovers(other, value) && (j < i || !globCovers(value, other))),
  );
  return widest.map((value) => `${name} ${value}`);
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
