// What the rules on identity providers say of a judgement: at the values that decide it, else at the provider.
import type { ReadClause } from '../policy/clauses';
import { GITHUB } from '../policy/oidc';
import { passesWithoutKey } from '../policy/operator';
import type { Admission } from '../policy/providers/admission';
import type { OpenValue } from '../policy/providers/claimClause';
import { GITHUB_SUBJECT, openPart } from '../policy/providers/githubSubject';
import { requiredClaims } from '../policy/providers/table';
import type { Writer } from '../syntax/node';
import { dropValue } from './clauseFixes';
import type { Report } from './rule';

/** `say` gets the value that decides; none where nothing is asked. A list's other values stay when it is removed. */
export function* admissionReports(
  { because, principal, statement }: Admission,
  writer: Writer,
  say: (value: string | undefined) => string,
): Iterable<Report> {
  const [first] = because;
  if (!first) {
    yield { span: principal.span, message: say(undefined), restsOn: statement.node.span };
    return;
  }
  const own = because.filter(({ clause }) => clause === first.clause);
  for (const each of own) {
    yield { span: each.span, message: say(each.text), fixes: () => removal(writer, each, own) };
  }
}

function removal(writer: Writer, { clause, value }: OpenValue, own: readonly OpenValue[]) {
  const hasOthers = clause.values.length + clause.templates.length > own.length;
  return hasOthers && 'node' in value ? dropValue(writer, clause, value, 'narrower') : [];
}

/** Whether another rule says it: that no claim is asked for, or not the one that IAM wants, or GitHub's wildcards. */
export function isSaidElsewhere({ principal, claims, because }: Admission): boolean {
  const required = requiredClaims(principal.prefix)?.claims ?? [];
  if (claims.size === 0 || (required.length > 0 && !required.some((claim) => claims.has(claim)))) return true;
  const isGithub = principal.prefix === GITHUB || principal.prefix.startsWith(`${GITHUB}/`);
  if (!isGithub) return false;
  return because.length === 0
    ? !claims.has('sub') && !claims.has('job_workflow_ref')
    : because.some(
        ({ clause, text, value }) =>
          'node' in value && GITHUB_SUBJECT.test(clause.lowerKey) && openPart(text) !== undefined,
      );
}

/** What comes of a clause whose key is never there. */
export function outcomeWithoutKey({ compares }: ReadClause): string {
  return passesWithoutKey(compares) ? 'is true for everyone' : 'never matches, and nobody gets in';
}
