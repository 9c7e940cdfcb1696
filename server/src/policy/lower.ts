// Nodes → the policy model. Looks at shapes only: what AWS thinks of the values is for the rules to say.
import type { DynamicNode, Node, ObjectNode, PropertyNode, StringNode } from '../syntax/node';
import { itemsOf, property } from '../syntax/node';
import { principalKeys } from './elements';
import type { Lowered } from './lowered';
import { type TemplateText, templateTexts } from './templateText';
import type {
  ConditionClause,
  ConditionElement,
  ConditionValue,
  PatternElement,
  Policy,
  Principal,
  PrincipalElement,
  PrincipalKind,
  PrincipalTemplate,
  Statement,
  Text,
} from './types';

/**
 * Lowers an object that stands where a policy is expected.
 * @param known takes up the statements of a document that is being edited, and gives those back that stayed.
 */
export function lowerPolicy(node: ObjectNode, known?: Lowered): Policy {
  const statement = property(node, 'Statement');
  const written = itemsOf(statement?.value);
  const items = alternatives(written);
  const certain = items === written ? undefined : new Set(written.flatMap(surely));
  return {
    node,
    version: property(node, 'Version'),
    id: property(node, 'Id'),
    statement,
    statements: items
      .filter((item) => item.kind === 'object')
      .map((item, index) => {
        const isCertain = certain?.has(item) ?? true;
        return known ? known.statement(item, index, isCertain) : lowerStatement(item, index, isCertain);
      }),
    isPartial: items.some((item) => item.kind === 'dynamic') || hasDynamicKey(node),
  };
}

/** Lowers one object of the `Statement` list; `isCertain`: whether it is in the policy in any case. */
export function lowerStatement(node: ObjectNode, index: number, isCertain: boolean): Statement {
  // Spread rather than pushed to: an array that was pushed to keeps room for sixteen more.
  let actions: readonly PatternElement[] = [];
  let resources: readonly PatternElement[] = [];
  let principals: readonly PrincipalElement[] = [];
  let sid: Text | undefined;
  let effect: PropertyNode | undefined;
  let condition: ConditionElement | undefined;
  for (const each of node.properties) {
    const name = each.key.value;
    switch (name) {
      case 'Sid':
        sid ??= lowerText(each);
        break;
      case 'Effect':
        effect ??= each;
        break;
      case 'Action':
      case 'NotAction':
        actions = [...actions, lowerPatterns(each, name)];
        break;
      case 'Resource':
      case 'NotResource':
        resources = [...resources, lowerPatterns(each, name)];
        break;
      case 'Principal':
      case 'NotPrincipal':
        principals = [...principals, lowerPrincipals(each, name)];
        break;
      case 'Condition':
        condition ??= lowerCondition(each);
        break;
    }
  }
  const effects = alternatives(effect?.value ? [effect.value] : []);
  return {
    node,
    index,
    sid,
    effect,
    allows: effects.some((value) => value.kind === 'string' && value.value === 'Allow'),
    denies: effects.some((value) => value.kind === 'string' && value.value === 'Deny'),
    actions,
    resources,
    principals,
    condition,
    isPartial: hasDynamicKey(node),
    isCertain,
  };
}

function lowerText(property: PropertyNode): Text | undefined {
  const { value } = property;
  return value?.kind === 'string' ? { value: value.value, node: value, property } : undefined;
}

function lowerPatterns(property: PropertyNode, name: PatternElement['name']): PatternElement {
  const own = itemsOf(property.value);
  // Most often all are strings, and one array serves for both.
  const isPlain = own.every(isString);
  const items = isPlain ? own : alternatives(own);
  const patterns = isPlain ? own : items.filter(isString);
  const isPartial = property.value === undefined || patterns.length < items.length;
  const negated = name.startsWith('Not');
  if (patterns.length === items.length) {
    return { property, name, negated, patterns, templates: noTemplates, isPartial };
  }
  const templates = later(() => templatesOf(items));
  return {
    property,
    name,
    negated,
    patterns,
    isPartial,
    get templates() {
      return templates();
    },
  };
}

/** Works a value out when it is first asked for: most statements are not looked at again when another one changes. */
function later<T>(work: () => T): () => T {
  let found: T | undefined;
  return () => {
    found ??= work();
    return found;
  };
}

const noTemplates: readonly TemplateText[] = [];

function templatesOf(items: readonly Node[]): readonly TemplateText[] {
  const found = items.flatMap((item) => (item.kind === 'dynamic' ? templateTexts(item) : []));
  return found.length === 0 ? noTemplates : found;
}

function isString(node: Node): node is StringNode {
  return node.kind === 'string';
}

function lowerPrincipals(property: PropertyNode, name: PrincipalElement['name']): PrincipalElement {
  const principals: Principal[] = [];
  const templates: PrincipalTemplate[] = [];
  let isPartial = property.value === undefined;
  for (const value of alternatives(property.value ? [property.value] : [])) {
    if (value.kind === 'string') {
      if (value.value === '*') principals.push({ kind: 'everyone', node: value, value: '*' });
      else isPartial = true;
    } else if (value.kind === 'object') {
      isPartial ||= value.isPartial === true;
      for (const each of value.properties) {
        const kind = each.computed ? undefined : principalKind(each.key.value);
        const items = alternatives(itemsOf(each.value));
        const strings = items.filter((item) => item.kind === 'string');
        if (kind === undefined || each.value === undefined || strings.length < items.length) isPartial = true;
        if (!kind) continue;
        principals.push(...strings.map((node) => ({ kind, node, value: node.value })));
        if (strings.length < items.length) {
          templates.push(...templatesOf(items).map((text) => ({ kind, text })));
        }
      }
    } else {
      isPartial = true;
    }
  }
  return { property, name, negated: name === 'NotPrincipal', principals, templates, isPartial };
}

function principalKind(key: string): Exclude<PrincipalKind, 'everyone'> | undefined {
  return principalKeys.find((known) => known === key);
}

function lowerCondition(property: PropertyNode): ConditionElement {
  const clauses: ConditionClause[] = [];
  let isPartial = property.value?.kind !== 'object';
  for (const operators of alternatives(property.value ? [property.value] : [])) {
    if (operators.kind !== 'object') continue;
    for (const operator of operators.properties) {
      if (operator.value?.kind !== 'object') {
        isPartial = true;
        continue;
      }
      for (const key of operator.value.properties) {
        // A computed key is not what its text says: which key is compared is known only later.
        if (key.computed || operator.computed) isPartial = true;
        else clauses.push(lowerClause(operator.key, key));
      }
    }
  }
  return { property, clauses, isPartial: isPartial || clauses.some((clause) => clause.isPartial) };
}

function lowerClause(operator: StringNode, key: PropertyNode): ConditionClause {
  const items = alternatives(itemsOf(key.value));
  const values = items.map(conditionValue).filter((value) => value !== undefined);
  const { key: name, value } = key;
  if (value !== undefined && values.length === items.length) {
    return { operator, key: name, value, values, templates: noTemplates, isPartial: false };
  }
  const templates = later(() => templatesOf(items));
  return {
    operator,
    key: name,
    value,
    values,
    get templates() {
      return templates();
    },
    isPartial: true,
  };
}

function conditionValue(node: Node): ConditionValue | undefined {
  switch (node.kind) {
    case 'string':
      return { text: node.value, span: node.span, node };
    case 'number':
      return { text: node.text, span: node.span, node };
    case 'boolean':
      return { text: String(node.value), span: node.span, node };
    default:
      return undefined;
  }
}

/** Puts the known alternatives of a dynamic value (both branches of an `If`) in its place. */
function alternatives(nodes: readonly Node[]): readonly Node[] {
  if (!nodes.some(hasParts)) return nodes;
  return nodes.flatMap((node) =>
    node.kind === 'dynamic' && node.parts.length > 0 ? alternativesOf(node) : [node],
  );
}

function hasParts(node: Node): boolean {
  return node.kind === 'dynamic' && node.parts.length > 0;
}

/** What a value comes to in any case: itself, or the one value that it stands for. */
function surely(node: Node): readonly Node[] {
  if (node.kind !== 'dynamic' || !node.isExact || node.parts.length !== 1) return [node];
  return node.parts.flatMap(itemsOf).flatMap(surely);
}

/** A value that is one of several keeps its place among them: which of them it comes to be is not known. */
function alternativesOf(node: DynamicNode): readonly Node[] {
  const parts = alternatives(node.parts.flatMap(itemsOf));
  return node.isExact && node.parts.length === 1 ? parts : [...parts, { ...node, parts: [] }];
}

/** Whether an object's keys come from elsewhere in part (`Fn::Transform`, a merge). */
export function hasDynamicKey(node: ObjectNode): boolean {
  return (
    node.isPartial === true || node.properties.some((each) => each.computed || isDynamicKey(each.key.value))
  );
}

/** Whether a key stands for others: CloudFormation's `Fn::Transform`, YAML's merge key. */
export function isDynamicKey(key: string): boolean {
  return key.startsWith('Fn::') || key === '<<';
}
