// The resources of a template or configuration that decide on access without being policies: users, roles, keys,
// permissions to invoke functions. Only what is written; what a policy in them says is the finders' business.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
import { rememberEach } from '../base/rememberEach';
import {
  itemsOf,
  type Node,
  type PropertyNode,
  property,
  type StringNode,
  stringOf,
  type Tree,
  valueOf,
} from '../syntax/node';
import type { Declared, DeclaredResource } from './site';

const kinds = {
  'AWS::IAM::User': 'user',
  aws_iam_user: 'user',
  aws_iam_user_login_profile: 'login-profile',
  'AWS::IAM::Role': 'role',
  aws_iam_role: 'role',
  'AWS::Serverless::Function': 'function',
  aws_iam_user_policy_attachment: 'attachment',
  aws_iam_role_policy_attachment: 'attachment',
  'AWS::KMS::Key': 'key',
  'AWS::KMS::ReplicaKey': 'key',
  aws_kms_key: 'key',
  aws_kms_key_policy: 'key',
  'AWS::Lambda::Permission': 'permission',
  aws_lambda_permission: 'permission',
} as const satisfies Record<string, Declared['kind']>;

const kindOf: ReadonlyMap<string, Declared['kind']> = new Map(Object.entries(kinds));

/** In source order. */
export function declaredIn(tree: Tree): readonly Declared[] {
  const found: Declared[] = [];
  for (const resource of resourcesOf(tree, { isWanted: (type) => kindOf.has(type), withData: false })) {
    const kind = kindOf.get(resource.type);
    // What a macro puts to them is known only later.
    if (kind && !property(resource.properties, 'Fn::Transform')) found.push({ ...resource, kind });
  }
  return found;
}

/** All resources of a template or configuration, of whatever type, in source order; data sources as `data.aws_region`. */
export const resourcesIn = rememberEach((tree: Tree) =>
  resourcesOf(tree, { isWanted: () => true, withData: true }),
);

interface Sought {
  readonly isWanted: (type: string) => boolean;
  /** Whether data sources are sought too. */
  readonly withData: boolean;
}

function resourcesOf({ roots }: Tree, sought: Sought): readonly DeclaredResource[] {
  return roots.flatMap((root) => {
    // The Serverless Framework passes on one template or a list of them.
    const templates = [root, ...itemsOf(valueOf(root, 'resources'))];
    return [...templates.flatMap((each) => inTemplate(each, sought)), ...inConfiguration(root, sought)];
  });
}

function inTemplate(template: Node, { isWanted }: Sought): readonly DeclaredResource[] {
  return entries(valueOf(template, 'Resources')).flatMap(({ key, value }) => {
    const type = stringOf(value, 'Type');
    if (type === undefined || !isWanted(type)) return [];
    const properties = valueOf(value, 'Properties');
    if (properties && properties.kind !== 'object') return [];
    return [{ type, name: key, properties, field: (name) => property(properties, name) }];
  });
}

function inConfiguration(root: Node, { isWanted, withData }: Sought): readonly DeclaredResource[] {
  const found: DeclaredResource[] = [];
  for (const { key, value } of entries(root)) {
    if (key.value === 'resource') addBlocks(found, value, '', isWanted);
    else if (key.value === 'data' && withData) addBlocks(found, value, 'data.', isWanted);
  }
  return found;
}

function addBlocks(
  found: DeclaredResource[],
  blocks: Node | undefined,
  prefix: string,
  isWanted: Sought['isWanted'],
): void {
  for (const { key, value } of itemsOf(blocks).flatMap(entries)) {
    const type = prefix + key.value;
    if (!isWanted(type)) continue;
    for (const { key: name, value: bodies } of itemsOf(value).flatMap(entries)) {
      for (const body of itemsOf(bodies)) found.push(...inBlock(type, name, body));
    }
  }
}

function inBlock(type: string, name: StringNode, body: Node): readonly DeclaredResource[] {
  if (body.kind !== 'object') return [];
  return [{ type, name, properties: body, field: (key) => property(body, snakeCase(key)) }];
}

function entries(node: Node | undefined): readonly PropertyNode[] {
  return node?.kind === 'object' ? node.properties : [];
}

/** `PrincipalOrgID` → `principal_org_id` */
function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}
