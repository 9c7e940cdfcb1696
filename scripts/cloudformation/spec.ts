// The database of CloudFormation's resource types, as far as it is read here. It is large, and never shipped.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { awsServiceSpec } from '../catalog/packages';

export interface ResourceSpec {
  readonly cloudFormationType: string;
  /** The last part of its type. */
  readonly name: string;
  readonly properties: Readonly<Record<string, { readonly type: TypeSpec }>>;
  readonly attributes: Readonly<Record<string, { readonly type: TypeSpec }>>;
  readonly primaryIdentifier?: readonly string[];
  /** `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}` */
  readonly arnTemplate?: string;
}

export type TypeSpec =
  | { readonly type: 'ref'; readonly reference: { readonly $ref: string } }
  | { readonly type: 'array' | 'map'; readonly element: TypeSpec }
  | { readonly type: 'union'; readonly types: readonly TypeSpec[] }
  | { readonly type: 'json' | 'string' | 'number' | 'integer' | 'boolean' | 'date-time' | 'null' | 'tag' };

export interface SpecDatabase {
  all(kind: 'resource'): readonly ResourceSpec[];
  get(
    kind: 'typeDefinition',
    id: string,
  ): { readonly properties: Readonly<Record<string, { readonly type: TypeSpec }>> };
}

interface SpecModule {
  readonly loadAwsServiceSpec: () => Promise<SpecDatabase>;
}

/** Reads the fetched package. */
export async function loadSpec(): Promise<SpecDatabase> {
  const { href } = pathToFileURL(path.join(awsServiceSpec.folder, 'lib', 'index.js'));
  const module: SpecModule = await import(href);
  return module.loadAwsServiceSpec();
}
