// The source of a program as a tree: its roots are the calls by which the AWS CDK is told of actions, with what is
// literal in their arguments. The rest of the source is not read, and nothing is said of its syntax.
// https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.PolicyStatement.html

import { documentSource } from '../json/source';
import { jsonWriter } from '../json/write';
import type { Node, StringNode, Tree, Writer } from '../node';
import { type Callee, callsIn } from './calls';
import { type Dialect, python, script } from './dialect';
import { sourceSlotAt } from './slot';
import { tokensOf } from './tokens';

/** The class, and its methods that take actions, in both languages' spelling. */
const callees: readonly Callee[] = [
  { name: 'PolicyStatement', isMethod: false },
  { name: 'addActions', isMethod: true },
  { name: 'addNotActions', isMethod: true },
  { name: 'add_actions', isMethod: true },
  { name: 'add_not_actions', isMethod: true },
];

/** Other libraries have a PolicyStatement of their own, so the CDK must be named too. */
function speaksOfStatements(text: string): boolean {
  return text.includes('PolicyStatement') && /\baws[-_]cdk\b|@aws-cdk\//.test(text);
}

/** The calls of a TypeScript or JavaScript source. A source that does not name the CDK's statements has none. */
export function parseScript(text: string): Tree {
  return parse(text, script);
}

/** The same for Python. */
export function parsePython(text: string): Tree {
  return parse(text, python);
}

function parse(text: string, dialect: Dialect): Tree {
  const { tokens, comments } = speaksOfStatements(text) ? tokensOf(text, dialect) : nothing;
  const roots = callsIn(text, tokens, dialect, callees);
  return {
    format: dialect.format,
    roots,
    problems: [],
    comments,
    writer: sourceWriter(text),
    slotAt: (offset) => sourceSlotAt(roots, offset),
  };
}

const nothing = { tokens: [], comments: [] };

/** Lists and objects are written like those of JSON, strings in the quotes that they have. */
function sourceWriter(text: string): Writer {
  const writer = jsonWriter(documentSource(text));
  const replaceString = (node: StringNode, value: string) => ({
    span: node.spanOf(0, node.value.length),
    text: node.encode?.(value) ?? value,
  });
  const replaceValue: Writer['replaceValue'] = (node: Node, value) =>
    node.kind === 'string' && typeof value === 'string'
      ? replaceString(node, value)
      : writer.replaceValue(node, value);
  return { ...writer, replaceString, replaceValue };
}
