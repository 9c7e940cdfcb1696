// What one principal may do: what its policies allow, less what they deny, within its permissions boundary.
// Policies of others (of resources, of organizations) are not looked at.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html

import { globMatches } from '../base/glob';
import type { Span } from '../base/span';
import { hasUnknownClauses } from './condition';
import { type Operator, parseOperator } from './operator';
import { reaches, reachesOnlyOwn, takesAway, type WantedResources } from './resourceReach';
import type { Sayings } from './sayings';
import type { ConditionElement, ConditionValue, Statement } from './types';

/** All statements that count for one principal. */
export interface Permissions {
  /** What the principal is and has, as the last field of an ARN: `role/deploy`, `policy/deploy`. */
  readonly own: readonly string[];
  /** The same, and the policy that is its boundary. */
  readonly limits: readonly string[];
  /** One for each policy that is attached. */
  readonly policies: readonly Sayings[];
  /** `unknown`: there is one, and what it allows is not known. */
  readonly boundary: Sayings | 'unknown' | undefined;
}

/** Something that a principal may or may not do. */
export interface Wanted extends Omit<WantedResources, 'own'> {
  /** Which resources of the principal are each as good as all. */
  readonly or: 'none' | 'own' | 'limits';
  /** By its full name. */
  readonly action: string;
  /** For iam:PassRole: the services that the role is to be passed to. */
  readonly passedTo: readonly string[];
}

/** The statement that lets a principal do it. */
export interface Permission {
  readonly statement: Statement;
  /** The pattern of the action, or `NotAction`. */
  readonly span: Span;
  /** Whether it holds for some services only. */
  readonly isLimited: boolean;
}

/**
 * What lets the principal do what is wanted; `undefined` where nothing does for certain. An Allow with a condition is
 * none, since the condition may be just what keeps the principal from it; one on iam:PassedToService tells which
 * services a role may be passed to.
 */
export function permissionFor(
  { own, limits, policies, boundary }: Permissions,
  wanted: Wanted,
): Permission | undefined {
  if (boundary === 'unknown') return undefined;
  const { kind, reach, or } = wanted;
  const resources = { kind, reach, own: or === 'none' ? none : or === 'own' ? own : limits };
  const permission = allowOf(policies, wanted, resources);
  const within = permission && boundary ? allowOf([boundary], wanted, resources) : permission;
  if (!permission || !within) return undefined;
  // Where only one's own is reached, or wanted, a Deny on that is enough; elsewhere the others remain.
  const isOwn =
    (or === 'limits' && kind !== undefined && !kind.resource.startsWith('policy/')) ||
    reachesOnlyOwn(permission.statement, resources) ||
    (within !== permission && reachesOnlyOwn(within.statement, resources));
  const needed = isOwn ? resources : { kind, reach, own: none };
  const isDenied = (said: Sayings) => deniesAny(said, wanted, needed);
  if (policies.some(isDenied) || (boundary && isDenied(boundary))) return undefined;
  return within.isLimited ? { ...permission, isLimited: true } : permission;
}

const none: readonly string[] = [];

function deniesAny({ denied }: Sayings, { action, passedTo }: Wanted, needed: WantedResources): boolean {
  const said = denied.get(action);
  return (
    said?.some(({ statement }) => keepsOut(statement.condition, passedTo) && takesAway(statement, needed)) ===
    true
  );
}

/** The first Allow, one without a condition before others. */
function allowOf(
  policies: readonly Sayings[],
  { action, passedTo }: Wanted,
  resources: WantedResources,
): Permission | undefined {
  let limited: Permission | undefined;
  for (const { allowed } of policies) {
    for (const { statement, span } of allowed.get(action) ?? []) {
      const { condition } = statement;
      if (condition && (limited || !letsPass(condition, passedTo))) continue;
      if (!reaches(statement, resources)) continue;
      if (!condition) return { statement, span, isLimited: false };
      limited = { statement, span, isLimited: true };
    }
  }
  return limited;
}

/** Whether a condition asks for the services that a role is passed to and for nothing else, and lets all wanted pass. */
function letsPass(condition: ConditionElement, passedTo: readonly string[]): boolean {
  const clauses = serviceClauses(condition);
  return (
    passedTo.length > 0 &&
    clauses !== undefined &&
    clauses.every(({ operator, values }) => {
      return !operator.negated && passedTo.every((service) => isListed(service, operator, values));
    })
  );
}

/**
 * Whether a Deny holds for one of the services: without a condition for all, with one on iam:PassedToService for those
 * that it means. One of all policies but some leaves what somebody chose. Other conditions keep out some callers only.
 */
function keepsOut(condition: ConditionElement | undefined, passedTo: readonly string[]): boolean {
  if (!condition || leavesOnlySome(condition)) return true;
  const clauses = serviceClauses(condition);
  return (
    clauses !== undefined &&
    passedTo.some((service) =>
      clauses.every(({ operator, values }) => isListed(service, operator, values) !== operator.negated),
    )
  );
}

/** `"ArnNotEquals": { "iam:PolicyARN": "…" }` */
function leavesOnlySome({ clauses }: ConditionElement): boolean {
  return clauses.some(
    ({ key, operator }) => POLICY_KEY.test(key.value) && parseOperator(operator.value)?.negated === true,
  );
}

const POLICY_KEY = /^iam:(?:PermissionsBoundary|PolicyARN)$/i;

interface ServiceClause {
  readonly operator: Operator;
  readonly values: readonly ConditionValue[];
}

/** The clauses of a condition that asks for iam:PassedToService and for nothing else. */
function serviceClauses(condition: ConditionElement): readonly ServiceClause[] | undefined {
  if (hasUnknownClauses(condition) || condition.clauses.length === 0) return undefined;
  const clauses = condition.clauses.flatMap(({ key, operator, values, isPartial }) => {
    const parsed = parseOperator(operator.value);
    if (isPartial || !parsed?.name.startsWith('String')) return [];
    return key.value.toLowerCase() === 'iam:passedtoservice' ? [{ operator: parsed, values }] : [];
  });
  return clauses.length === condition.clauses.length ? clauses : undefined;
}

function isListed(service: string, { name }: Operator, values: readonly ConditionValue[]): boolean {
  return values.some(({ text }) => {
    if (name.endsWith('Like')) return globMatches(text, service);
    return name.endsWith('IgnoreCase') ? text.toLowerCase() === service : text === service;
  });
}
