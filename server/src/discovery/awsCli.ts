// What the AWS CLI prints and takes: the output of get- commands and the --cli-input-json of put- and create-
// commands. Policy documents stand in them as objects, as strings, or URL-encoded.
// https://docs.aws.amazon.com/cli/latest/reference/iam/
import type { PolicyType } from '../policy/types';
import {
  itemsOf,
  type Node,
  type ObjectNode,
  property,
  type StringNode,
  stringOf,
  type Tree,
  valueOf,
} from '../syntax/node';
import { policyDocument } from './embedded';
import { looksLikePolicy } from './evidence';
import type { Attachment, Discovered, Finder, PolicySite } from './site';

export const awsCliFinder: Finder = {
  carrier: 'aws-cli',
  find(tree): Discovered | undefined {
    const sites = tree.roots.flatMap((root) => (root.kind === 'object' ? sitesOf(root, tree) : []));
    return sites.length > 0 ? { sites, entities: [] } : undefined;
  },
};

function sitesOf(root: ObjectNode, tree: Tree): readonly PolicySite[] {
  return [
    ...wrapped(root, 'PolicyVersion', (version) => managedVersion(version, tree)),
    ...wrapped(root, 'Role', (role) => trustOf(role, tree)),
    ...wrapped(root, 'Roles', (role) => trustOf(role, tree)),
    ...wrapped(root, 'Policy', (policy) => organizationsPolicy(policy, tree)),
    ...trustOf(root, tree),
    ...documentOf(root, tree),
    ...resourcePolicy(root, tree),
    ...wrapped(root, 'Attributes', (attributes) => resourcePolicy(attributes, tree)),
  ];
}

function wrapped(
  root: ObjectNode,
  key: string,
  find: (inner: ObjectNode) => readonly PolicySite[],
): readonly PolicySite[] {
  return itemsOf(valueOf(root, key)).flatMap((item) => (item.kind === 'object' ? find(item) : []));
}

/** `aws iam get-policy-version` */
function managedVersion(version: ObjectNode, tree: Tree): readonly PolicySite[] {
  return siteAt(version, 'Document', tree, {
    type: 'identity',
    sentence: 'This is the document of a managed policy’s version.',
    attachedTo: [],
    storage: 'managed',
  });
}

/** `get-role`, `list-roles` and the input of `create-role` */
function trustOf(role: ObjectNode, tree: Tree): readonly PolicySite[] {
  const roleName = named(role, 'RoleName', 'role');
  return siteAt(role, 'AssumeRolePolicyDocument', tree, {
    type: 'trust',
    sentence: 'AssumeRolePolicyDocument is a role’s trust policy.',
    attachedTo: roleName,
    storage: 'inline',
  });
}

/** `describe-policy` of AWS Organizations, whose content is a string. */
function organizationsPolicy(policy: ObjectNode, tree: Tree): readonly PolicySite[] {
  const kind = stringOf(valueOf(policy, 'PolicySummary'), 'Type');
  const type =
    kind === 'SERVICE_CONTROL_POLICY' ? 'scp' : kind === 'RESOURCE_CONTROL_POLICY' ? 'rcp' : undefined;
  if (!type) return [];
  return siteAt(policy, 'Content', tree, {
    type,
    sentence: `PolicySummary says that this is a ${kind}.`,
    attachedTo: [],
    storage: 'managed',
  });
}

/** `get-user-policy` and its kin, and the input of `put-user-policy`, `create-policy`, `update-assume-role-policy`. */
function documentOf(root: ObjectNode, tree: Tree): readonly PolicySite[] {
  const attachedTo = [
    ...named(root, 'UserName', 'user'),
    ...named(root, 'GroupName', 'group'),
    ...named(root, 'RoleName', 'role'),
  ];
  const owner = attachedTo[0];
  if (owner?.kind === 'role' && !property(root, 'PolicyName')) {
    const sentence =
      'A role’s PolicyDocument without a PolicyName is the input of update-assume-role-policy.';
    return siteAt(root, 'PolicyDocument', tree, { type: 'trust', sentence, attachedTo, storage: 'inline' });
  }
  const sentence = owner
    ? `This is an inline policy of the ${owner.kind} ${owner.name}.`
    : 'This is a managed policy.';
  const storage = owner ? 'inline' : 'managed';
  return siteAt(root, 'PolicyDocument', tree, { type: 'identity', sentence, attachedTo, storage });
}

/** Beside which key a policy of which resource stands, in the commands of the services. */
const resourcePolicies: readonly {
  readonly beside: string;
  readonly key: string;
  readonly resourceType?: string;
}[] = [
  { beside: 'Bucket', key: 'Policy', resourceType: 'AWS::S3::Bucket' },
  { beside: 'repositoryName', key: 'policyText', resourceType: 'AWS::ECR::Repository' },
  { beside: 'SecretId', key: 'ResourcePolicy', resourceType: 'AWS::SecretsManager::Secret' },
  { beside: 'ARN', key: 'ResourcePolicy', resourceType: 'AWS::SecretsManager::Secret' },
  { beside: 'KeyId', key: 'Policy', resourceType: 'AWS::KMS::Key' },
  { beside: 'PolicyName', key: 'Policy', resourceType: 'AWS::KMS::Key' },
  { beside: 'RevisionId', key: 'Policy', resourceType: 'AWS::Lambda::Function' },
  { beside: 'QueueArn', key: 'Policy', resourceType: 'AWS::SQS::Queue' },
  { beside: 'TopicArn', key: 'Policy', resourceType: 'AWS::SNS::Topic' },
  { beside: 'resourceArn', key: 'policy' },
  { beside: 'ResourceArn', key: 'Policy' },
  { beside: 'Policy', key: 'Policy' },
];

/** `get-bucket-policy`, `get-key-policy`, `get-queue-attributes` and the like. */
function resourcePolicy(root: ObjectNode, tree: Tree): readonly PolicySite[] {
  for (const { beside, key, resourceType } of resourcePolicies) {
    const sign = property(root, beside);
    if (!sign || property(root, key)?.value?.kind !== 'string') continue;
    const sentence = resourceType
      ? `${key} stands beside ${beside}, as in a command for ${resourceType}.`
      : 'The command line prints a resource’s policy as a string behind this key.';
    const attachment: Attachment = { kind: 'resource', span: sign.key.span };
    const attachedTo = [resourceType ? { ...attachment, resourceType } : attachment];
    return siteAt(root, key, tree, { type: 'resource', sentence, attachedTo, storage: 'inline' });
  }
  return [];
}

interface Facts {
  readonly type: PolicyType;
  readonly sentence: string;
  readonly attachedTo: readonly Attachment[];
  readonly storage: 'inline' | 'managed';
}

function siteAt(owner: ObjectNode, key: string, tree: Tree, facts: Facts): readonly PolicySite[] {
  const at = property(owner, key);
  const found = policyDocument(at?.value, tree);
  if (!at || !found || !looksLikePolicy(found.node)) return [];
  const { type, sentence, attachedTo, storage } = facts;
  const name = stringOf(owner, 'PolicyName');
  const because = { sentence, span: at.key.span };
  return [{ ...found, carrier: 'aws-cli', type, because, attachedTo, storage, ...(name ? { name } : {}) }];
}

function named(owner: ObjectNode, key: string, kind: 'user' | 'group' | 'role'): readonly Attachment[] {
  const value: Node | undefined = valueOf(owner, key);
  return value?.kind === 'string' ? [attachment(kind, value)] : [];
}

/** An attachment to what a string names. */
export function attachment(kind: Attachment['kind'], name: StringNode): Attachment {
  return { kind, name: name.value, span: name.span };
}
