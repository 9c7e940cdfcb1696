// The resource types of AWS SAM that hold policies for the role it makes: inline documents among a function's Policies.
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
import { itemsOf, type Node, type ObjectNode, type PropertyNode, property, valueOf } from '../../syntax/node';
import type { Discovered, PolicySite } from '../site';
import { type Resource, site } from './iam';
import { withIntrinsics } from './intrinsics';

const types: ReadonlySet<string> = new Set(['AWS::Serverless::Function', 'AWS::Serverless::StateMachine']);

/** What a SAM resource holds; `undefined` for other types. Policy templates and managed policies are left alone. */
export function samResource(resource: Resource): Discovered | undefined {
  if (!types.has(resource.type)) return undefined;
  const { properties, tree, logicalId } = resource;
  const attachedTo = [{ kind: 'role', span: logicalId.key.span, name: logicalId.key.value } as const];
  const sites: PolicySite[] = [];
  const trust = property(properties, 'AssumeRolePolicyDocument');
  if (trust) {
    const sentence = 'AssumeRolePolicyDocument is the trust policy of the role that SAM makes.';
    sites.push(
      ...site(trust, tree, { type: 'trust', sentence, attachedTo, storage: 'inline', carrier: 'sam' }),
    );
  }
  const policies = property(properties, 'Policies');
  for (const document of policies ? documentsOf(policies) : []) {
    const sentence = 'Policies are the permissions of the role that SAM makes.';
    sites.push(
      ...site(document, tree, { type: 'identity', sentence, attachedTo, storage: 'inline', carrier: 'sam' }),
    );
  }
  return { sites, entities: [] };
}

/** The inline documents of a list; each has a Statement, which no policy template has. */
function documentsOf(policies: PropertyNode): readonly PropertyNode[] {
  return objects(policies.value)
    .filter((node) => valueOf(node, 'Statement') !== undefined)
    .map((value) => ({ ...policies, value }));
}

function objects(list: Node | undefined): readonly ObjectNode[] {
  if (list === undefined) return [];
  return itemsOf(withIntrinsics(list)).flatMap((item): readonly ObjectNode[] => {
    if (item.kind === 'object') return [item];
    return item.kind === 'dynamic' ? item.parts.flatMap(objects) : [];
  });
}
