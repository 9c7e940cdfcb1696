// Which patterns of a statement give certain actions on every resource of their kind; shared by the rules about breadth.
import { rememberLast } from '../base/rememberLast';
import type { Span } from '../base/span';
import type { Catalog } from '../catalog/types';
import type { ActionIndex } from '../policy/actionIndex';
import { kindOf, type ResourceKind, reaches } from '../policy/resourceReach';
import { hasHole, textsOf } from '../policy/text';
import type { Statement } from '../policy/types';

export interface OnAllResources {
  /** Of the first pattern that gives one of them. */
  readonly span: Span;
  /** Full names, as AWS writes them; at least one. */
  readonly actions: readonly string[];
}

/**
 * The actions of an index that an Allow without a condition gives on all resources, by name or by a part of it. What gives
 * a whole service is not looked at: it says nothing of any one action.
 */
export function onAllResources(
  statement: Statement,
  index: ActionIndex,
  catalog: Catalog,
): OnAllResources | undefined {
  if (!isPlainAllow(statement) || !hasWide(statement)) return undefined;
  const actions = new Set<string>();
  let span: Span | undefined;
  for (const element of statement.actions) {
    if (element.negated) continue;
    for (const text of textsOf(element)) {
      const matched = index.matchesOf(text.value);
      if (matched.length === 0 || hasHole(text) || isWholeService(text.value)) continue;
      for (const action of matched) {
        if (actions.has(action) || !isReached(statement, action, catalog)) continue;
        actions.add(action);
        span ??= text.span;
      }
    }
  }
  return span && { span, actions: [...actions] };
}

/** Whether a statement allows for certain, and whoever has it at any time. */
export function isPlainAllow({ allows, denies, isPartial, condition }: Statement): boolean {
  return allows && !denies && !isPartial && !condition;
}

/** A cheap look first: whether a resource has a wildcard, or all but some are meant. */
const hasWide = rememberLast(({ resources }: Statement): boolean =>
  resources.some((element) => element.negated || textsOf(element).some(({ value }) => value.includes('*'))),
);

/** `*`, `s3:*` */
function isWholeService(pattern: string): boolean {
  return /^[^:]*(?::\**)?$/.test(pattern) && pattern.endsWith('*');
}

function isReached(statement: Statement, action: string, catalog: Catalog): boolean {
  return kindsOf(action, catalog).some((kind) => reaches(statement, { kind, reach: 'all', own: [] }));
}

/** The kinds of resource that an action needs; none where it knows no resources. */
function kindsOf(action: string, catalog: Catalog): readonly ResourceKind[] {
  const [service = '', name = ''] = action.split(':');
  const entry = catalog.service(service);
  const types = entry?.action(name)?.resourceTypes ?? [];
  const needed = types.some(({ required }) => required) ? types.filter(({ required }) => required) : types;
  const names = new Set(needed.map((type) => type.name));
  return (entry?.resourceTypes ?? [])
    .filter((type) => names.has(type.name))
    .flatMap(({ arns }) => arns.map(kindOf));
}

/** More names are counted only. */
const MOST_NAMED = 3;

/** `s3:GetObject and ssm:GetParameter`, `a, b and 4 more` */
export function listOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const shown = more > 1 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
