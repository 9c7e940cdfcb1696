// The shape of what Leastwise knows about AWS: services, actions, resource types, condition keys, principals.
// Types only; the bytes come from `schemas/catalog/`, the queries are in `catalog.ts`.

/** AWS's access levels, as the Service Authorization Reference names them. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging';

/** One action of a service. Names are in AWS's own capitalisation; compare without regard to case. */
export interface ActionEntry {
  /** `GetObject`, without the service prefix. */
  readonly name: string;
  /** Several where AWS says so (`Tagging, Write`); the first is the strongest. */
  readonly levels: readonly AccessLevel[];
  /** Empty where the action supports no resource-level permissions (only `*`). */
  readonly resourceTypes: readonly ActionResource[];
  /** Service condition keys and templated global ones (`aws:RequestTag/${TagKey}`) that the action supports. */
  readonly conditionKeys: readonly string[];
  /** Full names (`iam:PassRole`) of actions that a caller needs besides. */
  readonly dependentActions: readonly string[];
}

export interface ActionResource {
  /** Name of a `ResourceTypeEntry` of the same service. */
  readonly name: string;
  readonly required: boolean;
}

export interface ResourceTypeEntry {
  readonly name: string;
  /** ARN patterns with `${Partition}`-like placeholders. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

export interface ConditionKeyEntry {
  /** `s3:prefix`, `aws:RequestTag/${TagKey}`. */
  readonly key: string;
  /** AWS's words: `String`, `ArrayOfString`, `ARN`, `Bool`, `Numeric`, `Date`, `IPAddress`, … */
  readonly type: string;
}

export interface ServiceEntry {
  readonly prefix: string;
  readonly name: string;
  /** The service's page in the Service Authorization Reference. */
  readonly url: string;
  readonly actions: readonly ActionEntry[];
  /** Finds an action by its name (no prefix), whatever the case. */
  action(name: string): ActionEntry | undefined;
  readonly resourceTypes: readonly ResourceTypeEntry[];
  readonly conditionKeys: readonly ConditionKeyEntry[];
}

export interface ServiceSummary {
  readonly prefix: string;
  readonly name: string;
  readonly actionCount: number;
}

export interface GlobalKeyEntry {
  readonly key: string;
  readonly type: string;
  readonly multivalued: boolean;
  /** One sentence of our own. */
  readonly description: string;
}

export interface ServicePrincipalEntry {
  /** `ec2.amazonaws.com` */
  readonly principal: string;
  /** `Amazon EC2` */
  readonly service: string;
  /** Seen in role trust policies. */
  readonly trust: boolean;
  /** Seen in resource policies. */
  readonly resourcePolicy: boolean;
  /** Known from service-linked roles. */
  readonly serviceLinkedRole: boolean;
  /** `undefined`: no source says so. */
  readonly sendsSourceArn: boolean | undefined;
  readonly sendsSourceAccount: boolean | undefined;
}

export interface PartitionEntry {
  /** `aws`, `aws-cn`, … */
  readonly id: string;
  readonly name: string;
  readonly dnsSuffix: string;
  readonly regions: readonly string[];
}

/** Where an API operation that is no action is authorised: `s3:HeadObject` → `s3:GetObject`. */
export interface ApiOperation {
  readonly service: string;
  readonly api: string;
  readonly actions: readonly string[];
}

/** What the engine may ask about AWS. Built by `openCatalog`; immutable; every look-up is case-insensitive. */
export interface Catalog {
  /** ISO date (`2026-09-26`) of the AWS data. */
  readonly date: string;
  readonly services: readonly ServiceSummary[];
  service(prefix: string): ServiceEntry | undefined;
  /** Prefixes of the services that have an action of this very name; cheap, opens no service. */
  actionOwners(name: string): readonly string[];
  /** Prefixes of the services that define keys with this prefix, mostly the one of that name: `s3` for `s3:prefix`. */
  keyOwners(keyPrefix: string): readonly string[];
  readonly globalKeys: readonly GlobalKeyEntry[];
  /** Also by a name with its tag: `aws:RequestTag/team` finds `aws:RequestTag/${TagKey}`. */
  globalKey(key: string): GlobalKeyEntry | undefined;
  /** Keys of STS and of identity providers: `sts:ExternalId`, `saml:aud`, `token.actions.githubusercontent.com:sub`. */
  readonly federationKeys: readonly ConditionKeyEntry[];
  readonly servicePrincipals: readonly ServicePrincipalEntry[];
  /** Also by a Regional name or one of another partition: `logs.eu-west-1.amazonaws.com`, `ec2.amazonaws.com.cn`. */
  servicePrincipal(name: string): ServicePrincipalEntry | undefined;
  /** The right spellings of a common misspelling: `stepfunctions.amazonaws.com` → `states.amazonaws.com`. */
  servicePrincipalAlias(name: string): readonly string[];
  readonly partitions: readonly PartitionEntry[];
  partition(id: string): PartitionEntry | undefined;
  isRegion(region: string): boolean;
  /** The operation of an API that is no IAM action itself. */
  apiOperation(service: string, api: string): ApiOperation | undefined;
  /** The action prefix that an SDK's service name stands for: `apigatewayv2` → `apigateway`. */
  serviceRename(prefix: string): string | undefined;
  /** Services whose actions a resource control policy can restrict. */
  readonly rcpServices: ReadonlySet<string>;
  /** Descriptions, loaded apart; `undefined` until they are there. */
  readonly descriptions: Descriptions | undefined;
}

/** The long texts, kept out of the core so that it starts quickly. */
export interface Descriptions {
  action(service: string, name: string): string | undefined;
  conditionKey(key: string): string | undefined;
}
