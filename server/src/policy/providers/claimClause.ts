// What one clause of a condition leaves open about who gets in with the tokens of a provider.
import type { Span } from '../../base/span';
import { itemsOf } from '../../syntax/node';
import type { ReadClause } from '../clauses';
import { passesWithoutKey, takesWildcards } from '../operator';
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
  const { compares, family, lowerKey } = clause;
  if (family === 'Null' || LIMITING_NOBODY.test(lowerKey)) return 'open';
  const claim = claimOf(clause, issuer);
  const forms = provider.claims.get(claim ?? '');
  if (claim === undefined || !forms) return 'unknown';
  if (forms.every((form) => fieldsOf(form).length === 0)) return 'open';
  // What is left out is never all of a tenant or a project; of branches it may be all that matter.
  if (compares.negated) return level === 'run' ? 'unknown' : 'open';
  if (family !== 'String') return 'unknown';
  if (passesWithout(clause, claim)) return provider.optionalClaims?.includes(claim) ? 'open' : 'unknown';
  const outcomes = written(clause).map(({ texts }) => outcomeOfTexts(clause, texts, forms, provider, level));
  if (outcomes.includes('open')) return 'open';
  const areAll = outcomes.length >= itemsOf(clause.value).length;
  return areAll && outcomes.every((outcome) => outcome === 'limited') ? 'limited' : 'unknown';
}

/** Each token has an audience and a subject; another claim may be missing, and then such an operator is true. */
function passesWithout({ compares }: ReadClause, claim: string): boolean {
  return claim !== 'sub' && claim !== 'aud' && passesWithoutKey(compares);
}

/** The values of a clause that leave a level open, whatever the others are: any of them may match. */
export function openValues(
  clause: ReadClause,
  issuer: string,
  provider: Provider,
  level: Level,
): readonly OpenValue[] {
  const forms = provider.claims.get(claimOf(clause, issuer) ?? '') ?? [];
  if (clause.compares.negated || clause.family !== 'String') return [];
  return written(clause)
    .filter(({ texts }) => outcomeOfTexts(clause, texts, forms, provider, level) === 'open')
    .map(({ text, value }) => ({ clause, text, span: value.span, value }));
}

/** A value as it is written, and what it may come to be; nothing where nobody here knows. */
interface Written {
  readonly text: string;
  readonly texts: readonly string[];
  readonly value: ConditionValue | TemplateText;
}

function written({ values, templates }: ReadClause): readonly Written[] {
  return [
    // Of a policy variable nobody knows what it will be.
    ...values.map((value) => ({
      text: value.text,
      texts: value.text.includes('${') ? [] : [value.text],
      value,
    })),
    ...templates.map((value) => ({ text: value.value, texts: fillings(value), value })),
  ];
}

/** Of the texts that a value may come to be, those count that have one of the forms. */
function outcomeOfTexts(
  clause: ReadClause,
  texts: readonly string[],
  forms: readonly string[],
  { fields }: Provider,
  level: Level,
): Outcome {
  const patterns = texts
    .map((text) => patternOf(clause, text))
    .filter((pattern) => forms.some((form) => meetsForm(pattern, form, () => 'any')));
  const open = patterns.filter((pattern) =>
    forms.some((form) => leavesFormOpen(pattern, form, fields, level)),
  );
  if (patterns.length === 0 || (open.length > 0 && open.length < patterns.length)) return 'unknown';
  return open.length > 0 ? 'open' : 'limited';
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
  return texts.map((each) => each + value.slice(done)).filter((each) => !each.includes('${'));
}
