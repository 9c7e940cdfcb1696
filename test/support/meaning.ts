// What a policy says, in a form in which two policies of the same meaning are equal. Knows order, doubles, lists of
// one entry and wildcards that cover other entries; knows nothing else of what AWS makes of the values.
import { globCovers } from '../../server/src/base/glob';
import type { PatternElement, Policy, Statement } from '../../server/src/policy/types';

/** The lowered policy without Sids, order, doubles and places; of Version only whether variables are read. */
export function meaningOf(policy: Policy): unknown {
  const version = policy.version?.value?.kind === 'string' ? policy.version.value.value : undefined;
  const statements = policy.statements.map((statement) => JSON.stringify(meaningOfStatement(statement)));
  const text = statements.join();
  return { version: text.includes('${') ? version : undefined, statements: sorted(statements) };
}

function meaningOfStatement(statement: Statement): unknown {
  const { effect, actions, resources, principals, condition } = statement;
  return {
    effect: effect?.value?.kind === 'string' ? effect.value.value : undefined,
    actions: sorted(actions.flatMap((element) => patternsOf(element, true))),
    resources: sorted(resources.flatMap((element) => patternsOf(element, false))),
    principals: sorted(
      principals.flatMap((each) => each.principals.map(({ kind, value }) => `${each.name} ${kind} ${value}`)),
    ),
    condition: sorted(
      (condition?.clauses ?? []).map(({ operator, key, values }) =>
        JSON.stringify([operator.value, key.value.toLowerCase(), sorted(values.map(({ text }) => text))]),
      ),
    ),
  };
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
