// A condition key in Markdown: what it holds, of which type, and whether it can have several values. Also serves
// policy variables, which are condition keys in `${…}`.
import { findConditionKey, type KnownKey } from '../../catalog/search';
import type { Catalog } from '../../catalog/types';
import { code, link, paragraphs, plain } from './markdown';

const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
const GLOBAL_KEYS = `${GUIDE}reference_policies_condition-keys.html`;
const FEDERATION_KEYS = `${GUIDE}reference_policies_iam-condition-keys.html`;

/** `undefined` for a key that the catalog does not have. */
export function conditionKeyText(catalog: Catalog, name: string): string | undefined {
  const key = findConditionKey(catalog, name);
  if (!key) return undefined;
  const global = catalog.globalKey(name);
  const service = key.service === undefined ? undefined : catalog.service(key.service);
  const description = global?.description ?? catalog.descriptions?.conditionKey(key.key);
  return paragraphs(
    `**${code(key.key)}** – ${plain(typeText(key))}`,
    description && plain(description),
    service
      ? link(`Actions and condition keys of ${plain(service.name)}`, service.url)
      : link('IAM User Guide', global ? GLOBAL_KEYS : FEDERATION_KEYS),
  );
}

/** AWS's word for the type, and how many values there can be. */
function typeText({ type, multivalued }: KnownKey): string {
  const of = type.replace(/^ArrayOf/, '');
  return multivalued ? `${of}, several values (ForAllValues or ForAnyValue)` : of;
}
