// Policy variables in the texts of a statement: `${aws:username}`. Finds them and their parts; whether such a key exists
// is not asked.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
import { rememberLast } from '../base/rememberLast';
import type { StringNode } from '../syntax/node';
import { clausesOf, type Phrase } from './clauses';
import type { TemplateText } from './templateText';
import type { PolicyText } from './text';
import type { Statement } from './types';

export interface VariableIn<Text extends PolicyText> {
  readonly node: Text;
  /** Offsets in the decoded text, of `$` and behind `}`, or behind the text where no brace closes. */
  readonly from: number;
  readonly to: number;
  /** Between the braces. */
  readonly inside: string;
  readonly isClosed: boolean;
}

export type Variable = VariableIn<StringNode>;

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
    if (!patterns.some(mayHold)) continue;
    for (const node of patterns) if (mayHold(node)) variables = [...variables, ...variablesIn(node)];
  }
  for (const clause of clausesOf(statement)) {
    if (!isRead(clause)) continue;
    for (const { node } of clause.values) {
      if (node.kind === 'string' && mayHold(node)) variables = [...variables, ...variablesIn(node)];
    }
  }
  return variables;
});

const none: readonly Variable[] = [];

/** A variable that is whole and names a key, in a text that is known at least in part. */
export interface KeyVariable extends VariableIn<PolicyText>, VariableParts {}

/** The variables of a statement that name a key, where AWS reads them; also those beside the holes of a template. */
export const keyVariablesOf = rememberLast((statement: Statement): readonly KeyVariable[] => {
  let found: Found = variablesOf(statement);
  const { resources, condition } = statement;
  for (const { isPartial, templates } of resources) if (isPartial) found = withThoseIn(templates, found);
  for (const clause of condition?.isPartial ? clausesOf(statement) : []) {
    if (isRead(clause)) found = withThoseIn(clause.templates, found);
  }
  return found.length === 0 ? noKeys : found.flatMap(asKeyVariable);
});

const noKeys: readonly KeyVariable[] = [];

type Found = readonly VariableIn<PolicyText>[];

function withThoseIn(templates: readonly TemplateText[], before: Found): Found {
  let found = before;
  for (const text of templates) {
    const written = variablesIn(text).filter(({ from }) => !text.holes.some((hole) => hole.from === from));
    if (written.length > 0) found = [...found, ...written];
  }
  return found;
}

function asKeyVariable(variable: VariableIn<PolicyText>): readonly KeyVariable[] {
  const { name, fallback } = partsOf(variable);
  return variable.isClosed && namesKey(variable) && !/\s/.test(name) ? [{ ...variable, name, fallback }] : [];
}

/** Whether AWS reads variables in the values of a clause. */
function isRead({ family }: Phrase): boolean {
  return family === 'String' || family === 'Arn';
}

function mayHold({ value }: StringNode): boolean {
  return value.includes('${');
}

/** Whether a text is one global variable and nothing else. */
export function isGlobalVariable(text: string): boolean {
  return /^\$\{aws:\w+\}$/.test(text);
}

/** All `${…}` of a text, those of its holes included. */
export function variablesIn<Text extends PolicyText>(node: Text): readonly VariableIn<Text>[] {
  const text = node.value;
  const found: VariableIn<Text>[] = [];
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
export function namesKey({ inside }: Pick<Variable, 'inside'>): boolean {
  return /^\s*[\w./-]+:(?!:)/.test(inside);
}

export function partsOf({ inside }: Pick<Variable, 'inside'>): VariableParts {
  const comma = inside.indexOf(',');
  return comma < 0
    ? { name: inside, fallback: undefined }
    : { name: inside.slice(0, comma), fallback: inside.slice(comma + 1).trim() };
}
