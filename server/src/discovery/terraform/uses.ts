// What the locals of a module are used for: of which type the policy is that stands in one.
import { rememberEach } from '../../base/rememberEach';
import type { Node } from '../../syntax/node';
import type { PolicySite } from '../site';
import { attributesAt, type Found } from './attributes';
import type { Block, Module, ModuleFile } from './module';
import { type PolicyAttribute, policyAttributes } from './resourceTypes';

/** All that a place or a use tells of a policy. */
export type Told = Pick<PolicySite, 'type' | 'because' | 'attachedTo' | 'storage' | 'isOptional'>;

/** A policy attribute of a resource whose value comes from elsewhere. */
export interface Use {
  readonly resource: Block;
  /** Whether it is in the document itself. */
  readonly isHere: boolean;
  readonly at: Found;
  readonly facts: PolicyAttribute;
}

/** The uses of each local as a policy, by its name. */
export function usesOfLocals(module: Module): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const use of policyUses(module)) {
    for (const name of new Set(localsIn(use.at.value))) {
      const known = uses.get(name);
      if (known) known.push(use);
      else uses.set(name, [use]);
    }
  }
  return uses;
}

/** All policy attributes of a module's resources. */
export function policyUses(module: Module): readonly Use[] {
  const [own] = module.files;
  return module.files.flatMap((file) => usesIn(file).map((use) => ({ ...use, isHere: file === own })));
}

export type UseInFile = Omit<Use, 'isHere'>;

/** The policy attributes of one file; kept with it, since a neighbour's tree is kept too. */
export const usesIn = rememberEach(({ resources }: ModuleFile): readonly UseInFile[] =>
  resources.flatMap((resource) =>
    attributesOf(resource).flatMap((facts) =>
      attributesAt(resource.body, facts.path).map((at) => ({ resource, at, facts })),
    ),
  ),
);

/** The policy attributes of a resource. The type of an organization's policy is a service control policy unless it says. */
export function attributesOf({ type, body }: Pick<Block, 'type' | 'body'>): readonly PolicyAttribute[] {
  if (type !== 'aws_organizations_policy') return policyAttributes.get(type) ?? [];
  const [said] = attributesAt(body, 'type');
  const kind = said?.value.kind === 'string' ? said.value.value : said ? '' : 'SERVICE_CONTROL_POLICY';
  const scp = { path: 'content', type: 'scp', storage: 'managed' } as const;
  if (kind === 'SERVICE_CONTROL_POLICY') return [scp];
  return kind === 'RESOURCE_CONTROL_POLICY' ? [{ ...scp, type: 'rcp' }] : [];
}

/** The names of the locals that a value is made from. */
function localsIn(value: Node): readonly string[] {
  switch (value.kind) {
    case 'array':
      return value.items.flatMap(localsIn);
    case 'object':
      return value.properties.flatMap((each) => (each.value ? localsIn(each.value) : []));
    case 'dynamic': {
      const { reference, call, parts, template } = value;
      const [root, name] = reference ?? [];
      const own = root === 'local' && name !== undefined ? [name] : [];
      const holes = template?.length === 1 ? template : [];
      const inner = holes.flatMap((piece) => (piece.kind === 'hole' && piece.node ? [piece.node] : []));
      return [...own, ...[...(call?.args ?? []), ...parts, ...inner].flatMap(localsIn)];
    }
    default:
      return [];
  }
}
