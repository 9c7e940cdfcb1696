// What a policy says, in a form in which two policies of the same meaning are equal. Knows order, doubles, lists of
// one entry, statements that could be one, wildcards and ranges that cover other entries, conditions that say the same
// in other words, bits of an address that do not count; knows nothing else of what AWS makes of the values.
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
  return [operator.value, name, sorted(widestValues(parts?.name ?? '', texts))];
}

function widestValues(operator: string, texts: readonly string[]): readonly string[] {
  if (operator.includes('IpAddress')) return widest(texts.map(maskedText), holdsRange);
  if (operator.startsWith('Arn')) return widest(texts, coversArn);
  if (operator.endsWith('Like')) return widest(texts, globCovers);
  return operator.endsWith('IgnoreCase') ? texts.map((text) => text.toLowerCase()) : texts;
}

function coversArn(wider: string, narrower: string): boolean {
  const [fields, others] = [wider, narrower].map((text) => text.split(':'));
  return (
    fields?.every((field, i) =>
      i < 5
        ? globCovers(field, others?.[i] ?? '')
        : i > 5 || globCovers(fields.slice(5).join(':'), others?.slice(5).join(':') ?? ''),
    ) === true
  );
}

/** Whether the first bits of an address, as many as a range says, are those of the range. */
function holdsRange(wider: string, narrower: string): boolean {
  const range = parseIpRange(wider);
  const other = parseIpRange(narrower);
  if (!range || !other || range.version !== other.version || range.prefix > other.prefix) return false;
  const behind = BigInt((range.version === 4 ? 32 : 128) - range.prefix);
  return range.bits >> behind === other.bits >> behind;
}

function maskedText(text: string): string {
  const range = parseIpRange(text);
  return (range && maskedRange(range)) ?? text;
}

/** The patterns of a list that none of the others covers. */
function patternsOf({ name, patterns }: PatternElement, ignoreCase: boolean): readonly string[] {
  const values = [...new Set(patterns.map(({ value }) => (ignoreCase ? value.toLowerCase() : value)))];
  return widest(values, globCovers).map((value) => `${name} ${value}`);
}

/** The texts that none of the others covers; of those that cover each other the first. */
function widest(
  texts: readonly string[],
  covers: (one: string, other: string) => boolean,
): readonly string[] {
  return texts.filter(
    (text, i) => !texts.some((other, j) => i !== j && covers(other, text) && (j < i || !covers(text, other))),
  );
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
