// What a policy says, in a form in which two policies of the same meaning are equal. Knows order, doubles and lists
// of one entry; knows nothing of what AWS makes of the values.
import type { Policy, Statement } from '../../server/src/policy/types';

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
    actions: sorted(actions.flatMap(({ name, patterns }) => patterns.map(({ value }) => `${name} ${value}`))),
    resources: sorted(
      resources.flatMap(({ name, patterns }) => patterns.map(({ value }) => `${name} ${value}`)),
    ),
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

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
