// Gathers the condition keys of STS and of identity providers: those of the AWS data, and the claims that AWS maps
// for every web identity provider, which the data leaves out.
import { asArray, asObject, asString, asStrings } from './json';
import { byName, uniqueNames } from './order';
import type { KeyRecord, ServiceRecord } from './records';

/** `curated` is the file federation.json. */
export function federationKeys(sts: ServiceRecord, curated: unknown): readonly KeyRecord[] {
  const file = asObject(curated, 'federation.json');
  const own = sts.conditionKeys.filter(({ key }) => !/^(aws|iam):/.test(key));
  const without = new Set(['sts', ...asStrings(file.withoutDefaultClaims, 'withoutDefaultClaims')]);
  const providers = uniqueNames([
    ...own.map(({ key }) => providerOf(key)).filter((provider) => !without.has(provider)),
    ...asStrings(file.providers, 'providers'),
  ]);
  const claims = asArray(file.claims, 'claims').map((value) => asObject(value, 'claim'));
  const keys = new Map<string, KeyRecord>();
  for (const provider of providers) {
    for (const { claim, type } of claims) {
      const key = `${provider}:${asString(claim, 'claim')}`;
      keys.set(key.toLowerCase(), { key, type: asString(type, 'type') });
    }
  }
  for (const { key, type } of own)
    keys.set(key.toLowerCase(), { key, type: keys.get(key.toLowerCase())?.type ?? type });
  return byName(keys.values(), ({ key }) => key);
}

/**
 * The provider is what stands before the first colon: neither hosts nor paths of providers have one, while a claim
 * may have a slash (`accounts.google.com:google/organization_number`).
 */
function providerOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
