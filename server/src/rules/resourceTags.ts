// Which services of a statement do not know the tags of their resources, for the rules on aws:ResourceTag.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
import type { Catalog } from '../catalog/types';
import { parseAction } from '../policy/action';
import { mayNeedKey, needsKey, type Phrase, type ReadClause } from '../policy/clauses';
import type { Statement } from '../policy/types';
import type { StringNode } from '../syntax/node';

export interface ServiceWithout {
  readonly name: string;
  /** The first of its actions in the statement. */
  readonly action: StringNode;
}

/** Whether a clause holds only for resources with a certain tag. */
export function demandsResourceTag(clause: ReadClause): boolean {
  return clause.lowerKey.startsWith('aws:resourcetag/') && needsKey(clause);
}

/** Whether it may, whatever its values are. */
export function mayDemandResourceTag(clause: Phrase): boolean {
  return clause.lowerKey.startsWith('aws:resourcetag/') && mayNeedKey(clause);
}

/** Services whose actions the statement names, and none of whose keys begins so. */
export function servicesWithoutKey(
  catalog: Catalog,
  statement: Statement,
  start: string,
): readonly ServiceWithout[] {
  const found = new Map<string, ServiceWithout>();
  for (const { negated, patterns } of statement.actions) {
    for (const action of negated ? [] : patterns) {
      const service = catalog.service(parseAction(action.value)?.service ?? '');
      if (
        !service ||
        found.has(service.prefix) ||
        service.conditionKeys.some(({ key }) => key.startsWith(start))
      )
        continue;
      found.set(service.prefix, { name: service.name, action });
    }
  }
  return [...found.values()];
}
