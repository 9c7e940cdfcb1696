// serverless.yml: the statements that the Serverless Framework puts into the role of its functions and into the policy
// of its REST API, and the template of resources that it passes on to CloudFormation.
// https://www.serverless.com/framework/docs/providers/aws/guide/iam
// https://www.serverless.com/framework/docs/providers/aws/events/apigateway
import { itemsOf, type Node, type ObjectNode, type PropertyNode, property, valueOf } from '../../syntax/node';
import { templateOf } from '../cloudformation/cloudformation';
import { madeText } from '../cloudformation/known';
import { type Surroundings, statementsSite } from '../cloudformation/resource';
import { Template } from '../cloudformation/template';
import type { Discovered, Finder, PolicySite } from '../site';
import { serviceVariables } from './variables';

export const serverlessFinder: Finder = {
  carrier: 'serverless',
  find(tree): Discovered | undefined {
    const root = tree.roots.find(isService);
    if (root?.kind !== 'object') return undefined;
    const variables = serviceVariables(root);
    const parts = itemsOf(valueOf(root, 'resources'));
    const around = { tree, template: new Template(parts, variables) };
    const resources = [...parts, ...parts.map(extended)].map((part) => templateOf(part, tree, variables));
    return {
      sites: [
        ...permissionsOf(root).flatMap((list) => roleStatements(list, around)),
        ...apiPolicies(root).flatMap((list) => apiStatements(list, around)),
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

/** The lists of statements for roles: of the provider, and of each function. */
function permissionsOf(root: ObjectNode): readonly PropertyNode[] {
  const functions = itemsOf(valueOf(root, 'functions')).flatMap((each) =>
    each.kind === 'object' ? each.properties.map(({ value }) => value) : [],
  );
  return [valueOf(root, 'provider'), ...functions].flatMap((owner) => [
    ...present(property(valueOf(valueOf(owner, 'iam'), 'role'), 'statements')),
    ...present(property(owner, 'iamRoleStatements')),
  ]);
}

function apiPolicies(root: ObjectNode): readonly PropertyNode[] {
  const provider = valueOf(root, 'provider');
  return [
    ...present(property(provider, 'resourcePolicy')),
    ...present(property(valueOf(provider, 'apiGateway'), 'resourcePolicy')),
  ];
}

function present(at: PropertyNode | undefined): readonly PropertyNode[] {
  return at ? [at] : [];
}

function roleStatements(list: PropertyNode, around: Surroundings): readonly PolicySite[] {
  return statementsSite(list, around, {
    type: 'identity',
    sentence: `${list.key.value} are the permissions of the functions’ role.`,
    attachedTo: [{ kind: 'role', span: list.key.span }],
    storage: 'inline',
    carrier: 'serverless',
  });
}

function apiStatements(list: PropertyNode, around: Surroundings): readonly PolicySite[] {
  return statementsSite(list, around, {
    type: 'resource',
    sentence: `${list.key.value} holds the statements of the REST API’s resource policy.`,
    attachedTo: [{ kind: 'resource', resourceType: 'AWS::ApiGateway::RestApi', span: list.key.span }],
    storage: 'inline',
    carrier: 'serverless',
  });
}

/** The resources that the framework makes by itself and that can be extended, by their logical ids. */
const ownResources: ReadonlyMap<string, string> = new Map([
  ['IamRoleLambdaExecution', 'AWS::IAM::Role'],
  ['ApiGatewayRestApi', 'AWS::ApiGateway::RestApi'],
]);

/**
 * The `extensions` of a part of the resources, as resources of the types that the framework gives them.
 * https://www.serverless.com/framework/docs/providers/aws/guide/resources#extending-or-overriding-resources
 */
function extended(part: Node): Node {
  const extensions = property(part, 'extensions');
  if (extensions?.value?.kind !== 'object')
    return part.kind === 'object' ? { ...part, properties: [] } : part;
  const properties = extensions.value.properties.flatMap((each): readonly PropertyNode[] => {
    const type = ownResources.get(each.key.value);
    return type !== undefined && each.value?.kind === 'object'
      ? [{ ...each, value: withType(each.value, type) }]
      : [];
  });
  const resources = renamed(extensions, 'Resources', { ...extensions.value, properties });
  return { kind: 'object', span: extensions.span, properties: [resources] };
}

function withType(node: ObjectNode, type: string): ObjectNode {
  const { span } = node;
  const made: PropertyNode = {
    kind: 'property',
    span,
    key: madeText('Type', span),
    value: madeText(type, span),
  };
  return { ...node, properties: [made, ...node.properties] };
}

function renamed(at: PropertyNode, name: string, value: Node): PropertyNode {
  return { ...at, key: madeText(name, at.key.span), value };
}
