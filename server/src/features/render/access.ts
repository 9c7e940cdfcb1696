// What policies allow together, a line for each service by access level, in Markdown. Resources and conditions are
// told in a few words; whether a denial takes back what is allowed is not worked out.
import { matchActions } from '../../catalog/search';
import type { AccessLevel, Catalog } from '../../catalog/types';
import { hasHole, type PolicyText, textsOf } from '../../policy/text';
import type { Policy, Statement } from '../../policy/types';
import { code, codeList, count, countOf, plain } from './markdown';

/** Services listed; patterns over more of them than a few are told as they are written. */
const MOST_SERVICES = 15;
const FEW_SERVICES = 5;
const MOST_NAMES = 4;

/** The strongest first. */
const levels: readonly AccessLevel[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];

interface ServiceAccess {
  readonly levels: Set<AccessLevel>;
  readonly actions: Set<string>;
  everyResource: boolean;
  /** Whether nothing of it is given without a condition. */
  conditional: boolean;
}

/** Lines of a list; empty where nothing is allowed. */
export function accessLines(catalog: Catalog, policies: readonly Policy[]): readonly string[] {
  const services = new Map<string, ServiceAccess>();
  const others: string[] = [];
  for (const statement of policies.flatMap((policy) => policy.statements)) {
    if (!statement.allows || statement.denies) continue;
    for (const element of statement.actions) {
      const texts = textsOf(element);
      if (element.negated) {
        const but = texts.map(({ value }) => value);
        others.push(`every action but ${codeList(but, MOST_NAMES)}${scopeText(scopeOf(statement))}`);
      } else for (const text of texts) others.push(...addPattern(catalog, services, statement, text));
    }
  }
  return [...new Set(others), ...serviceLines(catalog, services)];
}

/** Takes in a pattern; gives the line of one that is told by itself. */
function addPattern(
  catalog: Catalog,
  services: Map<string, ServiceAccess>,
  statement: Statement,
  text: PolicyText,
): readonly string[] {
  const scope = scopeOf(statement);
  if (hasHole(text)) return [`${code(text.value)}, which is known only later`];
  const { value } = text;
  if (/^\*+(?::\*+)?$/.test(value)) return [`**every action of every service**${scopeText(scope)}`];
  const matches = matchActions(catalog, value);
  if (matches.services.length > FEW_SERVICES)
    return [
      `${code(value)}: ${countOf(matches.count, 'action')} of ${count(matches.services.length)} services${scopeText(scope)}`,
    ];
  for (const { service, action } of matches.actions) {
    const access = services.get(service) ?? {
      levels: new Set(),
      actions: new Set(),
      everyResource: false,
      conditional: true,
    };
    services.set(service, access);
    access.actions.add(action.name);
    for (const level of action.levels) access.levels.add(level);
    access.everyResource ||= scope.everyResource;
    access.conditional &&= scope.conditional;
  }
  return [];
}

type Scope = Pick<ServiceAccess, 'everyResource' | 'conditional'>;

function scopeOf({ resources, condition }: Statement): Scope {
  const everyResource = resources.some(
    (element) => element.negated || element.patterns.some(({ value }) => value === '*'),
  );
  return { everyResource, conditional: condition !== undefined };
}

function scopeText({ everyResource, conditional }: Scope): string {
  return `${everyResource ? ', on every resource' : ''}${conditional ? ', under conditions' : ''}`;
}

function serviceLines(catalog: Catalog, services: ReadonlyMap<string, ServiceAccess>): readonly string[] {
  const lines = [...services].map(([prefix, access]) => {
    const service = catalog.service(prefix);
    const isAll = access.actions.size === service?.actions.length;
    const words = levels.filter((level) => access.levels.has(level)).map((level) => level.toLowerCase());
    const what = isAll ? 'every action' : words.join(', ');
    return `${plain(service?.name ?? prefix)}: ${what}${scopeText(access)}`;
  });
  const more = lines.length - MOST_SERVICES;
  return more > 0 ? [...lines.slice(0, MOST_SERVICES), `${countOf(more, 'more service')}`] : lines;
}
