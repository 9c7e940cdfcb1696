// What a statement's resources are, seen from afar. The fields of ARNs are in arn.ts.
import { textsOf } from './text';
import type { PatternElement, Statement } from './types';

/** Whether a statement has a resource other than `*` alone. */
export function namesResources({ resources }: Statement): boolean {
  return resources.some(
    ({ patterns, templates }) => templates.length > 0 || patterns.some(({ value }) => value !== '*'),
  );
}

/** Whether an element names all resources, as `*`. */
export function isEveryResource(element: PatternElement): boolean {
  return !element.negated && textsOf(element).some(({ value }) => /^\*+$/.test(value));
}
