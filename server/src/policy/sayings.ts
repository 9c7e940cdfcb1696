// What statements say of some actions: which of them allow one without doubt, and which may take it away.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
import type { Span } from '../base/span';
import { itemsOf } from '../syntax/node';
import type { ActionIndex } from './actionIndex';
import { templateTexts } from './templateText';
import { hasHole, textsOf, withHoles } from './text';
import type { PatternElement, Statement } from './types';

/** A statement that speaks of an action. */
export interface Said {
  readonly statement: Statement;
  /** The pattern that matches the action, or `NotAction`. */
  readonly span: Span;
}

/** By full action name. */
export interface Sayings {
  readonly allowed: ReadonlyMap<string, readonly Said[]>;
  /** By a Deny; one with a condition leaves the action to those who do not meet it. */
  readonly denied: ReadonlyMap<string, readonly Said[]>;
}

/** What the statements say of the actions of an index. What is known only later allows nothing, and may deny. */
export function sayingsOf(statements: readonly Statement[], index: ActionIndex): Sayings {
  const allowed = new Map<string, Said[]>();
  const denied = new Map<string, Said[]>();
  for (const statement of statements) {
    if (statement.denies) addTo(denied, statement, index, mayMatch);
    else if (statement.allows && !statement.isPartial) addTo(allowed, statement, index, matches);
  }
  return { allowed, denied };
}

type Matching = (element: PatternElement, index: ActionIndex) => readonly Matched[];

interface Matched {
  readonly actions: readonly string[];
  readonly span: Span;
}

function addTo(
  sayings: Map<string, Said[]>,
  statement: Statement,
  index: ActionIndex,
  matching: Matching,
): void {
  for (const element of statement.actions) {
    for (const { actions, span } of matching(element, index)) {
      for (const action of actions) {
        const known = sayings.get(action);
        if (known) known.push({ statement, span });
        else sayings.set(action, [{ statement, span }]);
      }
    }
  }
}

/** The actions of an index that an element surely matches. */
export function actionsSaidBy(element: PatternElement, index: ActionIndex): readonly string[] {
  return [...matches(element, index)].flatMap(({ actions }) => actions);
}

/** Those that an element surely matches. */
function matches(element: PatternElement, index: ActionIndex): readonly Matched[] {
  if (element.negated)
    return hasRiddle(element) ? [] : [othersThan(element, listed(element, index, true), index)];
  const texts = textsOf(element);
  let found = nothing;
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i];
    const actions = text ? index.matchesOf(text.value) : [];
    if (text && actions.length > 0 && !hasHole(text)) found = [...found, { actions, span: text.span }];
  }
  return found;
}

const nothing: readonly Matched[] = [];

/** Those that an element matches, or may match by what is known only later. */
function mayMatch(element: PatternElement, index: ActionIndex): readonly Matched[] {
  if (element.negated) return [othersThan(element, listed(element, index, false), index)];
  const actions = hasRiddle(element) ? index.all : [...listed(element, index, true)];
  return [{ actions, span: element.property.key.span }];
}

/** `broadly`: with anything in place of what is known only later. */
function listed(element: PatternElement, index: ActionIndex, broadly: boolean): ReadonlySet<string> {
  const texts = textsOf(element).filter((text) => broadly || !hasHole(text));
  return new Set(texts.flatMap((text) => index.matchesOf(withHoles(text, () => '*'))));
}

function othersThan({ property }: PatternElement, left: ReadonlySet<string>, index: ActionIndex): Matched {
  return { actions: index.all.filter((action) => !left.has(action)), span: property.key.span };
}

/** Whether something in the list is not known at all, so that it may be any pattern. */
export function hasRiddle({ property, isPartial, templates }: PatternElement): boolean {
  if (!isPartial) return false;
  if (templates.length === 0) return true;
  return itemsOf(property.value).some(
    (item) => item.kind === 'dynamic' && item.parts.length === 0 && templateTexts(item).length === 0,
  );
}
