// Policy variables in the texts of a statement: `${aws:username}`. Finds them and their parts; whether such a key exists
// is not asked.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
import { rememberLast } from '../base/rememberLast';
import type { StringNode } from '../syntax/node';
import { clausesOf } from './clauses';
import type { Statement } from './types';

export interface Variable {
  readonly node: StringNode;
  /** Offsets in the decoded text, of `$` and behind `}`, or behind the text where no brace closes. */
  readonly from: number;
  readonly to: number;
  /** Between the braces. */
  readonly inside: string;
  readonly isClosed: boolean;
}

/** The parts of what stands between the braces: `aws:PrincipalTag/team, 'none'`. */
export interface VariableParts {
  readonly name: string;
  /** Behind the comma, blanks at its ends aside; `undefined` without a comma. */
  readonly fallback: string | undefined;
}

/**
 * The variables where AWS reads them: in resources, and in values that are compared as text or ARNs. Also those that
 * are not closed. Texts known in part are left out.
 */
export const variablesOf = rememberLast((statement: Statement): readonly Variable[] => {
  let variables = none;
  for (const { patterns } of statement.resources) {
    for (const node of patterns) if (mayHold(node)) variables = [...variables, ...variablesIn(node)];
  }
  for (const { family, values } of clausesOf(statement)) {
    if (family !== 'String' && family !== 'Arn') continue;
    for (const { node } of values) {
      if (node.kind === 'string' && mayHold(node)) variables = [...variables, ...variablesIn(node)];
    }
  }
  return variables;
});

const none: readonly Variable[] = [];

function mayHold({ value }: StringNode): boolean {
  return value.includes('${');
}

/** All `${…}` of a text. */
export function variablesIn(node: StringNode): readonly Variable[] {
  const text = node.value;
  const found: Variable[] = [];
  for (let from = text.indexOf('${'); from >= 0; from = text.indexOf('${', from + 2)) {
    const next = text.indexOf('${', from + 2);
    const brace = text.indexOf('}', from);
    const isClosed = brace >= 0 && (next < 0 || brace < next);
    const end = isClosed ? brace : next < 0 ? text.length : next;
    found.push({ node, from, to: isClosed ? end + 1 : end, inside: text.slice(from + 2, end), isClosed });
  }
  return found;
}

/**
 * Whether it names a key, and so is a variable of IAM: `${bucket}` and `${AWS::Region}` are for a program that fills
 * the policy in before AWS sees it.
 */
export function namesKey({ inside }: Variable): boolean {
  return /^\s*[\w./-]+:(?!:)/.test(inside);
}

export function partsOf({ inside }: Variable): VariableParts {
  const comma = inside.indexOf(',');
  return comma < 0
    ? { name: inside, fallback: undefined }
    : { name: inside.slice(0, comma), fallback: inside.slice(comma + 1).trim() };
}
