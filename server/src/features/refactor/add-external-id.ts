// Asks those of another account who assume a role for an external ID.
import { parseArn } from '../../policy/arn';
import { addClause, mayCompare } from './addClause';
import { defineRefactoring } from './refactoring';

export default defineRefactoring({
  id: 'add-external-id',
  kind: 'refactor.rewrite',
  on: 'statement',
  summary: 'Asks another account for an external ID, by a condition on sts:ExternalId.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#use-external-id',

  *offers(place) {
    const { statement, found } = place;
    const { principals, actions } = statement;
    if (!statement.allows || found.site.type !== 'trust' || mayCompare(place, /^sts:ExternalId$/i)) return;
    const isAccounts = principals.every(
      ({ negated, isPartial, principals: own }) =>
        !negated && !isPartial && own.every(({ kind, value }) => kind === 'AWS' && isOfAccount(value)),
    );
    const assumes = actions.some(({ negated, patterns }) => !negated && patterns.some(isAssumeRole));
    if (principals.length === 0 || !isAccounts || !assumes) return;
    yield* addClause(place, 'Ask callers of the other account for an external ID', {
      operator: 'StringEquals',
      key: 'sts:ExternalId',
      value: 'REPLACE-WITH-A-UNIQUE-ID',
    });
  },
});

function isAssumeRole({ value }: { readonly value: string }): boolean {
  return value.toLowerCase() === 'sts:assumerole';
}

/** An account, or a role of one: programs of a third party can send an external ID. Users are people. */
function isOfAccount(value: string): boolean {
  if (/^\d{12}$/.test(value)) return true;
  const arn = parseArn(value);
  return (
    arn !== undefined && /^\d{12}$/.test(arn.account.text) && /^(?:root$|role\/)/.test(arn.resource.text)
  );
}
