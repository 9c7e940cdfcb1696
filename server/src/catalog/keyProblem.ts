// Why a condition key is none: its form, a tag key left out, or a name that AWS does not have. One answer for each key,
// so that each mistake has one rule that speaks of it.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
import { nearestName } from '../base/nearest';
import { rememberLast } from '../base/rememberLast';
import { rememberTexts } from '../base/rememberTexts';
import { findConditionKey } from './conditionKeys';
import type { Catalog } from './types';

export type KeyProblem =
  /** Not `service:name`. */
  | { readonly kind: 'format'; readonly meant: string | undefined }
  /** `aws:RequestTag` without the tag's key; `base` is as AWS writes it, with its slash. */
  | { readonly kind: 'no-tag-key'; readonly base: string }
  /** `aws:ARN`, which was replaced by others. */
  | { readonly kind: 'replaced' }
  | { readonly kind: 'global'; readonly meant: string | undefined }
  /** `prefix`: of the service that would define it. */
  | { readonly kind: 'service-key'; readonly prefix: string; readonly meant: string | undefined }
  | { readonly kind: 'service'; readonly prefix: string; readonly meant: string | undefined };

/** Keys that AWS takes without saying so. */
const tolerated: ReadonlySet<string> = new Set(['aws:principalorgmasteraccountid', 'aws:sourceowner']);

/** `undefined` for a key that exists, or of which nothing is known: any claim of any identity provider. */
export function keyProblem(catalog: Catalog, key: string): KeyProblem | undefined {
  return problemsIn(catalog)(key) ?? undefined;
}

/** Several rules ask for each key of a policy, and policies use the same few. */
const MOST_KNOWN = 2_000;
const problemsIn = rememberLast((catalog: Catalog) =>
  rememberTexts(MOST_KNOWN, (key) => problemOf(catalog, key) ?? null),
);

function problemOf(catalog: Catalog, key: string): KeyProblem | undefined {
  const match = /^([^\s:]+):(.+)$/s.exec(key);
  const [, prefix = '', name = ''] = match ?? [];
  if (!match) return { kind: 'format', meant: keyNamed(catalog, key) };
  if (findConditionKey(catalog, key)) return undefined;
  const base = tagBase(catalog, key);
  // What else is to be filled in, and how, the names of other keys do not tell.
  if (base !== undefined) return /tags?\/$/i.test(base) ? { kind: 'no-tag-key', base } : undefined;
  const lower = prefix.toLowerCase();
  if (key.toLowerCase() === 'aws:arn') return { kind: 'replaced' };
  if (tolerated.has(key.toLowerCase()) || isProvider(lower)) return undefined;
  if (lower === 'aws') {
    return { kind: 'global', meant: nearest(name, catalog.globalKeys) };
  }
  const owners = catalog.keyOwners(lower);
  const global = catalog.globalKey(`aws:${name}`) ? `aws:${name}` : undefined;
  if (owners.length === 0) {
    return { kind: 'service', prefix, meant: global ?? otherPrefix(catalog, lower, name) };
  }
  const keys = owners.flatMap((owner) => catalog.service(owner)?.conditionKeys ?? []);
  return {
    kind: 'service-key',
    prefix: owners[0] ?? lower,
    meant:
      global ??
      nearest(
        name,
        keys.filter((each) => each.key.toLowerCase().startsWith(`${lower}:`)),
      ),
  };
}

/** Keys of identity providers are named after hosts, and may be of hosts that nobody here knows. */
function isProvider(prefix: string): boolean {
  return /[./]/.test(prefix) || prefix === 'saml';
}

/** `aws:RequestTag/` for `aws:requesttag` and `aws:RequestTag/`. */
function tagBase(catalog: Catalog, key: string): string | undefined {
  const template = findConditionKey(catalog, `${key.replace(/\/$/, '')}/x`)?.key;
  const slash = template === undefined ? -1 : template.search(/\/(?:\$\{|<)/);
  return slash < 0 ? undefined : template?.slice(0, slash + 1);
}

/** A global key by its name alone: `SourceIp` → `aws:SourceIp`. */
function keyNamed(catalog: Catalog, text: string): string | undefined {
  const name = text.trim().replace(/^(?:aws)?[\s:.]*/i, '');
  if (name === '') return undefined;
  const exact = catalog.globalKey(`aws:${name}`);
  return exact ? named(exact.key, name) : nearest(name, catalog.globalKeys);
}

/** The key of the nearest name; what fills a placeholder is kept: `RequestTags/team` → `aws:RequestTag/team`. */
function nearest(name: string, entries: readonly { readonly key: string }[]): string | undefined {
  const slash = name.indexOf('/');
  const head = slash < 0 ? name : name.slice(0, slash);
  // The name of a key for tags alone: which tag is meant, nobody knows.
  if (
    slash < 0 &&
    entries.some(({ key }) => key.includes('/') && headOf(key).toLowerCase() === head.toLowerCase())
  )
    return undefined;
  const fitting = entries.filter(({ key }) => /[<{]/.test(key) === slash >= 0);
  const byHead = new Map(fitting.map(({ key }) => [headOf(key), key]));
  const near = continued(head, [...byHead.keys()]) ?? nearestName(head, [...byHead.keys()]);
  const key = near === undefined ? undefined : byHead.get(near);
  // The keys of two services have this name: which of them is meant, nobody knows.
  if (fitting.some((each) => each.key !== key && headOf(each.key) === near)) return undefined;
  return key && named(key, name);
}

/** The one name that a few more letters make of a word: `PrincipalOrg` → `PrincipalOrgID`. */
function continued(head: string, names: readonly string[]): string | undefined {
  const lower = head.toLowerCase();
  const longer = names.filter(
    (each) => each.length <= head.length + 3 && each.toLowerCase().startsWith(lower),
  );
  return head.length > 3 && longer.length === 1 ? longer[0] : undefined;
}

function headOf(key: string): string {
  return key.slice(key.indexOf(':') + 1).replace(/[/:](?:\$\{|<).*$/, '');
}

function named(key: string, name: string): string {
  return key.replace(/(?:\$\{|<).*$/, name.slice(name.indexOf('/') + 1));
}

/** The same key under the prefix that was meant: `lamdba:FunctionArn` → `lambda:FunctionArn`. */
function otherPrefix(catalog: Catalog, prefix: string, name: string): string | undefined {
  const prefixes = ['aws', ...catalog.services.map((service) => service.prefix)];
  const near = nearestName(prefix, prefixes);
  const key = `${near}:${name}`;
  return near !== undefined && findConditionKey(catalog, key) ? key : undefined;
}
