// Which condition keys identify the caller, and which of their values do so: a fixed account, organization, network,
// ARN. Operators are pin.ts's business.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
import { isGlob } from '../base/glob';
import { certainArnFields, parseArn } from './arn';
import type { TemplateText } from './templateText';
import { withHoles } from './text';
import type { ConditionClause } from './types';

/** What a value of the key must be to identify somebody. */
export type PinKind = 'account' | 'id' | 'path' | 'arn' | 'cidr' | 'userid' | 'true' | 'unknown';

const kinds: ReadonlyMap<string, PinKind> = new Map([
  ['aws:principalaccount', 'account'],
  ['aws:sourceaccount', 'account'],
  ['aws:sourceowner', 'account'],
  ['aws:vpceaccount', 'account'],
  ['kms:calleraccount', 'account'],
  ['s3:dataaccesspointaccount', 'account'],
  ['aws:principalorgid', 'id'],
  ['aws:sourceorgid', 'id'],
  ['aws:vpceorgid', 'id'],
  ['aws:sourcevpc', 'id'],
  ['aws:sourcevpce', 'id'],
  ['aws:ec2instancesourcevpc', 'id'],
  ['aws:principalservicename', 'id'],
  ['aws:principalservicenameslist', 'id'],
  ['aws:principalorgpaths', 'path'],
  ['aws:sourceorgpaths', 'path'],
  ['aws:vpceorgpaths', 'path'],
  ['aws:principalarn', 'arn'],
  ['aws:sourcearn', 'arn'],
  ['aws:sourcevpcarn', 'arn'],
  ['s3:dataaccesspointarn', 'arn'],
  ['aws:sourceip', 'cidr'],
  ['aws:userid', 'userid'],
  ['elasticfilesystem:accessedviamounttarget', 'true'],
]);

/** Keys of a service whose names suggest that they tell who calls; we do not know them well enough to say no. */
const MAY_IDENTIFY = /account|arn|caller|org|owner|principal|source|user|vpc/i;

/** `undefined` for a key that does not identify the caller: `aws:Referer`, `aws:SecureTransport`, `s3:prefix`. */
export function keyKind(key: string): PinKind | undefined {
  const lower = key.toLowerCase();
  const known = kinds.get(lower);
  if (known !== undefined || lower.startsWith('aws:') || lower.includes(':resource')) return known;
  return MAY_IDENTIFY.test(lower) ? 'unknown' : undefined;
}

/**
 * Whether the value lets in only callers that it identifies. `patterns`: whether the operator takes `*` and `?` for
 * wildcards; where it does not, a value with one matches nobody.
 */
export function isFixed(kind: PinKind, text: string, patterns: boolean): boolean {
  // A variable that speaks of the caller holds for everyone; one that speaks of the resource pins.
  if (text.includes('${')) return !/\$\{aws:(?:Principal|Source|user|VpceA|VpceO)/i.test(text);
  switch (kind) {
    case 'unknown':
      return true;
    case 'true':
      return text.toLowerCase() === 'true';
    case 'cidr':
      return prefixLength(text) >= 8;
    case 'account':
    case 'id':
      return !patterns || !isGlob(text);
    case 'path':
      return !patterns || /^o-\w+\//.test(text) || !isGlob(text);
    case 'userid':
      return !patterns || !isGlob(text) || /^\w{12}/.test(text);
    case 'arn':
      return !patterns || isFixedArn(text);
  }
}

/**
 * The same for a value that is known in part. What fills a hole is set at deployment and counts as one fixed value; it
 * pins unless the known text around it tells that everybody comes in.
 */
export function isFixedInPart(kind: PinKind, text: TemplateText, patterns: boolean): boolean {
  if (text.holes.length === 0) return isFixed(kind, text.value, patterns);
  if (kind === 'cidr') return !/\/[0-7]$/.test(text.value);
  if (kind !== 'arn' || !patterns) return true;
  const [, , service, , account] = certainArnFields(text);
  const isOpen = [service?.text, account && text.value.slice(account.from)].some(
    (part) => part?.includes('${') ?? true,
  );
  return isOpen || isFixedArn(withHoles(text, () => '0'));
}

/** Of a network in CIDR form; a single address has the longest prefix. */
function prefixLength(text: string): number {
  const [, length] = text.split('/');
  return length === undefined ? Number.POSITIVE_INFINITY : Number(length);
}

/** One account, or a name that only one account can have: of a bucket, of a distribution. */
function isFixedArn(text: string): boolean {
  if (!isGlob(text) || /:\d{12}(?!\d)/.test(text)) return true;
  const arn = parseArn(text);
  return arn !== undefined && /^(?:s3|cloudfront)$/.test(arn.service.text) && !isGlob(arn.resource.text);
}

/** Whether a clause demands that caller and resource belong together: `aws:ResourceAccount` = `${aws:PrincipalAccount}`. */
export function isResourceOfCaller({ key, values }: ConditionClause): boolean {
  return (
    /^(?:aws|s3):Resource(?:Account|OrgID|OrgPaths)$/i.test(key.value) &&
    values.length > 0 &&
    values.every(({ text }) => /^\$\{aws:Principal(?:Account|OrgID|OrgPaths)\}/i.test(text))
  );
}
