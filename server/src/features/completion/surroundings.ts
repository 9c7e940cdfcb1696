// What the rest of a document tells: the services, accounts and Regions that it speaks of already.
import type { FoundPolicy } from '../../analysis';
import type { Catalog } from '../../catalog/types';
import { parseAction } from '../../policy/action';

/** The services that most policies are about; they come before the others. */
const commonServices = [
  's3',
  'ec2',
  'iam',
  'lambda',
  'dynamodb',
  'logs',
  'sts',
  'kms',
  'sqs',
  'sns',
  'ssm',
  'secretsmanager',
  'cloudwatch',
  'cloudformation',
  'ecr',
  'ecs',
  'eks',
  'rds',
  'events',
  'states',
  'apigateway',
  'execute-api',
  'elasticloadbalancing',
  'autoscaling',
  'cloudfront',
  'route53',
  'cloudtrail',
  'athena',
  'glue',
  'kinesis',
  'bedrock',
];

/** The services of the policy's actions and of the resource it is attached to. Lower case. */
export function usedServices({ site, policy }: FoundPolicy): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { resourceType } of site.attachedTo) {
    // `AWS::S3::Bucket`
    const service = resourceType?.split('::')[1];
    if (service) used.add(service.toLowerCase());
  }
  for (const { actions } of policy.statements) {
    for (const { patterns } of actions) {
      for (const { value } of patterns) {
        const service = parseAction(value)?.service;
        if (service) used.add(service.toLowerCase());
      }
    }
  }
  return used;
}

/** The services to name first, each with its place among them: those in use, then those that most policies use. */
export function preferredServices(used: ReadonlySet<string>): ReadonlyMap<string, number> {
  const names = new Set([...used, ...commonServices]);
  return new Map([...names].map((name, place) => [name, place]));
}

/** Whether a policy of this type can speak of the service's actions. */
export function isServiceOf({ site }: FoundPolicy, catalog: Catalog): (prefix: string) => boolean {
  if (site.type !== 'rcp') return () => true;
  return (prefix) => catalog.rcpServices.has(prefix);
}

export interface ArnDefaults {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** What the document's own ARNs have, for those that are written next; names to be replaced where it has none. */
export function arnDefaults(text: string): ArnDefaults {
  return {
    partition: /\barn:(aws[a-z-]*):/.exec(text)?.[1] ?? 'aws',
    region: /\barn:aws[a-z-]*:[a-z0-9-]+:([a-z]{2}-[a-z-]+-\d):/.exec(text)?.[1] ?? 'Region',
    account: /\barn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(\d{12}):/.exec(text)?.[1] ?? 'Account',
  };
}
