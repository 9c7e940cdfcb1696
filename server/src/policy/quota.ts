// How long a policy of each kind may be. Measures nothing; see size.ts.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
import type { PolicyType } from './types';

/** The greatest length of a policy, in characters. */
export interface Quota {
  readonly limit: number;
  /** What the limit holds for, as the object of a sentence: `a customer managed policy`. */
  readonly what: string;
  /** The page of AWS that says so. */
  readonly source: string;
  /** Whether white space counts; IAM leaves it out, the other services count every character. */
  readonly countsWhiteSpace: boolean;
}

/** What must be known of a policy's surroundings to tell its quota. A `PolicySite` fits. */
export interface QuotaFacts {
  readonly type: PolicyType;
  readonly storage?: 'inline' | 'managed';
  readonly attachedTo: readonly { readonly kind: string; readonly resourceType?: string }[];
}

/** The quota that holds for a policy; `undefined` where no page of AWS tells. */
export function quotaOf(facts: QuotaFacts): Quota | undefined {
  switch (facts.type) {
    case 'identity':
      return identityQuota(facts);
    case 'boundary':
      return managed;
    case 'resource':
      return resourceQuota(facts);
    default:
      return quotas[facts.type];
  }
}

const IAM_QUOTAS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html';
const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html';

function withoutSpace(limit: number, what: string): Quota {
  return { limit, what, source: IAM_QUOTAS, countsWhiteSpace: false };
}

function everything(limit: number, what: string, source: string): Quota {
  return { limit, what, source, countsWhiteSpace: true };
}

const managed = withoutSpace(6_144, 'a customer managed policy');
const anyIdentity = withoutSpace(10_240, 'an identity-based policy of any kind');

/** The inline policies of one user, group or role count together. The smallest first. */
const inline = [
  { kind: 'user', quota: withoutSpace(2_048, 'all inline policies of a user together') },
  { kind: 'group', quota: withoutSpace(5_120, 'all inline policies of a group together') },
  { kind: 'role', quota: withoutSpace(10_240, 'all inline policies of a role together') },
] as const;

const permissionSet = everything(
  32_768,
  'the inline policy of a permission set',
  'https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html',
);

const quotas = {
  trust: withoutSpace(2_048, 'a role’s trust policy, unless the account’s quota was raised (up to 8,192)'),
  session: withoutSpace(2_048, 'a session policy'),
  scp: everything(10_240, 'a service control policy', ORGANIZATIONS),
  rcp: everything(5_120, 'a resource control policy', ORGANIZATIONS),
  endpoint: everything(
    20_480,
    'a VPC endpoint policy',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html',
  ),
} as const satisfies Partial<Record<PolicyType, Quota>>;

/** The most that an account can have for its trust policies. */
export const RAISED_TRUST_QUOTA = withoutSpace(8_192, 'a role’s trust policy, however its quota was raised,');

const DOCS = 'https://docs.aws.amazon.com';

/** By the type of the resource that the policy protects. */
const resourceQuotas: ReadonlyMap<string, Quota> = new Map([
  [
    'AWS::S3::Bucket',
    everything(20_480, 'a bucket policy', `${DOCS}/AmazonS3/latest/userguide/bucket-policies.html`),
  ],
  [
    'AWS::DynamoDB::Table',
    everything(
      20_480,
      'a table’s policy',
      `${DOCS}/amazondynamodb/latest/APIReference/API_PutResourcePolicy.html`,
    ),
  ],
  [
    'AWS::KMS::Key',
    everything(32_768, 'a key policy', `${DOCS}/kms/latest/APIReference/API_PutKeyPolicy.html`),
  ],
  [
    'AWS::SNS::Topic',
    everything(
      30_720,
      'a topic policy',
      `${DOCS}/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html`,
    ),
  ],
  [
    'AWS::SQS::Queue',
    everything(
      8_192,
      'a queue policy',
      `${DOCS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html`,
    ),
  ],
  [
    'AWS::ECR::Repository',
    everything(
      10_240,
      'a repository policy',
      `${DOCS}/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html`,
    ),
  ],
  [
    'AWS::Lambda::Function',
    everything(20_480, 'a function policy', `${DOCS}/lambda/latest/dg/gettingstarted-limits.html`),
  ],
  [
    'AWS::SecretsManager::Secret',
    everything(20_480, 'a secret’s policy', `${DOCS}/secretsmanager/latest/userguide/reference_limits.html`),
  ],
]);

function identityQuota({ storage, attachedTo }: QuotaFacts): Quota | undefined {
  // The inline policy of a permission set, for which IAM Identity Center has limits of its own.
  if (attachedTo.some(({ kind }) => kind === 'resource')) return undefined;
  if (storage === 'managed') return managed;
  if (storage === undefined) return anyIdentity;
  if (attachedTo.some(({ resourceType }) => resourceType === 'AWS::SSO::PermissionSet')) return permissionSet;
  return inline.find(({ kind }) => attachedTo.some((each) => each.kind === kind))?.quota ?? anyIdentity;
}

function resourceQuota({ attachedTo }: QuotaFacts): Quota | undefined {
  const type = attachedTo.find((each) => each.kind === 'resource')?.resourceType;
  return type === undefined ? undefined : resourceQuotas.get(type);
}
