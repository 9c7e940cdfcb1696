// The account that a document is for, as far as it says so; to be written into a condition.
import { parseArn } from '../../policy/arn';
import type { Plain } from '../../syntax/node';
import type { StatementPlace } from './refactoring';

/** The account that AWS's documentation has in its examples; to be replaced. */
export const EXAMPLE_ACCOUNT = '111122223333';

/** The account of the statement's own resources, the stack's own in a template, else one to be replaced. */
export function ownAccount({ statement, found: { site }, analysis }: StatementPlace): Plain {
  const named = statement.resources
    .filter(({ negated }) => !negated)
    .flatMap(({ patterns }) => patterns.map(({ value }) => parseArn(value)?.account.text ?? ''))
    .find((account) => /^\d{12}$/.test(account));
  if (named !== undefined) return named;
  // In a string of a template no function is called.
  const isOfStack = site.carrier === 'cloudformation' || site.carrier === 'sam';
  return isOfStack && site.tree === analysis.tree ? { Ref: 'AWS::AccountId' } : EXAMPLE_ACCOUNT;
}
