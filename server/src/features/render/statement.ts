// A statement in one line of plain text: `Allow s3:GetObject on arn:aws:s3:::reports/*`. No Markdown.
import { principalTexts, textsOf } from '../../policy/text';
import type { PatternElement, PrincipalElement, Statement } from '../../policy/types';

/** What the statement says, as far as it is known. Never empty. */
export function statementSummary(statement: Statement): string {
  const action = statement.actions[0];
  const resource = statement.resources[0];
  const principal = statement.principals[0];
  const parts = [
    effectOf(statement),
    principal && namesOf(principal),
    action && `${principal ? 'to ' : ''}${patternsOf(action)}`,
    resource && `on ${patternsOf(resource)}`,
    statement.condition && statement.condition.clauses.length > 0 ? 'under conditions' : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

function effectOf({ allows, denies }: Statement): string {
  if (allows === denies) return allows ? 'Allow or Deny' : 'Statement';
  return allows ? 'Allow' : 'Deny';
}

function patternsOf(element: PatternElement): string {
  const listed = list(textsOf(element).map(({ value }) => value));
  return element.negated ? `all but ${listed}` : listed;
}

function namesOf(element: PrincipalElement): string {
  const listed = list(principalTexts(element).map(({ value }) => (value === '*' ? 'everyone' : value)));
  return element.negated ? `all but ${listed}` : listed;
}

/** The first one, and how many there are besides. */
function list(names: readonly string[]): string {
  const [first, ...others] = names;
  if (first === undefined) return '…';
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
