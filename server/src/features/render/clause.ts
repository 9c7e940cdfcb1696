// A clause of a condition as a plain statement on the request: "`sts:ExternalId` is `a1b2`". Markdown.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
import type { ReadClause } from '../../policy/clauses';
import { itemsOf } from '../../syntax/node';
import { code } from './markdown';

/** Values listed of a clause. */
const MOST = 4;

/** What must be true of a request for the clause to hold. */
export function clauseText(clause: ReadClause): string {
  const { compares, key } = clause;
  const values = valuesText(clause);
  if (compares.name === 'Null') return nullText(clause);
  const plain = familiar(clause, values);
  if (plain !== undefined) return plain;
  const said = `${setText(clause)}${code(key.value)} ${verbOf(clause)} ${values}`;
  return compares.ifExists || isPassedWithout(clause)
    ? `${said}, or the request does not have the key`
    : said;
}

function setText({ compares: { set } }: ReadClause): string {
  switch (set) {
    case 'ForAllValues':
      return 'each value of ';
    case 'ForAnyValue':
      return 'some value of ';
    case undefined:
      return '';
  }
}

/** Whether a request without the key passes, though no `IfExists` says so. */
function isPassedWithout({ compares: { set, negated } }: ReadClause): boolean {
  return set === 'ForAllValues' || (negated && set === undefined);
}

function nullText({ key, values }: ReadClause): string {
  const wanted = values.map(({ text }) => text.toLowerCase());
  const [only] = wanted;
  if (wanted.length !== 1 || (only !== 'true' && only !== 'false'))
    return `whether the request has ${code(key.value)} is as said`;
  return only === 'true'
    ? `the request does not have ${code(key.value)}`
    : `the request has ${code(key.value)}`;
}

/** Keys that people meet in trust policies, where they are compared in the plain way. */
function familiar({ compares, lowerKey, family, values }: ReadClause, text: string): string | undefined {
  if (compares.set || compares.ifExists || compares.negated) return undefined;
  if (lowerKey === 'aws:multifactorauthpresent' && family === 'Bool' && values.length === 1)
    return values[0]?.text.toLowerCase() === 'true'
      ? 'the caller has used MFA'
      : 'the caller’s session was made without MFA';
  const subject = familiarKeys.get(lowerKey) ?? (lowerKey.endsWith(':aud') ? audience : undefined);
  if (subject === undefined) return undefined;
  return `${subject} ${verbs.get(compares.name) ?? 'is'} ${text}`;
}

const audience = 'the audience that the token is made for';

const familiarKeys: ReadonlyMap<string, string> = new Map([
  ['sts:externalid', 'the external ID that the caller passes'],
  ['sts:rolesessionname', 'the name that the caller gives the session'],
  ['sts:sourceidentity', 'the source identity that the caller sets'],
  ['saml:aud', 'the sign-in endpoint to which the assertion is brought'],
  ['aws:sourcearn', 'the resource for which the service acts'],
  ['aws:sourceaccount', 'the account for which the service acts'],
  ['aws:sourceorgid', 'the organization for which the service acts'],
  ['aws:principalorgid', 'the organization of the caller’s account'],
  ['aws:principalaccount', 'the caller’s account'],
  ['aws:principalarn', 'the caller’s ARN'],
  ['aws:sourceip', 'the caller’s IP address'],
]);

const verbs: ReadonlyMap<string, string> = new Map([
  ['StringLike', 'matches'],
  ['StringNotLike', 'does not match'],
  ['StringNotEquals', 'is not'],
  ['StringNotEqualsIgnoreCase', 'is not'],
  ['NumericNotEquals', 'is not'],
  ['NumericLessThan', 'is less than'],
  ['NumericLessThanEquals', 'is at most'],
  ['NumericGreaterThan', 'is more than'],
  ['NumericGreaterThanEquals', 'is at least'],
  ['DateNotEquals', 'is not'],
  ['DateLessThan', 'is before'],
  ['DateLessThanEquals', 'is at the latest'],
  ['DateGreaterThan', 'is after'],
  ['DateGreaterThanEquals', 'is at the earliest'],
  ['IpAddress', 'lies in'],
  ['NotIpAddress', 'does not lie in'],
  ['ArnEquals', 'matches'],
  ['ArnLike', 'matches'],
  ['ArnNotEquals', 'does not match'],
  ['ArnNotLike', 'does not match'],
]);

function verbOf({ compares }: ReadClause): string {
  return verbs.get(compares.name) ?? 'is';
}

function valuesText({ value, values, templates, compares }: ReadClause): string {
  const texts = [...values.map(({ text }) => text), ...templates.map((template) => template.value)];
  const items = itemsOf(value).length;
  if (items === 0) return 'one of no values';
  const more = [
    ...(texts.length > MOST ? [`${texts.length - MOST} more`] : []),
    ...(items > texts.length ? ['what is known only later'] : []),
  ];
  return [...texts.slice(0, MOST).map(code), ...more].join(compares.negated ? ' nor ' : ' or ');
}
