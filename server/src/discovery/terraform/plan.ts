// A plan or state of Terraform as JSON: what `terraform show -json` prints. Its policies are JSON in strings.
// https://developer.hashicorp.com/terraform/internals/json-format
import { itemsOf, type Node, type ObjectNode, property, type Tree, valueOf } from '../../syntax/node';
import { embeddedTemplate } from '../cloudformation/cloudformation';
import { policyDocument } from '../embedded';
import type { Discovered, Finder, PolicySite } from '../site';
import { ownAttachments } from './attachments';
import { attributesAt } from './attributes';
import type { Block } from './module';
import { templatesIn } from './stacks';
import { attributesOf } from './uses';

export const terraformPlanFinder: Finder = {
  carrier: 'terraform',
  find(tree): Discovered | undefined {
    const root = tree.roots.find((each) => property(each, 'format_version') && modulesOf(each).length > 0);
    if (!root) return undefined;
    const resources = modulesOf(root).flatMap(resourcesIn);
    const stacks = resources.flatMap((each) => templatesIn(each, tree)).map(embeddedTemplate);
    const sites = [
      ...resources.flatMap((resource) => sitesOf(resource, tree)),
      ...stacks.flatMap((stack) => stack.sites),
    ];
    return { sites, entities: stacks.flatMap((stack) => stack.entities) };
  },
};

/** The root modules: of what is planned, or of what there is. */
function modulesOf(root: Node): readonly Node[] {
  const planned = valueOf(valueOf(root, 'planned_values'), 'root_module');
  const present = valueOf(valueOf(root, 'values'), 'root_module');
  return [planned, present].filter((module) => module !== undefined);
}

/** The resources of a module and of the modules that it calls. */
function resourcesIn(module: Node): readonly Block[] {
  const own = itemsOf(valueOf(module, 'resources')).flatMap((each) => resourceOf(each));
  return [...own, ...itemsOf(valueOf(module, 'child_modules')).flatMap(resourcesIn)];
}

function resourceOf(node: Node): readonly Block[] {
  const [type, name, body] = ['type', 'name', 'values'].map((key) => valueOf(node, key));
  if (type?.kind !== 'string' || name?.kind !== 'string' || body?.kind !== 'object') return [];
  return [{ type: type.value, name, body: withoutNulls(body) }];
}

/** An attribute that is not set is null in a plan. */
function withoutNulls(body: ObjectNode): ObjectNode {
  return { ...body, properties: body.properties.filter(({ value }) => value?.kind !== 'null') };
}

function sitesOf(resource: Block, tree: Tree): readonly PolicySite[] {
  return attributesOf(resource).flatMap((facts) =>
    attributesAt(resource.body, facts.path).flatMap(({ value, property: at, block }) => {
      const found = value.kind === 'string' ? policyDocument(value, tree) : undefined;
      if (!found) return [];
      const { type, storage, path } = facts;
      const sentence = `${path} of ${resource.type} is a policy of type ${type}.`;
      const because = { sentence, span: at.key.span };
      const attachedTo = ownAttachments(resource, block, facts);
      return [{ ...found, carrier: 'terraform', type, because, attachedTo, storage } as const];
    }),
  );
}
