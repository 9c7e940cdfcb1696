// The AWS CDK: the actions that a program's policy statements are given. What else belongs to a policy is put together
// when the program runs, so a site here is a fragment: its actions, and nothing more.
// https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.PolicyStatement.html
import type {
  ArrayNode,
  DynamicNode,
  Node,
  ObjectNode,
  PropertyNode,
  Slot,
  StringNode,
  Tree,
} from '../syntax/node';
import type { Discovered, Finder, PolicySite } from './site';

type Element = 'Action' | 'NotAction';

/** The parameters of the class, and its methods, by what they give. */
const parameters: ReadonlyMap<string, Element> = new Map([
  ['actions', 'Action'],
  ['notActions', 'NotAction'],
  ['not_actions', 'NotAction'],
]);
const methods: ReadonlyMap<string, Element> = new Map([
  ['addActions', 'Action'],
  ['add_actions', 'Action'],
  ['addNotActions', 'NotAction'],
  ['add_not_actions', 'NotAction'],
]);

export const cdkFinder: Finder = {
  carrier: 'cdk',
  find(tree): Discovered | undefined {
    if (tree.format !== 'TypeScript' && tree.format !== 'Python') return undefined;
    const sites = tree.roots.flatMap((root) => (root.kind === 'dynamic' ? fragment(root, tree) : []));
    return { sites, entities: [] };
  },
};

function fragment(root: DynamicNode, tree: Tree): readonly PolicySite[] {
  const elements = elementsOf(root);
  if (elements.length === 0) return [];
  const { span, what } = root;
  const statement: ObjectNode = { kind: 'object', span, properties: elements };
  const holder = propertyOf(
    'Statement',
    { kind: 'string', span, value: what, spanOf: () => span },
    statement,
  );
  const node: ObjectNode = { kind: 'object', span, properties: [holder] };
  const slotAt = (offset: number): Slot | undefined => {
    const slot = tree.slotAt(offset);
    const element = elements.find(({ value }) => slot?.node && holds(value, slot.node));
    return slot && element && { ...slot, path: [node, holder, statement, element, ...listOf(element)] };
  };
  const because = { sentence: `${what} of the AWS CDK is given these actions.`, span };
  const site = { node, because, carrier: 'cdk', type: 'identity', attachedTo: [], isFragment: true } as const;
  return [{ ...site, tree: { ...tree, slotAt } }];
}

/** The lists of actions that a call is given. */
function elementsOf({ what, span, call }: DynamicNode): readonly PropertyNode[] {
  const args = call?.args ?? [];
  const method = methods.get(what);
  if (method) {
    const list: ArrayNode = { kind: 'array', span, items: args };
    const name: StringNode = { kind: 'string', span, value: what, spanOf: () => span };
    return args.length === 0 ? [] : [propertyOf(method, name, list)];
  }
  const given = args.flatMap((arg) => (arg.kind === 'object' ? arg.properties : []));
  return given.flatMap(({ key, value }) => {
    const element = parameters.get(key.value);
    return element && value?.kind === 'array' ? [propertyOf(element, key, value)] : [];
  });
}

/** What stands for an element of a policy, under the name that IAM has for it. */
function propertyOf(name: string, written: StringNode, value: Node): PropertyNode {
  const { span } = written;
  const key: StringNode = { kind: 'string', span, value: name, spanOf: () => span };
  return { kind: 'property', span: { start: span.start, end: value.span.end }, key, value };
}

function listOf({ value }: PropertyNode): readonly ArrayNode[] {
  return value?.kind === 'array' ? [value] : [];
}

function holds(list: Node | undefined, item: Node): boolean {
  return list?.kind === 'array' && list.items.includes(item);
}
