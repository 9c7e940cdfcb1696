// The JSON types that the policy language asks for, element by element. Says nothing of the values themselves.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
import { itemsOf, type Node, type ObjectNode, type PropertyNode } from '../syntax/node';

/** A value of another type than its element has. */
export interface Mismatch {
  readonly node: Node;
  /** What it belongs to: `Effect`, `Each statement`, `The operator StringEquals`. */
  readonly subject: string;
  /** `a string`, `a list of strings`, … */
  readonly expected: string;
  /** Whether one string would do. */
  readonly takesString: boolean;
}

/**
 * The values of the wrong type at the top of a policy, statements that are no objects included. What is known only
 * later, or not typed yet, is no mismatch.
 */
export function policyMismatches(policy: ObjectNode): readonly Mismatch[] {
  const found: Mismatch[] = [];
  for (const { key, value } of policy.properties) {
    if ((key.value === 'Version' || key.value === 'Id') && value)
      addText(found, value, key.value, 'a string');
    if (key.value !== 'Statement') continue;
    for (const item of itemsOf(value)) {
      if (item.kind === 'object') continue;
      addMismatch(found, item, value?.kind === 'array' ? 'Each statement' : 'Statement', 'an object');
    }
  }
  return found;
}

/** The values of the wrong type in a statement. */
export function statementMismatches(node: ObjectNode): readonly Mismatch[] {
  const found: Mismatch[] = [];
  for (const property of node.properties) {
    const { key, value } = property;
    switch (key.value) {
      case 'Sid':
      case 'Effect':
        if (value) addText(found, value, key.value, 'a string');
        break;
      case 'Action':
      case 'NotAction':
      case 'Resource':
      case 'NotResource':
        addTexts(found, key.value, value);
        break;
      case 'Principal':
      case 'NotPrincipal':
        addPrincipals(found, property);
        break;
      case 'Condition':
        addCondition(found, value);
        break;
    }
  }
  return found;
}

function addPrincipals(found: Mismatch[], { key, value }: PropertyNode): void {
  if (value?.kind === 'string') return;
  const kinds = entries(value);
  if (!kinds) addMismatch(found, value, key.value, '"*" or an object such as { "AWS": … }');
  for (const kind of kinds ?? []) addTexts(found, `${key.value}.${kind.key.value}`, kind.value);
}

function addCondition(found: Mismatch[], value: Node | undefined): void {
  const operators = entries(value);
  if (!operators) addMismatch(found, value, 'Condition', 'an object of operators');
  for (const operator of operators ?? []) {
    const keys = entries(operator.value);
    if (!keys && isConditionKey(operator.key.value)) continue;
    if (!keys) addMismatch(found, operator.value, operator.key.value, 'an object of condition keys');
    for (const { key, value: values } of keys ?? []) {
      for (const each of itemsOf(values)) {
        if (each.kind === 'number' || each.kind === 'boolean') continue;
        addText(found, each, key.value, 'a string, a number, a Boolean or a list of them');
      }
    }
  }
}

/** Whether a key stands where an operator belongs; then its value is not mistaken. */
export function isConditionKey(text: string): boolean {
  return /^[^\s:]+:\S+$/.test(text) && !/^For/i.test(text);
}

function entries(node: Node | undefined): readonly PropertyNode[] | undefined {
  return node?.kind === 'object' ? node.properties : undefined;
}

function addTexts(found: Mismatch[], subject: string, value: Node | undefined): void {
  if (value?.kind === 'string' || itemsOf(value).every(({ kind }) => kind === 'string')) return;
  for (const item of itemsOf(value)) addText(found, item, subject, 'a string or a list of strings');
}

function addText(found: Mismatch[], node: Node, subject: string, expected: string): void {
  if (node.kind === 'string' || node.kind === 'dynamic') return;
  found.push({ node, subject, expected, takesString: true });
}

function addMismatch(found: Mismatch[], node: Node | undefined, subject: string, expected: string): void {
  if (node === undefined || node.kind === 'dynamic') return;
  found.push({ node, subject, expected, takesString: false });
}
