// Whether a policy or a statement lacks an element for good, or only seems to: half-typed, misspelt, known later.
import { nearestName } from '../base/nearest';
import type { Span } from '../base/span';
import type { DynamicNode, ObjectNode, PropertyNode } from '../syntax/node';
import { policyElements, type StatementElement, statementElements } from './elements';
import { hasDynamicKey } from './lower';
import type { Policy, Statement } from './types';

/** A short place for what is said of a whole object: its first key, or its opening brace. */
export function headOf(node: ObjectNode): Span {
  return node.properties[0]?.key.span ?? { start: node.span.start, end: node.span.start + 1 };
}

/** Whether a statement has none of the elements. An empty statement lacks all of them and is not counted here. */
export function statementLacks(statement: Statement, names: readonly StatementElement[]): boolean {
  return lacks(statement.node, names, statementElements);
}

/** Whether a policy lacks an element. An empty policy lacks all of them and is not counted here. */
export function policyLacks(policy: Policy, name: (typeof policyElements)[number]): boolean {
  return lacks(policy.node, [name], policyElements);
}

/** The element that an unknown key was meant to be: `Actions` → `Action`. `undefined` for a known one. */
export function elementMeant(key: string, known: readonly string[]): string | undefined {
  return known.includes(key) ? undefined : nearestName(key, known);
}

/**
 * Whether an element is there for good: not still being typed, and no value that may come to nothing, such as
 * CloudFormation's `AWS::NoValue` behind an `If`, or Terraform's `null`.
 */
export function isCertain({ value }: PropertyNode): boolean {
  return value !== undefined && (value.kind !== 'dynamic' || givesSomething(value));
}

/** A text with holes is a text, and of CloudFormation's functions `If` alone can give nothing. */
function givesSomething({ template, what }: DynamicNode): boolean {
  return template !== undefined || /^(?:Ref$|Fn::(?!If))/.test(what);
}

/** Whether a value is still being typed. */
export function isUnfinished(node: ObjectNode): boolean {
  return node.properties.some((each) => each.value === undefined);
}

function lacks(node: ObjectNode, names: readonly string[], known: readonly string[]): boolean {
  if (node.properties.length === 0 || isUnfinished(node) || hasDynamicKey(node)) return false;
  return !node.properties.some(({ key }) => names.includes(elementMeant(key.value, known) ?? key.value));
}
