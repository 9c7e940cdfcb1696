// Limits iam:PassRole on all roles to one service.
import type { Catalog } from '../../catalog/types';
import { parseAction } from '../../policy/action';
import { limitsPassRole, matchesEveryRole } from '../../policy/passRole';
import type { PatternElement, Statement } from '../../policy/types';
import type { Plain } from '../../syntax/node';
import { addClause } from './addClause';
import { defineRefactoring, type Offer, type StatementPlace } from './refactoring';

export default defineRefactoring({
  id: 'scope-pass-role',
  kind: 'refactor.rewrite',
  on: 'statement',
  summary: 'Lets roles be passed to one service only, by a condition on iam:PassedToService.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',

  *offers(place) {
    const { statement } = place;
    if (!statement.allows || limitsPassRole(statement.condition) || !isOnAllRoles(statement)) return;
    const [element, second] = statement.actions;
    if (!element || second || element.negated || element.isPartial) return;
    for (const service of servicesOf(place)) yield* offersFor(place, element, service);
  },
});

function* offersFor(place: StatementPlace, element: PatternElement, service: string): Iterable<Offer> {
  const title = `Pass roles to ${service} only`;
  const value = { operator: 'StringEquals', key: 'iam:PassedToService', value: service };
  const passes = element.patterns.filter((each) => each.value.toLowerCase() === 'iam:passrole');
  if (passes.length === 0) return;
  if (passes.length === element.patterns.length) yield* addClause(place, title, value);
  else yield* split(place, element, title, service);
}

/** The other actions know no such key, so iam:PassRole gets a statement of its own. */
function* split(
  { found, statement, writer }: StatementPlace,
  { property: { value: list }, patterns }: PatternElement,
  title: string,
  service: string,
): Iterable<Offer> {
  const statements = found.policy.statement?.value;
  const own = writer.plain(statement.node);
  if (list?.kind !== 'array' || statements?.kind !== 'array' || !isRecord(own)) return;
  const passes = patterns.filter((each) => each.value.toLowerCase() === 'iam:passrole');
  const { Sid: _, Condition: condition, ...rest } = own;
  const equals = isRecord(condition) && isRecord(condition.StringEquals) ? condition.StringEquals : {};
  const others = isRecord(condition) ? condition : {};
  const limited = { ...others, StringEquals: { ...equals, 'iam:PassedToService': service } };
  const added = { ...rest, Action: 'iam:PassRole', Condition: limited };
  // In a data source of Terraform, statements are no list but blocks.
  const insertion = writer.names
    ? writer.insertProperty(found.policy.node, 'Statement', added, found.policy.statement)
    : writer.appendItem(statements, added);
  const edits = [...writer.removeItems(list, passes), insertion];
  yield { title: `${title}, in a statement of its own`, edits, access: 'narrower' };
}

function isRecord(value: Plain | undefined): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOnAllRoles({ resources }: Statement): boolean {
  return resources.some(({ negated, patterns }) =>
    patterns.some(({ value }) => !negated && matchesEveryRole(value)),
  );
}

/** Services that the document speaks of: those that its roles trust, then those that the policy's actions are of. */
function servicesOf({ analysis, found, catalog }: StatementPlace): readonly string[] {
  const trusted = analysis.policies
    .filter(({ site }) => site.type === 'trust')
    .flatMap(({ policy }) => policy.statements.flatMap(({ principals }) => principals))
    .flatMap(({ principals }) => principals.filter(({ kind }) => kind === 'Service'))
    .map(({ value }) => value);
  const called = found.policy.statements
    .flatMap(({ actions }) => actions.flatMap(({ patterns }) => patterns))
    .flatMap(({ value }) => passedBy(parseAction(value)?.service ?? '', catalog));
  const known = [...new Set([...trusted, ...called])].slice(0, MAX_SERVICES);
  return known.length > 0 ? known : usual;
}

const MAX_SERVICES = 4;
const usual = ['ec2.amazonaws.com', 'lambda.amazonaws.com', 'ecs-tasks.amazonaws.com'] as const;

/** The principals that a service's roles are passed to. */
function passedBy(prefix: string, catalog: Catalog): readonly string[] {
  if (prefix.toLowerCase() === 'ecs') return ['ecs-tasks.amazonaws.com'];
  const principal = catalog.servicePrincipal(`${prefix}.amazonaws.com`);
  return principal?.trust && prefix.toLowerCase() !== 'iam' ? [principal.principal] : [];
}
