// What a cursor stands in, in terms of a policy: the one answer for completion, hover and links. Shapes only: whether
// AWS knows the element, the operator or the value is not asked here.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
import { encloses, type Span } from '../base/span';
import type { DynamicNode, Node, ObjectNode, PropertyNode, Slot, SlotWord } from '../syntax/node';
import { principalKeys } from './elements';
import type { PrincipalKind } from './types';

/** A key of an object. */
interface AtKey {
  /** The object's other keys. */
  readonly present: readonly string[];
}

/** A string that may stand alone or in a list. */
interface AtValue {
  readonly listed: boolean;
  /** The other strings of the list. */
  readonly present: readonly string[];
}

interface InStatement {
  /** As it stands in the document; `Policy.statements` has the one of the same span. */
  readonly statement: ObjectNode;
}

export type ActionElement = 'Action' | 'NotAction';
export type ResourceElement = 'Resource' | 'NotResource';
export type PrincipalElementName = 'Principal' | 'NotPrincipal';

/** Where a cursor can stand in a policy. Keys are told from what stands behind them. */
export type Place =
  /** A key that is none of the policy's, but of what carries it. */
  | { readonly kind: 'other-key'; readonly words: readonly SlotWord[] }
  | ({ readonly kind: 'policy-key' } & AtKey)
  | { readonly kind: 'version' }
  | { readonly kind: 'id' }
  /** A whole statement: behind `Statement`, or in its list. */
  | { readonly kind: 'statement'; readonly listed: boolean }
  | ({ readonly kind: 'statement-key' } & AtKey & InStatement)
  | ({ readonly kind: 'sid' } & InStatement)
  | ({ readonly kind: 'effect' } & InStatement)
  | ({ readonly kind: 'action'; readonly element: ActionElement } & AtValue & InStatement)
  | ({ readonly kind: 'resource'; readonly element: ResourceElement } & AtValue & InStatement)
  /** A string behind `Principal`, where only `"*"` may stand. */
  | ({ readonly kind: 'everyone'; readonly element: PrincipalElementName } & InStatement)
  | ({ readonly kind: 'principal-key'; readonly element: PrincipalElementName } & AtKey & InStatement)
  | ({
      readonly kind: 'principal';
      readonly element: PrincipalElementName;
      readonly principal: Exclude<PrincipalKind, 'everyone'>;
    } & AtValue &
      InStatement)
  /** The whole value of `Condition`. */
  | ({ readonly kind: 'condition' } & InStatement)
  | ({ readonly kind: 'operator' } & AtKey & InStatement)
  | ({ readonly kind: 'condition-key'; readonly operator: string } & AtKey & InStatement)
  | ({ readonly kind: 'condition-value'; readonly operator: string; readonly key: string } & AtValue &
      InStatement);

type Step = Slot['path'][number];

/**
 * The place of a slot in the policy whose document is `policyNode`; `undefined` outside of it, in a value that is
 * known only later, and where a policy has no such depth. The slot's nodes need not be those of the policy: a
 * carrier may have read a part of them as known only later, so they are matched by span.
 */
export function placeAt(slot: Slot, policyNode: ObjectNode): Place | undefined {
  const within = statementsStep(slot, policyNode);
  if (within >= 0) {
    const inner = withoutDynamic(slot.path.slice(within + 1), slot, policyNode);
    return inner && (inStatements(slot, inner) ?? otherKey(slot));
  }
  const start = slot.path.findIndex((step) => step.kind === 'object' && sameSpan(step, policyNode));
  if (start < 0) return undefined;
  const steps = withoutDynamic(slot.path.slice(start + 1), slot, policyNode);
  if (!steps) return undefined;
  const [element, ...inner] = steps;
  if (element === undefined) return slot.at === 'key' ? { kind: 'policy-key', ...atKey(slot) } : undefined;
  if (element.kind !== 'property') return undefined;
  switch (element.key.value) {
    case 'Version':
      return inner.length === 0 ? { kind: 'version' } : undefined;
    case 'Id':
      return inner.length === 0 ? { kind: 'id' } : undefined;
    case 'Statement':
      return inStatements(slot, inner) ?? otherKey(slot);
    default:
      return undefined;
  }
}

function otherKey({ at, words }: Slot): Place | undefined {
  return at === 'key' && words ? { kind: 'other-key', words } : undefined;
}

/**
 * The step of the path that is the policy's `Statement`, whatever it is called: a carrier may have the statements
 * behind a key of its own, without a policy around them.
 */
function statementsStep(slot: Slot, { properties }: ObjectNode): number {
  const statement = properties.find(({ key }) => key.value === 'Statement');
  if (!statement) return -1;
  return slot.path.findIndex((step) => step.kind === 'property' && sameSpan(step.key, statement.key));
}

function inStatements(slot: Slot, steps: readonly Step[]): Place | undefined {
  const at = steps.findIndex((step) => step.kind !== 'array');
  if (at < 0) return { kind: 'statement', listed: steps.length > 0 };
  const statement = steps[at];
  if (statement?.kind !== 'object') return undefined;
  const [element, ...inner] = steps.slice(at + 1);
  if (element === undefined) return { kind: 'statement-key', statement, ...atKey(slot) };
  return element.kind === 'property' ? inElement(slot, statement, element, inner) : undefined;
}

function inElement(
  slot: Slot,
  statement: ObjectNode,
  element: PropertyNode,
  steps: readonly Step[],
): Place | undefined {
  const name = element.key.value;
  switch (name) {
    case 'Sid':
      return steps.length === 0 ? { kind: 'sid', statement } : undefined;
    case 'Effect':
      return steps.length === 0 ? { kind: 'effect', statement } : undefined;
    case 'Action':
    case 'NotAction': {
      const value = atValue(slot, steps);
      return value && { kind: 'action', element: name, statement, ...value };
    }
    case 'Resource':
    case 'NotResource': {
      const value = atValue(slot, steps);
      return value && { kind: 'resource', element: name, statement, ...value };
    }
    case 'Principal':
    case 'NotPrincipal':
      return inPrincipal(slot, statement, name, steps);
    case 'Condition':
      return inCondition(slot, statement, steps);
    default:
      return undefined;
  }
}

function inPrincipal(
  slot: Slot,
  statement: ObjectNode,
  element: PrincipalElementName,
  steps: readonly Step[],
): Place | undefined {
  const [map, kind, ...inner] = steps;
  if (map === undefined) return { kind: 'everyone', element, statement };
  if (map.kind !== 'object') return undefined;
  if (kind === undefined) return { kind: 'principal-key', element, statement, ...atKey(slot) };
  const principal = kind.kind === 'property' && principalKeys.find((key) => key === kind.key.value);
  const value = atValue(slot, inner);
  return principal && value ? { kind: 'principal', element, principal, statement, ...value } : undefined;
}

function inCondition(slot: Slot, statement: ObjectNode, steps: readonly Step[]): Place | undefined {
  const [operators, operator, keys, key, ...inner] = steps;
  if (operators === undefined) return { kind: 'condition', statement };
  if (operators.kind !== 'object') return undefined;
  if (operator === undefined) return { kind: 'operator', statement, ...atKey(slot) };
  if (operator.kind !== 'property' || keys?.kind !== 'object') return undefined;
  const name = operator.key.value;
  if (key === undefined) return { kind: 'condition-key', operator: name, statement, ...atKey(slot) };
  const value = atValue(slot, inner);
  if (key.kind !== 'property' || !value) return undefined;
  return { kind: 'condition-value', operator: name, key: key.key.value, statement, ...value };
}

/** The keys beside the one at the cursor. */
function atKey(slot: Slot): AtKey {
  const object = slot.path.at(-1);
  if (object?.kind !== 'object') return { present: [] };
  const others = object.properties.filter(({ key }) => !slot.node || !sameSpan(key, slot.node));
  return { present: others.map(({ key }) => key.value) };
}

/** A value behind a property: alone, or an item of its list. `undefined` where it is nested deeper. */
function atValue(slot: Slot, steps: readonly Step[]): AtValue | undefined {
  if (slot.at !== 'value') return undefined;
  const lists = steps.filter((step) => step.kind === 'array');
  if (lists.length < steps.length) return undefined;
  const items = lists.flatMap((list) => list.items);
  const others = items.filter((item) => item.kind === 'string' && !(slot.node && sameSpan(item, slot.node)));
  return {
    listed: lists.length > 0,
    present: others.map((item) => (item.kind === 'string' ? item.value : '')),
  };
}

/**
 * Leaves out the steps through values that are known only later but whose possible values are there
 * (`{ "Fn::If": [c, "s3:GetObject", …] }`); `undefined` where the cursor is in one and in no possible value of it.
 */
function withoutDynamic(
  steps: readonly Step[],
  slot: Slot,
  policyNode: ObjectNode,
): readonly Step[] | undefined {
  let kept = steps;
  let node: Node | undefined = policyNode;
  while (node) {
    if (node.kind === 'dynamic') {
      const part = partAt(node, slot.replace);
      const { span } = node;
      if (!part && isText(node, slot)) return kept.filter((step) => !encloses(span, step.span));
      // A half-typed word is dynamic too; it hides nothing.
      if (!part) return steps.some((step) => sameSpan(step, { span })) ? undefined : kept;
      kept = kept.filter(
        (step) => !(encloses(span, step.span) && encloses(step.span, part.span)) || sameSpan(step, part),
      );
      node = part;
    } else {
      node = childAt(node, slot.replace);
    }
  }
  return kept;
}

/** Whether the cursor is in the one string that a text with holes is made of. */
function isText({ span, template = [] }: DynamicNode, { node }: Slot): boolean {
  const isWritten = node?.kind === 'string' || (node?.kind === 'dynamic' && node.template !== undefined);
  if (!isWritten || !encloses(span, node.span)) return false;
  return template.length > 0 && template.every((piece) => encloses(node.span, piece.span));
}

function partAt(node: DynamicNode, span: Span): Node | undefined {
  return node.parts.find((part) => encloses(part.span, span));
}

function childAt(node: Node, span: Span): Node | undefined {
  if (node.kind === 'array') return node.items.find((item) => encloses(item.span, span));
  if (node.kind !== 'object') return undefined;
  return node.properties.find((each) => each.value && encloses(each.value.span, span))?.value;
}

function sameSpan(a: { readonly span: Span }, b: { readonly span: Span }): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end;
}
