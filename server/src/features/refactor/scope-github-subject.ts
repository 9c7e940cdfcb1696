// Lets in one branch or environment of one repository of GitHub.
import { globCovers, isGlob } from '../../base/glob';
import { GITHUB, oidcPrincipals } from '../../policy/oidc';
import { parseOperator } from '../../policy/operator';
import type { ConditionClause } from '../../policy/types';
import { addClause, mayCompare } from './addClause';
import { defineRefactoring, type Offer, type StatementPlace } from './refactoring';

const KEY = `${GITHUB}:sub`;

export default defineRefactoring({
  id: 'scope-github-subject',
  kind: 'refactor.rewrite',
  on: 'statement',
  summary:
    'Lets in workflows of one repository and branch or environment of GitHub, by the subject of the token.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',

  *offers(place) {
    const { statement, found } = place;
    if (!statement.allows || found.site.type !== 'trust') return;
    if (!oidcPrincipals(statement).some(({ prefix }) => prefix === GITHUB)) return;
    const clauses = statement.condition?.clauses.filter(({ key }) => key.value.toLowerCase() === KEY) ?? [];
    for (const clause of clauses) yield* narrowed(place, clause);
    if (clauses.length > 0 || mayCompare(place, /:(?:sub|job_workflow_ref)$/i)) return;
    for (const { title, value } of subjects('OWNER', 'REPOSITORY')) {
      yield* addClause(place, title, { operator: 'StringEquals', key: KEY, value });
    }
  },
});

/** What a token says of the workflow that it is for; owner and repository are to be filled in where they are not known. */
function subjects(owner: string, repository: string) {
  const name = `${owner}/${repository}`;
  return [
    { title: `Let in the main branch of ${name} only`, value: `repo:${name}:ref:refs/heads/main` },
    { title: `Let in one environment of ${name} only`, value: `repo:${name}:environment:production` },
  ];
}

/** A subject with a wildcard, put narrower with the names that it has. */
function* narrowed(
  { writer }: StatementPlace,
  { operator, values, isPartial }: ConditionClause,
): Iterable<Offer> {
  const parsed = parseOperator(operator.value);
  const [only, second] = values;
  if (isPartial || second || only?.node.kind !== 'string' || !isGlob(only.text)) return;
  if (parsed?.name !== 'StringLike') return;
  const [, owner = 'OWNER', repository = 'REPOSITORY'] =
    /^repo:(?:([\w.-]+)\/(?:([\w.-]+)(?=:))?)?/.exec(only.text) ?? [];
  for (const { title, value } of subjects(owner, repository)) {
    if (!globCovers(only.text, value)) continue;
    yield { title, edits: [writer.replaceString(only.node, value)], access: 'narrower' };
  }
}
