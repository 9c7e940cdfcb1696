// The policy model: what a policy says, each part with the node it was read from. Partial by design: what is
// missing, of the wrong shape or known only later is simply not there, and nothing here throws.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
import type { Span } from '../base/span';
import type { BooleanNode, Node, NumberNode, ObjectNode, PropertyNode, StringNode } from '../syntax/node';
import type { TemplateText } from './templateText';

/** What a policy is for; decides which elements it may have. */
export const policyTypes = [
  'identity',
  'trust',
  'resource',
  'scp',
  'rcp',
  'endpoint',
  'boundary',
  'session',
] as const;
export type PolicyType = (typeof policyTypes)[number];

export type Effect = 'Allow' | 'Deny';

export interface Policy {
  readonly node: ObjectNode;
  readonly version: PropertyNode | undefined;
  readonly id: PropertyNode | undefined;
  /** The `Statement` element; its statements are in `statements`, also where it is a single object. */
  readonly statement: PropertyNode | undefined;
  readonly statements: readonly Statement[];
  /** Whether a part of the policy is known only later, so that what seems missing may yet come. */
  readonly isPartial: boolean;
}

export interface Statement {
  readonly node: ObjectNode;
  /** Place in the policy's list of statements, from 0. */
  readonly index: number;
  readonly sid: Text | undefined;
  readonly effect: PropertyNode | undefined;
  /** `Allow` or `Deny` where the Effect is one of them as written. */
  readonly allows: boolean;
  readonly denies: boolean;
  /** `Action` and `NotAction` elements, in source order; a valid statement has one. */
  readonly actions: readonly PatternElement[];
  readonly resources: readonly PatternElement[];
  readonly principals: readonly PrincipalElement[];
  readonly condition: ConditionElement | undefined;
  readonly isPartial: boolean;
  /** Whether it is in the policy in any case: a branch of an `If`, or what a loop makes, may not be. */
  readonly isCertain: boolean;
}

/** A string together with its node; the name of what a rule most often speaks of. */
export interface Text {
  readonly value: string;
  readonly node: StringNode;
  readonly property: PropertyNode;
}

/** `Action`, `NotAction`, `Resource` or `NotResource` with its patterns. */
export interface PatternElement {
  readonly property: PropertyNode;
  /** The element's name as AWS writes it. */
  readonly name: 'Action' | 'NotAction' | 'Resource' | 'NotResource';
  /** Whether the element names what is left out. */
  readonly negated: boolean;
  /** The strings of the list, or the one string. */
  readonly patterns: readonly StringNode[];
  /** The texts of the list that are known in part. */
  readonly templates: readonly TemplateText[];
  /** Whether the list holds something that is no string: known only later, also in part, or of the wrong type. */
  readonly isPartial: boolean;
}

export interface PrincipalElement {
  readonly property: PropertyNode;
  readonly name: 'Principal' | 'NotPrincipal';
  readonly negated: boolean;
  /** One for each value; `"*"` alone counts as a principal of kind `everyone`. */
  readonly principals: readonly Principal[];
  /** Those whose text is known in part. */
  readonly templates: readonly PrincipalTemplate[];
  readonly isPartial: boolean;
}

export interface PrincipalTemplate {
  readonly kind: Exclude<PrincipalKind, 'everyone'>;
  readonly text: TemplateText;
}

/** The four keys of a Principal element, and `*` without a key. */
export type PrincipalKind = 'everyone' | 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

export interface Principal {
  readonly kind: PrincipalKind;
  readonly node: StringNode;
  readonly value: string;
}

export interface ConditionElement {
  readonly property: PropertyNode;
  readonly clauses: readonly ConditionClause[];
  readonly isPartial: boolean;
}

/** One operator, one key, its values: `"StringEquals": { "aws:PrincipalOrgID": ["o-1"] }`. */
export interface ConditionClause {
  readonly operator: StringNode;
  readonly key: StringNode;
  /** What stands behind the key; numbers and Booleans may be unquoted. */
  readonly value: Node | undefined;
  /** The values as text; those that are known only later are left out. */
  readonly values: readonly ConditionValue[];
  /** The values that are known in part. */
  readonly templates: readonly TemplateText[];
  readonly isPartial: boolean;
}

export interface ConditionValue {
  readonly text: string;
  readonly span: Span;
  readonly node: ScalarNode;
}

/** What may stand as a value of a condition key. */
export type ScalarNode = StringNode | NumberNode | BooleanNode;
