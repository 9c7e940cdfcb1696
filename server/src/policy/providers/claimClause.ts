// What one clause of a condition leaves open about who gets in with the tokens of a provider.
import type { Span } from '../../base/span';
import type { ReadClause } from '../clauses';
import { takesWildcards } from '../operator';
import type { TemplateText } from '../templateText';
import type { ConditionValue } from '../types';
import { type Filling, fieldsOf, meetsForm } from './claimShape';
import type { Level, Provider } from './provider';

/** `open`: the clause keeps nobody out at this level. `unknown`: nobody here can tell. */
export type Outcome = 'open' | 'limited' | 'unknown';

/** A value that leaves a level open. */
export interface OpenValue {
  readonly clause: ReadClause;
  readonly text: string;
  readonly span: Span;
  readonly value: ConditionValue | TemplateText;
}

/** What who asks for a token has a say in, or all requests have alike. */
const LIMITING_NOBODY =
  /^(?:sts:rolesessionname|sts:durationseconds|aws:securetransport|aws:requestedregion|aws:useragent|aws:referer)$/;

/** The claim that a clause compares, in lower case; `undefined` for a key that is not of this issuer. */
export function claimOf({ lowerKey }: ReadClause, issuer: string): string | undefined {
  return lowerKey.startsWith(`${issuer}:`) ? lowerKey.slice(issuer.length + 1) : undefined;
}

export function outcomeOf(clause: ReadClause, issuer: string, provider: Provider, level: Level): Outcome {
  const { compares, family, lowerKey, values, isPartial } = clause;
  if (family === 'Null' || LIMITING_NOBODY.test(lowerKey)) return 'open';
  const claim = claimOf(clause, issuer);
  const forms = provider.claims.get(claim ?? '');
  if (claim === undefined || !forms) return 'unknown';
  if (forms.every((form) => fieldsOf(form).length === 0)) return 'open';
  // What is left out is never all of a tenant or a project; of branches it may be all that matter.
  if (compares.negated) return level === 'run' ? 'unknown' : 'open';
  if (family !== 'String') return 'unknown';
  if (passesWithout(clause, claim)) return provider.optionalClaims?.includes(claim) ? 'open' : 'unknown';
  if (openValues(clause, issuer, provider, level).length > 0) return 'open';
  const areKnown =
    !isPartial && values.every(({ text }) => forms.some((form) => isOfForm(clause, text, form)));
  return areKnown ? 'limited' : 'unknown';
}

/** Each token has an audience and a subject; another claim may be missing, and then such an operator is true. */
function passesWithout({ compares }: ReadClause, claim: string): boolean {
  return claim !== 'sub' && claim !== 'aud' && (compares.ifExists || compares.set === 'ForAllValues');
}

function isOfForm(clause: ReadClause, text: string, form: string): boolean {
  return !text.includes('${') && meetsForm(patternOf(clause, text), form, () => 'any');
}

/** The values of a clause that leave a level open, whatever the others are: any of them may match. */
export function openValues(
  clause: ReadClause,
  issuer: string,
  { claims, fields }: Provider,
  level: Level,
): readonly OpenValue[] {
  const { values, templates, compares, family } = clause;
  const forms = claims.get(claimOf(clause, issuer) ?? '') ?? [];
  if (compares.negated || family !== 'String') return [];
  const leavesOpen = (text: string) =>
    forms.some((form) => leavesFormOpen(patternOf(clause, text), form, fields, level));
  return [
    ...values
      .filter(({ text }) => !text.includes('${') && leavesOpen(text))
      .map((value) => ({ clause, text: value.text, span: value.span, value })),
    ...templates
      .filter((value) => {
        const texts = fillings(value).filter((text) => forms.some((form) => isOfForm(clause, text, form)));
        return texts.length > 0 && texts.every(leavesOpen);
      })
      .map((value) => ({ clause, text: value.value, span: value.span, value })),
  ];
}

/**
 * Of tenants one that the policy does not write is enough, whose name may begin like one that it does; of the rest
 * any name at all must fit, since those of a tenant's own may have a beginning in common.
 */
function leavesFormOpen(pattern: string, form: string, levelsOf: Provider['fields'], level: Level): boolean {
  const filling: Filling = level === 'tenant' ? 'foreign' : 'all foreign';
  return meetsForm(pattern, form, (field) => (levelsOf.get(field)?.includes(level) ? filling : 'any'));
}

/** Where an operator takes no wildcards, a star is a character like others. */
function patternOf({ compares }: ReadClause, text: string): string {
  return takesWildcards(compares.name) ? text : text.replaceAll('*', '\uE001').replaceAll('?', '\uE002');
}

const MOST_HOLES = 4;

/**
 * What a text that is known in part may be: each hole a word, or words of which nobody knows how they are parted. Not
 * all of these make a claim. None where a wildcard stands beside a hole: where it begins, nobody knows.
 */
function fillings(text: TemplateText): readonly string[] {
  const { value, holes } = text;
  if (holes.length > MOST_HOLES || /\}[*?]|[*?]\$\{/.test(value)) return [];
  let texts: readonly string[] = [''];
  let done = 0;
  for (const { from, to, isWord } of holes) {
    const known = value.slice(done, from);
    const options = isWord ? ['x'] : ['x', 'x/x', 'x:x'];
    texts = texts.flatMap((each) => options.map((option) => each + known + option));
    done = to;
  }
  return texts.map((each) => each + value.slice(done));
}
