// Lets in one branch or environment of one repository of GitHub.
import { globCovers, isGlob } from '../../base/glob';
import { GITHUB, oidcPrincipals } from '../../policy/oidc';
import { parseOperator } from '../../policy/operator';
import type { ConditionClause } from '../../policy/types';
import { addClause, mayCompare } from './addClause';
import { defineRefactoring, type Offer, type StatementPlace } from './refactoring';
import { branchSubject, type Repository, unknownRepository } from './repository';

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
    const repository = place.repository() ?? unknownRepository;
    for (const { title, value } of subjects(repository)) {
      yield* addClause(place, title, { operator: 'StringEquals', key: KEY, value });
    }
  },
});

interface Subject {
  readonly title: string;
  readonly value: string;
}

/** What a token says of the workflow that it is for. */
function subjects(of: Repository): readonly Subject[] {
  const { owner, name, branch, environments } = of;
  const repository = `${owner}/${name}`;
  const value = `repo:${repository}`;
  const title = (what: string) => `Let in ${what} of ${repository} only`;
  const named = environments.map((each) => ({
    title: title(`the environment ${each}`),
    value: `${value}:environment:${each}`,
  }));
  const one = { title: title('one environment'), value: `${value}:environment:production` };
  return [
    { title: title(`the ${branch} branch`), value: branchSubject(of) },
    ...(named.length > 0 ? named : [one]),
  ];
}

/** A subject with a wildcard, put narrower: to the document's own repository, or with the names that it has. */
function* narrowed(
  { writer, repository }: StatementPlace,
  { operator, values, isPartial }: ConditionClause,
): Iterable<Offer> {
  const parsed = parseOperator(operator.value);
  const [only, second] = values;
  if (isPartial || second || only?.node.kind !== 'string' || !isGlob(only.text)) return;
  if (parsed?.name !== 'StringLike') return;
  const { node, text } = only;
  const own = repository();
  const known = own ? subjects(own).filter(({ value }) => globCovers(text, value)) : [];
  const named = subjects(namedIn(text, own)).filter(({ value }) => globCovers(text, value));
  for (const { title, value } of known.length > 0 ? known : named) {
    yield { title, edits: [writer.replaceString(node, value)], access: 'narrower' };
  }
}

/** The names that a pattern has, with their IDs; what is known of the document's own repository, where they are of it. */
function namedIn(text: string, own: Repository = unknownRepository): Repository {
  const [, owner = unknownRepository.owner, name = unknownRepository.name] =
    /^repo:(?:([\w.@-]+)\/(?:([\w.@-]+)(?=:))?)?/.exec(text) ?? [];
  const isOwn = withoutId(owner) === own.owner && withoutId(name) === own.name;
  return { ...(isOwn ? own : unknownRepository), owner, name };
}

function withoutId(name: string): string {
  return name.replace(/@.*/, '');
}
