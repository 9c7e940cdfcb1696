// An ARN or ARN pattern in Markdown: its fields by name, and the kinds of resources that it can mean.
import { globCovers } from '../../base/glob';
import type { Catalog, ResourceTypeEntry, ServiceEntry } from '../../catalog/types';
import { type Arn, parseArn } from '../../policy/arn';
import { code, codeList, link, paragraphs, plain } from './markdown';

const TYPES_SHOWN = 8;
const ARNS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html';

/**
 * `undefined` for a text that is no ARN.
 * @param pattern the text with wildcards for what is known only later.
 */
export function resourceText(catalog: Catalog, text: string, pattern = text): string | undefined {
  if (text === '*') return paragraphs('**`*`**', 'Every resource.');
  const arn = parseArn(text);
  if (!arn) return undefined;
  const service = catalog.service(arn.service.text);
  const types = service ? matchingTypes(service, pattern) : [];
  return paragraphs(
    `**${code(text)}**`,
    fieldsText(catalog, arn),
    types.length > 0 ? `Resource types: ${codeList(types, TYPES_SHOWN)}` : undefined,
    service ? link(`Resource types of ${plain(service.name)}`, service.url) : link('IAM User Guide', ARNS),
  );
}

function fieldsText(catalog: Catalog, { partition, service, region, account, resource }: Arn): string {
  const partitionName = catalog.partition(partition.text)?.name;
  const serviceName = catalog.service(service.text)?.name;
  const lines = [
    field('Partition', partition.text, partitionName),
    field('Service', service.text, serviceName),
    field('Region', region.text),
    field('Account', account.text),
    field('Resource', resource.text),
  ];
  return lines.join('\n');
}

function field(name: string, value: string, meaning?: string): string {
  const shown = value === '' ? 'none' : code(value);
  return `- ${name}: ${shown}${meaning === undefined ? '' : ` (${plain(meaning)})`}`;
}

/**
 * Types of which each ARN can be meant: of those whose form takes in the pattern the closest ones, since a bucket's
 * form takes in an object's as well, and those that the pattern takes in as a whole.
 */
function matchingTypes(service: ServiceEntry, pattern: string): readonly string[] {
  const forms = service.resourceTypes.flatMap((type) => type.arns.map((arn) => formOf(type, arn)));
  const wide = forms.filter(({ glob }) => globCovers(glob, pattern));
  const closest = wide.filter((form) => !wide.some((other) => isCloser(other, form)));
  const narrow = forms.filter(({ glob }) => globCovers(pattern, glob));
  return [...new Set([...closest, ...narrow].map(({ name }) => name))];
}

interface Form {
  readonly name: string;
  /** `arn:${Partition}:s3:::${BucketName}` with a star for each placeholder. */
  readonly glob: string;
}

function formOf({ name }: ResourceTypeEntry, arn: string): Form {
  return { name, glob: arn.replace(/\$\{[^}]*\}/g, '*') };
}

function isCloser(a: Form, b: Form): boolean {
  return globCovers(b.glob, a.glob) && !globCovers(a.glob, b.glob);
}
