// Lets in one branch or environment of one repository of GitHub.
import { GITHUB, oidcPrincipals } from '../../policy/oidc';
import { addClause, mayCompare } from './addClause';
import { defineRefactoring } from './refactoring';

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
    const key = `${GITHUB}:sub`;
    const isGithub = oidcPrincipals(statement).some(({ prefix }) => prefix === GITHUB);
    if (!isGithub || mayCompare(place, /:(?:sub|job_workflow_ref)$/i)) return;
    for (const { what, value } of subjects) {
      yield* addClause(place, `Let in ${what} only`, { operator: 'StringEquals', key, value });
    }
  },
});

/** Owner and repository are to be filled in. */
const subjects = [
  { what: 'the main branch of one repository', value: 'repo:OWNER/REPOSITORY:ref:refs/heads/main' },
  { what: 'one environment of one repository', value: 'repo:OWNER/REPOSITORY:environment:production' },
] as const;
