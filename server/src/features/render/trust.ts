// What a trust statement says, in plain words: who may assume the role, when, what nothing asks for, and what they get.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
import type { Catalog } from '../../catalog/types';
import { type Trust, type Trusted, tokenKeys, trustOf } from '../../policy/trust';
import type { Statement } from '../../policy/types';
import { clauseText } from './clause';
import { code, countOf, link, paragraphs } from './markdown';
import { trustedText } from './trusted';

const LIFETIMES = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html';

/** Principals listed of a statement. */
const MOST = 6;

/**
 * `undefined` for a statement that does not say enough yet.
 * @param maxSession of the role, in seconds, where the document tells.
 */
export function trustText(
  catalog: Catalog,
  statement: Statement,
  maxSession: number | undefined,
): string | undefined {
  const trust = trustOf(statement);
  if (!trust) return undefined;
  const conditions = conditionsText(trust);
  if (trust.effect === 'Deny')
    return paragraphs(`**May not assume the role:** ${whoText(trust)}`, conditions);
  const absent = trust.hasUnknownClauses ? [] : absentTexts(catalog, trust);
  return paragraphs(
    `**May assume the role:** ${whoText(trust)}`,
    conditions ?? 'No condition is set.',
    absent.length > 0 ? listOf('What nothing asks for:', absent) : undefined,
    lifetimeText(trust, maxSession),
  );
}

function whoText({ who, isEveryoneBut, mayBeMore }: Trust): string {
  const texts = who.slice(0, MOST).map((each) => trustedText(each));
  const more = who.length > MOST ? [`${who.length - MOST} more`] : [];
  const unknown = mayBeMore ? ['perhaps others, who are known only later'] : [];
  const said = [...texts, ...more, ...unknown].join('; ');
  return `${isEveryoneBut ? 'everyone but ' : ''}${said}.`;
}

function conditionsText({ clauses, hasUnknownClauses, effect }: Trust): string | undefined {
  const texts = clauses.map(clauseText);
  const all = hasUnknownClauses ? [...texts, 'conditions that are known only later'] : texts;
  if (all.length === 0) return undefined;
  const holds = all.length > 1 ? 'all of this is so' : 'this is so';
  return listOf(effect === 'Deny' ? `When ${holds}:` : `Only when ${holds}:`, all);
}

function listOf(title: string, items: readonly string[]): string {
  return `${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

/** What each condition that is not there would ask. */
function absentTexts(catalog: Catalog, { who, clauses }: Trust): readonly string[] {
  const has = (...keys: readonly string[]) => clauses.some((clause) => keys.includes(clause.lowerKey));
  const texts = who.flatMap((each) => absentFor(catalog, each, has));
  return [...new Set(texts)];
}

type Has = (...lowerKeys: readonly string[]) => boolean;

function absentFor(catalog: Catalog, trusted: Trusted, has: Has): readonly string[] {
  switch (trusted.kind) {
    case 'service':
      return absentForService(catalog, trusted.name, has);
    case 'account':
    case 'user':
    case 'role':
    case 'everyone':
      return absentForCaller(trusted.kind, has);
    case 'oidc':
      return absentForToken(trusted.issuer, has);
    case 'saml':
      return has('saml:aud')
        ? []
        : [`${code('saml:aud')}: nothing says at which sign-in endpoint the assertion must be presented.`];
    case 'session':
    case 'other':
      return [];
  }
}

/** Only of services of which AWS says that they send the key; others would never meet the condition. */
function absentForService(catalog: Catalog, name: string, has: Has): readonly string[] {
  const entry = catalog.servicePrincipal(name);
  const keys = [
    ...(entry?.sendsSourceArn ? ['aws:SourceArn'] : []),
    ...(entry?.sendsSourceAccount ? ['aws:SourceAccount'] : []),
  ];
  const sources = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'];
  if (keys.length === 0 || has(...sources)) return [];
  return [
    `${keys.map(code).join(' or ')}: ${code(name)} may use the role for any resource of any account that gets it to do so.`,
  ];
}

function absentForCaller(kind: 'account' | 'user' | 'role' | 'everyone', has: Has): readonly string[] {
  const texts: string[] = [];
  if ((kind === 'account' || kind === 'everyone') && !has('sts:externalid'))
    texts.push(
      `${code('sts:ExternalId')}: needless between accounts of your own; a third party that works for many customers should have to pass an ID that is yours alone.`,
    );
  if (kind !== 'role' && !has('aws:multifactorauthpresent', 'aws:multifactorauthage'))
    texts.push(
      `${code('aws:MultiFactorAuthPresent')}: people come in without MFA, also with nothing but an access key.`,
    );
  return texts;
}

function absentForToken(issuer: string, has: Has): readonly string[] {
  const { audience, subject } = tokenKeys(issuer);
  return [
    ...(has(audience.toLowerCase(), `${issuer}:oaud`, `${issuer}:azp`)
      ? []
      : [`${code(audience)}: a token for any audience that AWS takes from this provider will do.`]),
    ...(has(subject.toLowerCase(), `${issuer}:job_workflow_ref`)
      ? []
      : [`${code(subject)}: it does not matter whose token of this provider it is.`]),
  ];
}

/** Which credentials come of it. A role has no others than temporary ones. */
function lifetimeText({ who }: Trust, maxSession: number | undefined): string {
  const services = who.every(({ kind }) => kind === 'service');
  const said = services
    ? 'The service gets temporary credentials, and gets new ones before they expire; no key is stored.'
    : `The credentials are temporary: from 15 minutes up to ${longestText(maxSession)}. From one role into another it is 1 hour at most.`;
  return `${said} ${link('Lifetimes of credentials', LIFETIMES)}`;
}

function longestText(maxSession: number | undefined): string {
  if (maxSession === undefined)
    return 'the role’s maximum session duration, which is 1 hour unless it is set, and 12 hours at most';
  const hours = maxSession / 3600;
  const whole = Number.isInteger(hours)
    ? countOf(hours, 'hour')
    : countOf(Math.round(maxSession / 60), 'minute');
  return `${whole}, the role’s maximum session duration`;
}
