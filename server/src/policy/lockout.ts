// Whether somebody is left who may change a resource policy: the words of the rules on lock-outs.
import { globMatches } from '../base/glob';
import { textsOf, withHoles } from './text';
import type { PatternElement, Policy, Statement } from './types';

/** Whether a statement speaks of the action, or may do so when all of it is known. */
export function coversAction({ actions }: Statement, action: string): boolean {
  return actions.some((element) => element.negated || element.isPartial || matches(element, action));
}

/** Whether a statement surely speaks of the action. */
export function surelyCovers({ actions }: Statement, action: string): boolean {
  return actions.some((element) => element.negated !== matches(element, action) && !element.isPartial);
}

function matches(element: PatternElement, action: string): boolean {
  return textsOf(element).some((text) =>
    globMatches(
      withHoles(text, () => '*'),
      action,
      true,
    ),
  );
}

/** Whether any account, user or role may do the action by this policy, or may when all of it is known. */
export function someoneMay({ isPartial, statements }: Policy, action: string): boolean {
  return (
    isPartial ||
    statements.some(
      (statement) =>
        statement.isPartial ||
        (statement.allows && mayNameCallers(statement) && coversAction(statement, action)),
    )
  );
}

function mayNameCallers({ principals }: Statement): boolean {
  return principals.some(
    (element) =>
      element.negated || element.isPartial || element.principals.some(({ kind }) => kind !== 'Service'),
  );
}
