// The elements of a policy by the names that the data source aws_iam_policy_document gives them.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
import { nearestName } from '../../../base/nearest';

/** What an object of the data source stands for: the document, or one of its statements. */
export type Level = 'document' | 'statement';

const documentNames: ReadonlyMap<string, string> = new Map([
  ['version', 'Version'],
  ['policy_id', 'Id'],
  ['statement', 'Statement'],
]);

const statementNames: ReadonlyMap<string, string> = new Map([
  ['sid', 'Sid'],
  ['effect', 'Effect'],
  ['principals', 'Principal'],
  ['not_principals', 'NotPrincipal'],
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
  ['condition', 'Condition'],
]);

const elements = { document: documentNames, statement: statementNames } as const;
const known = { document: [...documentNames.keys()], statement: [...statementNames.keys()] } as const;

const names: ReadonlyMap<string, string> = new Map(
  [...documentNames, ...statementNames].map(([name, element]) => [element, name]),
);

/** What else a data source may hold: what every one has, what comes from other documents, and what it gives. */
const others: ReadonlySet<string> = new Set([
  ...['count', 'for_each', 'provider', 'depends_on', 'lifecycle', 'region', 'dynamic'],
  ...['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json'],
  ...['id', 'json', 'minified_json'],
]);

/** Attributes whose documents the provider merges with the statements. */
export const mergedDocuments: ReadonlySet<string> = new Set([
  'source_policy_documents',
  'override_policy_documents',
  'source_json',
  'override_json',
]);

/** The data source's name for an element; anything else stays as it is. */
export function nameOf(element: string): string {
  return names.get(element) ?? element;
}

/**
 * The element that a name stands for. A misspelt name gives its element in small letters, which is none; what is not
 * near to any is `undefined`, since later versions of the provider may know it.
 */
export function elementOf(level: Level, name: string): string | undefined {
  const element = elements[level].get(name);
  if (element !== undefined || others.has(name)) return element;
  const meant = nearestName(name, known[level]);
  return meant === undefined ? undefined : elements[level].get(meant)?.toLowerCase();
}
