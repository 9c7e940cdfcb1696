// What naming more or less in an element does to access: more actions widen an Allow and narrow a Deny.
import type { Statement } from './types';

/**
 * The change of access when an element comes to match more. `negated`: whether the element names what is left out
 * (`NotAction`). Not known where the Effect is missing, wrong or known only later.
 */
export function accessOfMore(
  statement: Pick<Statement, 'allows' | 'denies'>,
  negated: boolean,
): 'wider' | 'narrower' | 'unknown' {
  if (statement.allows === statement.denies) return 'unknown';
  return statement.allows === negated ? 'narrower' : 'wider';
}
