// The resources of a statement as ARNs, with the formats that AWS's data has for their service.
import { globsMeet } from '../base/glob';
import { rememberLast } from '../base/rememberLast';
import type { Catalog } from '../catalog/types';
import { type Arn, type ArnField, isPattern, knownArnFields, parseArn } from '../policy/arn';
import { type PolicyText, textsOf } from '../policy/text';
import type { Statement } from '../policy/types';

/** A resource that is an ARN; of one that is known in part, the fields that are certain. */
export interface ResourceArn {
  readonly node: PolicyText;
  readonly arn: Partial<Arn>;
}

/** The texts of all elements that name resources. */
export const resourceTexts = rememberLast(({ resources }: Statement): readonly PolicyText[] => {
  const [element, other] = resources;
  return element && !other ? textsOf(element) : resources.flatMap(textsOf);
});

/** The resources of a statement that are ARNs or begin like one. */
export const resourceArns = rememberLast((statement: Statement): readonly ResourceArn[] => {
  const found: ResourceArn[] = [];
  for (const node of resourceTexts(statement)) {
    const arn = knownArnFields(node);
    if (arn.service !== undefined) found.push({ node, arn });
  }
  return found;
});

/**
 * The formats of the ARNs of a service, by the word in its ARNs; empty where the data has none. Formats that its
 * resource types share with another service are left out.
 */
export function arnFormats(catalog: Catalog, service: string): readonly Arn[] {
  const known = formats.get(catalog)?.get(service);
  if (known) return known;
  const types = catalog.service(service)?.resourceTypes ?? [];
  if (types.length === 0) return [];
  const own = types
    .flatMap(({ arns }) => arns)
    .map(parseArn)
    .filter((arn) => arn?.service.text === service)
    .filter((arn) => arn !== undefined);
  const ofCatalog = formats.get(catalog) ?? new Map<string, readonly Arn[]>();
  formats.set(catalog, ofCatalog.set(service, own));
  return own;
}

/**
 * Services some of whose ARNs have a Region or an account where others have none, and whose guides show which:
 * buckets, images, foundation models.
 */
export const mixedServices: ReadonlySet<string> = new Set(['apigateway', 'bedrock', 'ec2', 's3']);

/** What is never to have a Region or an account, in words. Of S3 that is told by the resource. */
export function nounOf(service: string): string {
  if (service === 's3') return 'buckets and objects';
  return mixedServices.has(service) ? `such resources of ${service}` : service;
}

/** Whether a field is empty in all ARNs of the service; in those that the others of its fields fit, where these tell. */
export function neverHas(catalog: Catalog, arn: Partial<Arn>, field: 'region' | 'account'): boolean {
  const { service, region, account, resource } = arn;
  const all = service ? arnFormats(catalog, service.text) : [];
  const without = all.filter((format) => format[field].text === '');
  if (!service || without.length === 0) return false;
  if (without.length === all.length) return true;
  const other = field === 'region' ? account : region;
  if (!resource || !other || !mixedServices.has(service.text)) return false;
  const possible = all.filter(
    (format) =>
      mayBe(format.resource, resource) && mayBe(format[field === 'region' ? 'account' : 'region'], other),
  );
  return possible.length > 0 && possible.every((format) => format[field].text === '');
}

function mayBe(format: ArnField, { text }: ArnField): boolean {
  return globsMeet(format.text.replace(PLACEHOLDER, '*'), text.replace(PLACEHOLDER, '*'));
}

const PLACEHOLDER = /\$\{[^}]*\}/g;

const formats = new WeakMap<Catalog, Map<string, readonly Arn[]>>();

/** Whether a field says one thing: it is there, without wildcards, variables and holes. */
export function isFixed(text: string): boolean {
  return text !== '' && !isPattern(text);
}

/** A text with something else in place of one of its fields. */
export function withField(
  { value }: PolicyText,
  { from, to }: Pick<ArnField, 'from' | 'to'>,
  put: string,
): string {
  return `${value.slice(0, from)}${put}${value.slice(to)}`;
}
