// The resource types of AWS SAM that hold policies for the role it makes, and the policies of its APIs.
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-resourcepolicystatement.html
import { type Node, type PropertyNode, property, valueOf } from '../../syntax/node';
import type { Discovered, PolicySite } from '../site';
import { objectsIn } from './choices';
import { type Resource, type Surroundings, site, statementsSite } from './resource';

/** What a SAM resource holds; `undefined` for other types. Policy templates and managed policies are left alone. */
export function samResource(resource: Resource): Discovered | undefined {
  const { properties, type } = resource;
  switch (type) {
    case 'AWS::Serverless::Function':
    case 'AWS::Serverless::StateMachine':
      return { sites: [...rolePolicies(resource), ...eventPolicies(resource)], entities: [] };
    case 'AWS::Serverless::Api':
      return { sites: apiPolicy(valueOf(properties, 'Auth'), resource, resource.logicalId), entities: [] };
    default:
      return undefined;
  }
}

/**
 * What SAM puts into all functions and all APIs.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
export function samGlobals(root: Node, around: Surroundings): readonly PolicySite[] {
  const globals = valueOf(root, 'Globals');
  const functions = property(globals, 'Function');
  const api = property(globals, 'Api');
  return [
    ...(functions ? trustPolicy(functions.value, around, functions) : []),
    ...(api ? apiPolicy(valueOf(api.value, 'Auth'), around, api) : []),
  ];
}

function rolePolicies(resource: Resource): readonly PolicySite[] {
  const { properties, logicalId } = resource;
  const attachedTo = [{ kind: 'role', span: logicalId.key.span, name: logicalId.key.value }] as const;
  const policies = property(properties, 'Policies');
  const sentence = 'Policies are the permissions of the role that SAM makes.';
  const facts = { type: 'identity', sentence, attachedTo, storage: 'inline', carrier: 'sam' } as const;
  const documents = policies ? documentsOf(policies) : [];
  return [
    ...trustPolicy(properties, resource, logicalId),
    ...documents.flatMap((document) => site(document, resource, facts)),
  ];
}

function trustPolicy(
  properties: Node | undefined,
  around: Surroundings,
  owner: PropertyNode,
): readonly PolicySite[] {
  const at = property(properties, 'AssumeRolePolicyDocument');
  if (!at) return [];
  const { key } = owner;
  return site(at, around, {
    type: 'trust',
    sentence: 'AssumeRolePolicyDocument is the trust policy of the role that SAM makes.',
    attachedTo: [{ kind: 'role', span: key.span, name: key.value }],
    storage: 'inline',
    carrier: 'sam',
  });
}

/** The policies that events of a function or a state machine put onto the API that calls it. */
function eventPolicies(resource: Resource): readonly PolicySite[] {
  const events = valueOf(resource.properties, 'Events');
  if (events?.kind !== 'object') return [];
  return events.properties.flatMap((event) =>
    apiPolicy(valueOf(valueOf(event.value, 'Properties'), 'Auth'), resource, event),
  );
}

function apiPolicy(auth: Node | undefined, around: Surroundings, owner: PropertyNode): readonly PolicySite[] {
  const at = property(valueOf(auth, 'ResourcePolicy'), 'CustomStatements');
  if (!at) return [];
  const { key } = owner;
  return statementsSite(at, around, {
    type: 'resource',
    sentence: 'CustomStatements are statements of the resource policy that SAM gives the API.',
    attachedTo: [
      { kind: 'resource', resourceType: 'AWS::ApiGateway::RestApi', span: key.span, name: key.value },
    ],
    storage: 'inline',
    carrier: 'sam',
  });
}

/** The inline documents of a list; each has a Statement, which no policy template has. */
function documentsOf(policies: PropertyNode): readonly PropertyNode[] {
  return objectsIn(policies.value)
    .filter((node) => valueOf(node, 'Statement') !== undefined)
    .map((value) => ({ ...policies, value }));
}
