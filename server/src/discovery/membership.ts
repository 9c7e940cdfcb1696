// What the declaration of a user or role says of its permissions beside the policies it holds: the groups that it is
// in, and its permissions boundary.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
import { itemsOf, type Node, stringOf, type Tree, valueOf } from '../syntax/node';
import type { Attachment, Entity } from './site';
import { referenceOf } from './terraform/jsonSyntax';

export interface Membership {
  readonly kind: Attachment['kind'];
  readonly name: string;
  readonly within?: number | undefined;
  /** The groups that a user is in; those known only later are left out. */
  readonly groups: readonly string[];
  readonly boundary: BoundaryReference | undefined;
}

/** The permissions boundary of a user or role, as far as it is known which policy it is. */
export interface BoundaryReference {
  /** ARN or name. */
  readonly policy: string | undefined;
  /** Where it is declared, and in which tree. */
  readonly declaredAt: Declaration | undefined;
}

interface Declaration {
  readonly tree: Tree;
  readonly node: Node;
}

/**
 * All that a document says of users and roles by name.
 * @param trees where it may declare what it names: its own tree, or those of all files of its configuration.
 */
export function membershipsIn(
  tree: Tree,
  entities: readonly Entity[],
  trees: readonly Tree[] = [tree],
): readonly Membership[] {
  const declared = [
    ...entities.flatMap(({ kind, name, node, within }) =>
      kind === 'access-key' ? [] : [{ kind, name, node, within }],
    ),
    ...tree.roots.flatMap((root) => [...terraformRoles(root), ...samRoles(root)]),
  ];
  const own = declared.flatMap(({ kind, name, node, within }): readonly Membership[] => {
    const groups = groupsOf(node, tree);
    const boundary = boundaryOf(node, trees);
    return name === undefined || (groups.length === 0 && !boundary)
      ? []
      : [{ kind, name, within, groups, boundary }];
  });
  return [...own, ...additionsIn(tree)];
}

/** Resources that put users into groups: where they name the one and the other. */
const additions = [
  { section: 'Resources', type: 'AWS::IAM::UserToGroupAddition', users: 'Users', groups: 'GroupName' },
  { section: 'resource', type: 'aws_iam_user_group_membership', users: 'user', groups: 'groups' },
  { section: 'resource', type: 'aws_iam_group_membership', users: 'users', groups: 'group' },
] as const;

function additionsIn(tree: Tree): readonly Membership[] {
  return additions.flatMap(({ section, type, users, groups }) =>
    resourcesOf(tree, section, type).flatMap((node) => {
      const names = (key: string) => itemsOf(valueOf(node, key)).flatMap((item) => nameIn(item, tree) ?? []);
      const joined = names(groups);
      const membersOf = joined.length === 0 ? [] : names(users);
      return membersOf.map((name) => ({ kind: 'user', name, groups: joined, boundary: undefined }) as const);
    }),
  );
}

/** What the resources of a type say: their properties in a template, their bodies in a configuration. */
function resourcesOf({ roots }: Tree, section: 'Resources' | 'resource', type: string): readonly Node[] {
  if (section === 'resource')
    return roots.flatMap((root) => blocksOf(root, type)).flatMap(({ nodes }) => nodes);
  return roots
    .flatMap((root) => entries(valueOf(root, section)))
    .flatMap(({ nodes }) => nodes.filter((node) => stringOf(node, 'Type') === type))
    .flatMap((node) => valueOf(node, 'Properties') ?? []);
}

interface Declared {
  readonly kind: 'role';
  readonly name: string;
  readonly within?: number;
  readonly node: Node;
}

/** The bodies of a configuration's blocks of one type, each of which stands for itself: `resource` is there many times. */
function blocksOf(root: Node, type: string): ReturnType<typeof entries> {
  return entries(root)
    .filter(({ name }) => name === 'resource')
    .flatMap(({ nodes }) => nodes)
    .flatMap((resources) => itemsOf(valueOf(resources, type)))
    .flatMap(entries);
}

function terraformRoles(root: Node): readonly Declared[] {
  return blocksOf(root, 'aws_iam_role').flatMap(({ name, nodes }) =>
    nodes.map((node) => ({ kind: 'role', name, node }) as const),
  );
}

/** The roles that SAM makes; what Globals say of all functions holds for each. */
function samRoles(root: Node): readonly Declared[] {
  const globals = valueOf(valueOf(root, 'Globals'), 'Function');
  const isBounded = valueOf(globals, 'PermissionsBoundary') !== undefined;
  return entries(valueOf(root, 'Resources')).flatMap(({ name, nodes }) =>
    nodes
      .filter((node) => stringOf(node, 'Type')?.startsWith('AWS::Serverless::'))
      .map((node) => ({ kind: 'role', name, node: globals && isBounded ? globals : node }) as const),
  );
}

/** Whether the role that the Serverless Framework makes for all functions has a permissions boundary. */
export function boundsSharedRole({ roots }: Tree): boolean {
  return roots.some((root) => {
    const provider = valueOf(root, 'provider');
    const role = valueOf(valueOf(provider, 'iam'), 'role');
    return [valueOf(role, 'permissionsBoundary'), valueOf(provider, 'rolePermissionsBoundary')].some(
      (boundary) => boundary !== undefined,
    );
  });
}

function entries(
  node: Node | undefined,
): readonly { readonly name: string; readonly nodes: readonly Node[] }[] {
  return node?.kind === 'object'
    ? node.properties.map(({ key, value }) => ({ name: key.value, nodes: itemsOf(value) }))
    : [];
}

/** The places in a declaration in which its properties stand, carrier by carrier. */
const holders: readonly (readonly string[])[] = [[], ['Properties'], ['spec'], ['spec', 'forProvider']];

function valuesBehind(node: Node, keys: readonly string[]): readonly Node[] {
  return holders.flatMap((path) => {
    const holder = path.reduce<Node | undefined>(valueOf, node);
    return keys.flatMap((key) => valueOf(holder, key) ?? []);
  });
}

function groupsOf(node: Node, tree: Tree): readonly string[] {
  return valuesBehind(node, ['GroupList', 'Groups', 'groups']).flatMap((list) =>
    itemsOf(list).flatMap((item) => nameIn(item, tree) ?? []),
  );
}

/** The name of a user or group: as it is written, of a resource of the template, or the label of one in Terraform. */
function nameIn(item: Node, tree: Tree): string | undefined {
  const [type, label] = referenceOf(item);
  if (type === 'aws_iam_user' || type === 'aws_iam_group') return label;
  if (item.kind === 'string') return item.value;
  const id = stringOf(item, 'Ref');
  if (id === undefined) return undefined;
  const properties = valueOf(declarationOf([tree], ['Resources', id])?.node, 'Properties');
  return stringOf(properties, 'UserName') ?? stringOf(properties, 'GroupName') ?? id;
}

const boundaryKeys = [
  'PermissionsBoundary',
  'permissions_boundary',
  'permissionsBoundary',
  'permissionsBoundaryRef',
];

function boundaryOf(node: Node, trees: readonly Tree[]): BoundaryReference | undefined {
  const [value] = valuesBehind(node, boundaryKeys);
  if (!value || value.kind === 'null') return undefined;
  const policy = textOf(value) ?? stringOf(value, 'PermissionsBoundaryArn');
  return { policy, declaredAt: declarationOf(trees, pathOf(value)) };
}

/** `{ "Ref": "Edge" }`, `aws_iam_policy.edge.arn`: where to look for what is named. */
function pathOf(value: Node): readonly string[] {
  const id = stringOf(value, 'Ref');
  if (id !== undefined) return ['Resources', id];
  const [type, name] = referenceOf(value);
  return type === undefined || name === undefined ? [] : ['resource', type, name];
}

function declarationOf(trees: readonly Tree[], path: readonly string[]): Declaration | undefined {
  const [first, ...others] = path;
  if (first === undefined) return undefined;
  for (const tree of trees) {
    const node = tree.roots
      .flatMap(entries)
      .flatMap(({ name, nodes }) => (name === first ? nodes : []))
      .map((found) => others.reduce<Node | undefined>(valueOf, found))
      .find((found) => found);
    if (node) return { tree, node };
  }
  return undefined;
}

function textOf(node: Node): string | undefined {
  return node.kind === 'string' ? node.value : undefined;
}
