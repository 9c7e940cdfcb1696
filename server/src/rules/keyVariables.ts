// The policy variables in whose place AWS puts values: those that name a key, in policies whose Version has variables.
import { needNoVersion } from '../discovery/site';
import { policyVersions } from '../policy/elements';
import { type KeyVariable, keyVariablesOf } from '../policy/variables';
import type { StatementSubject } from './rule';

type Place = Pick<StatementSubject, 'statement' | 'version' | 'carrier'>;

const none: readonly KeyVariable[] = [];

/** Those of a statement. The tools that write the policy around it give it the current Version. */
export function keyVariables({ statement, version, carrier }: Place): readonly KeyVariable[] {
  const isWritten = version === undefined && needNoVersion.has(carrier);
  return isWritten || version === policyVersions[0] ? keyVariablesOf(statement) : none;
}

/** The text that a variable stands in, with another name in place of its own; `undefined` where there is none. */
export function renamed({ node, from, name }: KeyVariable, to: string | undefined): string | undefined {
  const start = from + '${'.length;
  return to === undefined
    ? undefined
    : node.value.slice(0, start) + to + node.value.slice(start + name.length);
}
