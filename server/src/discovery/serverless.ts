// serverless.yml: the statements that the Serverless Framework puts into the role of its functions, and the template
// of resources that it passes on to CloudFormation.
// https://www.serverless.com/framework/docs/providers/aws/guide/iam
import {
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  property,
  type Tree,
  valueOf,
} from '../syntax/node';
import { templateOf } from './cloudformation/cloudformation';
import { withIntrinsics } from './cloudformation/intrinsics';
import type { Discovered, Finder, PolicySite } from './site';

export const serverlessFinder: Finder = {
  carrier: 'serverless',
  find(tree): Discovered | undefined {
    const root = tree.roots.find(isService);
    if (root?.kind !== 'object') return undefined;
    const functions = valueOf(root, 'functions');
    const owners = functions?.kind === 'object' ? functions.properties.map(({ value }) => value) : [];
    const provider = valueOf(root, 'provider');
    const lists = [
      property(valueOf(valueOf(provider, 'iam'), 'role'), 'statements'),
      property(provider, 'iamRoleStatements'),
      ...owners.map((owner) => property(owner, 'iamRoleStatements')),
    ];
    const resources = itemsOf(valueOf(root, 'resources')).map((part) => templateOf(part, tree));
    return {
      sites: [
        ...lists.flatMap((list) => (list ? statementsOf(list, tree) : [])),
        ...resources.flatMap(({ sites }) => sites),
      ],
      entities: resources.flatMap(({ entities }) => entities),
    };
  },
};

/** A service has a name and a provider. */
function isService(root: Node): boolean {
  return property(root, 'service') !== undefined && property(root, 'provider') !== undefined;
}

/** The list stands where a policy has its `Statement`; the framework writes the policy around it. */
function statementsOf(list: PropertyNode, tree: Tree): readonly PolicySite[] {
  if (list.value?.kind !== 'array') return [];
  const { key } = list;
  const statement: PropertyNode = {
    ...list,
    key: { kind: 'string', value: 'Statement', span: key.span, spanOf: (from, to) => key.spanOf(from, to) },
    value: withVariables(withIntrinsics(list.value)),
  };
  const node: ObjectNode = { kind: 'object', span: list.span, properties: [statement] };
  const because = { sentence: `${key.value} are the permissions of the functions’ role.`, span: key.span };
  const attachedTo = [{ kind: 'role', span: key.span } as const];
  return [{ node, tree, carrier: 'serverless', type: 'identity', because, attachedTo, storage: 'inline' }];
}

/** Strings with the framework's own variables, `${self:custom.bucket}`, are known only later. */
function withVariables(node: Node): Node {
  switch (node.kind) {
    case 'string':
      return node.value.includes('${')
        ? { kind: 'dynamic', span: node.span, what: 'a variable', parts: [] }
        : node;
    case 'array':
      return { ...node, items: node.items.map(withVariables) };
    case 'object':
      return {
        ...node,
        properties: node.properties.map((each) => ({
          ...each,
          value: each.value && withVariables(each.value),
        })),
      };
    default:
      return node;
  }
}
