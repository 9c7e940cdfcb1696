// Whether a statement makes an administrator: all actions on all resources, without a condition.
import { type PolicyText, textsOf } from './text';
import type { PatternElement, Statement } from './types';

export interface AdminGrant {
  readonly action: PolicyText;
  readonly resource: PolicyText;
}

/** The patterns by which it does; `undefined` where it does not for certain. */
export function adminGrant(statement: Statement): AdminGrant | undefined {
  if (!statement.allows || statement.isPartial || statement.condition) return undefined;
  const resource = patternLike(statement.resources, /^\*+$/);
  const action = resource && patternLike(statement.actions, EVERY_ACTION);
  return action && { action, resource };
}

/** `*`, `*:*` */
const EVERY_ACTION = /^\*+(?::\*+)?$/;

export function isEveryAction(text: string): boolean {
  return EVERY_ACTION.test(text);
}

function patternLike(elements: readonly PatternElement[], form: RegExp): PolicyText | undefined {
  for (const element of elements) {
    const found = element.negated
      ? undefined
      : textsOf(element).find(({ value }) => value.startsWith('*') && form.test(value));
    if (found) return found;
  }
  return undefined;
}
