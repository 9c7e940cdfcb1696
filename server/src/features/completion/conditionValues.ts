// Values of condition keys, for the keys whose values are known or have a known form.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
import { findConditionKey } from '../../catalog/search';
import { parseOperator } from '../../policy/operator';
import { value } from './elements';
import { type AskedAt, type Offer, type Offers, string, whole } from './offer';
import { servicePrincipals } from './principals';
import { arnDefaults } from './surroundings';
import { hole } from './template';

/** Keys whose values are service principals. */
const ofServices = new Set([
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'iam:passedtoservice',
  'iam:awsservicename',
]);

const ofAccounts = new Set([
  'aws:sourceaccount',
  'aws:principalaccount',
  'aws:resourceaccount',
  'aws:vpceaccount',
]);

/** Keys with few values. */
const known: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws:principaltype', ['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous']],
  ['s3:x-amz-server-side-encryption', ['aws:kms', 'AES256', 'aws:kms:dsse']],
  ['s3:signatureversion', ['AWS4-HMAC-SHA256', 'AWS']],
  ['s3:tlsversion', ['1.2', '1.3']],
  ['saml:aud', ['https://signin.aws.amazon.com/saml']],
  ['token.actions.githubusercontent.com:aud', ['sts.amazonaws.com']],
]);

/** Forms of the subject that GitHub gives to the token of a workflow. */
const gitHubSubjects: readonly (readonly [text: string, detail: string])[] = [
  [`repo:${hole('Owner')}/${hole('Repository')}:ref:refs/heads/${hole('main')}`, 'one branch'],
  [`repo:${hole('Owner')}/${hole('Repository')}:environment:${hole('production')}`, 'one environment'],
  [`repo:${hole('Owner')}/${hole('Repository')}:ref:refs/tags/${hole('v1')}`, 'one tag'],
  [`repo:${hole('Owner')}/${hole('Repository')}:pull_request`, 'pull requests'],
];

/** Whether there is something to offer for the key, whatever the operator. */
export function hasValues(key: string): boolean {
  const lower = key.toLowerCase();
  return (
    known.has(lower) || ofServices.has(lower) || lower === 'aws:requestedregion' || isGitHubSubject(lower)
  );
}

export function conditionValues(asked: AskedAt<'condition-value'>): Offers {
  const { place, catalog, text } = asked;
  const taken = new Set(place.present);
  const key = place.key.toLowerCase();
  const offers = offersFor(asked, key);
  if (offers) return { ...offers, offers: offers.offers.filter(({ label }) => !taken.has(label)) };
  const operator = parseOperator(place.operator)?.name;
  const isBool = operator === 'Bool' || operator === 'Null';
  if (isBool || findConditionKey(catalog, place.key)?.type.endsWith('Bool')) {
    const details = operator === 'Null' ? ['the key is absent', 'the key is there'] : [undefined, undefined];
    return whole(['true', 'false'].map((each, rank) => value(each, details[rank], rank)));
  }
  if (!ofAccounts.has(key)) return whole([]);
  const { account } = arnDefaults(text);
  return whole(account === 'Account' ? [] : [value(account, 'an account of this document', 0)]);
}

function offersFor(asked: AskedAt<'condition-value'>, key: string): Offers | undefined {
  if (ofServices.has(key))
    return servicePrincipals(asked, key === 'iam:passedtoservice' ? 'trust' : undefined);
  if (key === 'aws:requestedregion') return regions(asked);
  if (isGitHubSubject(key)) return whole(gitHubSubjects.map(subject));
  const values = known.get(key);
  return values && whole(values.map((each, rank) => value(each, undefined, rank)));
}

/** Those of the partition that the document is about first. */
function regions({ catalog, text }: AskedAt<'condition-value'>): Offers {
  const { partition } = arnDefaults(text);
  return whole(
    catalog.partitions.flatMap(({ id, name, regions }) =>
      regions.map((region) => value(region, name, id === partition ? 0 : 1)),
    ),
  );
}

function isGitHubSubject(key: string): boolean {
  return key === 'token.actions.githubusercontent.com:sub';
}

function subject([text, detail]: readonly [string, string], rank: number): Offer {
  const label = text.replace(/[\uE000\uE002]/g, '');
  return { kind: 'value', label, detail, write: string(text), rank };
}
