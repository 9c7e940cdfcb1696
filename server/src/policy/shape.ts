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
export function* policyMismatches(policy: ObjectNode): Iterable<Mismatch> {
  for (const { key, value } of policy.properties) {
    if (key.value === 'Version' || key.value === 'Id') yield* text(key.value, value);
    if (key.value !== 'Statement') continue;
    for (const item of itemsOf(value)) {
      if (item.kind === 'object') continue;
      yield* mismatch(item, value?.kind === 'array' ? 'Each statement' : 'Statement', 'an object');
    }
  }
}

/** The values of the wrong type in a statement. */
export function* statementMismatches(node: ObjectNode): Iterable<Mismatch> {
  for (const property of node.properties) {
    const { key, value } = property;
    switch (key.value) {
      case 'Sid':
      case 'Effect':
        yield* text(key.value, value);
        break;
      case 'Action':
      case 'NotAction':
      case 'Resource':
      case 'NotResource':
        yield* texts(key.value, value);
        break;
      case 'Principal':
      case 'NotPrincipal':
        yield* principals(property);
        break;
      case 'Condition':
        yield* condition(value);
        break;
    }
  }
}

function* principals({ key, value }: PropertyNode): Iterable<Mismatch> {
  if (value?.kind === 'string') return;
  const kinds = entries(value);
  if (!kinds) yield* mismatch(value, key.value, '"*" or an object such as { "AWS": … }');
  for (const kind of kinds ?? []) yield* texts(`${key.value}.${kind.key.value}`, kind.value);
}

function* condition(value: Node | undefined): Iterable<Mismatch> {
  const operators = entries(value);
  if (!operators) yield* mismatch(value, 'Condition', 'an object of operators');
  for (const operator of operators ?? []) {
    const keys = entries(operator.value);
    if (!keys) yield* mismatch(operator.value, operator.key.value, 'an object of condition keys');
    for (const { key, value: values } of keys ?? []) {
      for (const each of itemsOf(values)) {
        if (each.kind === 'number' || each.kind === 'boolean') continue;
        yield* textOf(each, key.value, 'a string, a number, a Boolean or a list of them');
      }
    }
  }
}

function entries(node: Node | undefined): readonly PropertyNode[] | undefined {
  return node?.kind === 'object' ? node.properties : undefined;
}

function text(subject: string, value: Node | undefined): Iterable<Mismatch> {
  return value ? textOf(value, subject, 'a string') : [];
}

function* texts(subject: string, value: Node | undefined): Iterable<Mismatch> {
  for (const item of itemsOf(value)) yield* textOf(item, subject, 'a string or a list of strings');
}

function* textOf(node: Node, subject: string, expected: string): Iterable<Mismatch> {
  if (node.kind === 'string' || node.kind === 'dynamic') return;
  yield { node, subject, expected, takesString: true };
}

function* mismatch(node: Node | undefined, subject: string, expected: string): Iterable<Mismatch> {
  if (node === undefined || node.kind === 'dynamic') return;
  yield { node, subject, expected, takesString: false };
}
