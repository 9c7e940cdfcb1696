// Keeps the wildcard principal of a resource policy within one organization.
import { everyoneIn, isDeniedToOthers } from '../../policy/openTo';
import { callerPinning } from '../../policy/pin';
import { addClause } from './addClause';
import { defineRefactoring } from './refactoring';

export default defineRefactoring({
  id: 'add-organization',
  kind: 'refactor.rewrite',
  on: 'statement',
  summary: 'Lets in callers of one organization only, by a condition on aws:PrincipalOrgID.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid',

  *offers(place) {
    const { statement, found } = place;
    if (!statement.allows || found.site.type !== 'resource' || !everyoneIn(statement)) return;
    if (callerPinning(statement.condition).pinned || isDeniedToOthers(found.policy, statement)) return;
    yield* addClause(place, 'Let in callers of your organization only', {
      operator: 'StringEquals',
      key: 'aws:PrincipalOrgID',
      value: 'o-xxxxxxxxxx',
    });
  },
});
