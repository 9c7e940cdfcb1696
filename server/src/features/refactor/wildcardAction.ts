// A wildcard action under the cursor, what it covers, and how others are put in its place.
import { globMatches } from '../../base/glob';
import { overlaps } from '../../base/span';
import type { ActionEntry, ServiceEntry } from '../../catalog/types';
import { hasWildcard, parseAction } from '../../policy/action';
import type { PatternElement } from '../../policy/types';
import type { Plain, StringNode } from '../../syntax/node';
import type { Offer, StatementPlace } from './refactoring';

export interface WildcardAction {
  readonly element: PatternElement;
  readonly node: StringNode;
  readonly service: ServiceEntry;
  /** What stands behind the colon: `Get*`. */
  readonly pattern: string;
  readonly covered: readonly ActionEntry[];
}

/** Longer lists are not written: nobody reads them, and policies have a quota. */
export const MAX_WRITTEN = 30;

/** The wildcards of one service that the selection touches. */
export function wildcardActions({ statement, span, catalog }: StatementPlace): readonly WildcardAction[] {
  return statement.actions.flatMap((element) =>
    element.patterns.flatMap((node) => {
      const parts = overlaps(node.span, span) ? parseAction(node.value) : undefined;
      const service = parts && catalog.service(parts.service);
      if (!service || !hasWildcard(parts.name)) return [];
      const covered = service.actions.filter(({ name }) => globMatches(parts.name, name, true));
      return covered.length === 0 ? [] : [{ element, node, service, pattern: parts.name, covered }];
    }),
  );
}

/** Other actions of the same service in place of the wildcard; none where its list cannot be written anew. */
export function replaced(
  { writer, analysis }: StatementPlace,
  { element, node, service }: WildcardAction,
  names: readonly string[],
  words: Pick<Offer, 'title' | 'access'>,
): readonly Offer[] {
  const actions = names.map((name) => `${service.prefix}:${name}`);
  const list = element.property.value;
  if (list === node) return [{ ...words, edits: [writer.replaceValue(node, unwrapped(actions))] }];
  if (list?.kind !== 'array' || !list.items.includes(node)) return [];
  const [only, second] = actions;
  if (only !== undefined && second === undefined) {
    return [{ ...words, edits: [writer.replaceString(node, only)] }];
  }
  const hasComment = analysis.comments.some((comment) => overlaps(comment.span, list.span));
  const plain = writer.plain(list);
  if (hasComment || !isList(plain)) return [];
  const at = list.items.indexOf(node);
  const known = new Set(plain.filter((each) => typeof each === 'string').map((each) => each.toLowerCase()));
  const added = actions.filter((action) => !known.has(action.toLowerCase()));
  const all = [...plain.slice(0, at), ...added, ...plain.slice(at + 1)];
  return [{ ...words, edits: [writer.replaceValue(list, all)] }];
}

function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}

function unwrapped(actions: readonly string[]): Plain {
  const [only, second] = actions;
  return only !== undefined && second === undefined ? only : actions;
}
