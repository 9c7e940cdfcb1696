// Terraform and OpenTofu: policies in jsonencode, heredocs and strings of a configuration, and the users and keys that
// it makes. Of which type a policy is, and to whom it is attached, all files of its module tell.
// https://developer.hashicorp.com/terraform/language/functions/jsonencode
import type { Span } from '../../base/span';
import { type Node, type ObjectNode, type PropertyNode, property, type Tree } from '../../syntax/node';
import { isBoundaryName } from '../boundaryName';
import { embeddedTemplate } from '../cloudformation/cloudformation';
import type { FoundDocument } from '../embedded';
import { typeOfBareDocument } from '../evidence';
import type { Discovered, Finder, PolicySite } from '../site';
import { entitiesOf, type Managed, managedPolicies, ownAttachments } from './attachments';
import { attributesAt, type Found } from './attributes';
import { documentsIn, documentsOf } from './documents';
import { type Block, bodiesOf, entries, Module } from './module';
import { mergedDocuments } from './policyDocument/names';
import { documentSites } from './policyDocument/sites';
import { otherLanguages, type PolicyAttribute } from './resourceTypes';
import { templatesIn } from './stacks';
import { attributesOf, type Told, type Use, usesOfLocals } from './uses';
import { nowhere, type Scope, Values } from './values';

export const terraformFinder: Finder = {
  carrier: 'terraform',
  find(tree, _, { neighbours }): Discovered | undefined {
    if (tree.format !== 'HCL' && !tree.roots.some(mayBeConfiguration)) return undefined;
    const module = new Module(tree, neighbours);
    const resources = module.ownResources.filter(({ type }) => /^aws(?:cc)?_/.test(type));
    const isConfiguration = resources.length > 0 || module.ownDataSources.length > 0;
    if (tree.format !== 'HCL' && !isConfiguration) return undefined;
    let managed: ReadonlyMap<string, Managed> | undefined;
    const managedPolicy = (name: string) => {
      managed ??= managedPolicies(module);
      return managed.get(name);
    };
    const file: File = { tree, module, values: new Values(module), managedPolicy };
    const written = documentSites(file, (use, place) => toldBy(use, file, place));
    const stacks = resources.flatMap((each) => stackTemplates(file, each));
    const sites = [
      ...resources.flatMap((each) => resourceSites(file, each)),
      ...looseSites(file),
      ...written,
      ...stacks.flatMap((stack) => stack.sites),
    ];
    return {
      sites: sites.sort((a, b) => a.node.span.start - b.node.span.start),
      entities: [
        ...resources.flatMap((each) => entitiesOf(each, module)),
        ...stacks.flatMap((stack) => stack.entities),
      ],
    };
  },
};

/** A cheap look at JSON, most of which is none: what is found in a tree is kept as long as the tree. */
function mayBeConfiguration(root: Node): boolean {
  return entries(root).some(({ key }) => key.value === 'resource' || key.value === 'data');
}

/** A file of a configuration, with what its module says. */
interface File {
  readonly tree: Tree;
  readonly module: Module;
  readonly values: Values;
  /** How a managed policy of the module is attached, by its name. */
  readonly managedPolicy: (name: string) => Managed | undefined;
}

function resourceSites(file: File, resource: Block): readonly PolicySite[] {
  const { body, type } = resource;
  const known = attributesOf(resource);
  const sites = known.flatMap((facts) =>
    attributesAt(body, facts.path).flatMap((at) => attributeSites(file, resource, at, facts)),
  );
  if (otherLanguages.has(type)) return sites;
  const heads = new Set(known.map(({ path }) => path.split('.')[0]));
  const others = body.properties.filter(({ key }) => isPolicyName(key.value) && !heads.has(key.value));
  return [...sites, ...others.flatMap((property) => bareSites(file, property, file.values.scopeOf(body)))];
}

function stackTemplates({ tree, values }: File, stack: Block): readonly Discovered[] {
  const templates = templatesIn(stack, tree);
  if (templates.length === 0) return [];
  const scope = values.scopeOf(stack.body);
  return templates.map((found) => {
    const node = values.resolveObject(found.node, { ...scope, isCopied: found.tree !== tree });
    return embeddedTemplate({ ...found, node });
  });
}

/** Attributes that nobody has put into a table yet, but that are named for what they hold. */
function isPolicyName(name: string): boolean {
  return /(?:^|_)polic(?:y|ies)$|(?:^|_)policy_document$/.test(name);
}

function attributeSites(
  file: File,
  resource: Block,
  at: Found,
  facts: PolicyAttribute,
): readonly PolicySite[] {
  const documents = documentsOf(at.value, file.tree);
  if (documents.length === 0) return [];
  const scope = file.values.scopeOf(resource.body);
  const told = toldBy({ resource, isHere: true, at, facts }, file);
  return documents.map((found) => siteOf(file, found, scope, told));
}

/** `place`: where the policy stands, which tells if the use is in another file. */
function toldBy({ resource, isHere, at, facts }: Use, file: File, place?: Span): Told {
  const elsewhere = isHere ? undefined : place;
  const { name } = resource;
  const managed = resource.type === 'aws_iam_policy' ? file.managedPolicy(name.value) : undefined;
  const isAlone = resource.type === 'aws_iam_policy' && (managed?.attachedTo ?? []).length === 0;
  const isBoundary = managed?.isBoundary === true && isAlone;
  const isNamedSo = isAlone && isBoundaryName(name.value);
  const type = isBoundary || isNamedSo ? 'boundary' : facts.type;
  const sentence = isBoundary
    ? `${resource.type}.${name.value} is the permissions boundary of a user or role.`
    : isNamedSo
      ? `${resource.type}.${name.value} is called a permissions boundary, and attached to nobody.`
      : `${facts.path} of ${resource.type} is a policy of type ${type}.`;
  const own = ownAttachments(resource, at.block, facts, file.module);
  const attachedTo = (managed?.attachedTo ?? own).map((each) => ({
    ...each,
    span: elsewhere ?? each.span ?? name.span,
  }));
  return {
    type,
    because: { sentence, span: elsewhere ?? at.property.key.span },
    attachedTo,
    storage: facts.storage,
    ...(isRepeated(resource, at.block) && { isOptional: true }),
  };
}

/** Whether a resource, or the block that a policy stands in, may be there any number of times. */
function isRepeated({ body }: Block, block: ObjectNode): boolean {
  const isMade = block !== body && property(body, 'dynamic') !== undefined;
  return isMade || property(body, 'count') !== undefined || property(body, 'for_each') !== undefined;
}

function siteOf({ tree, values }: File, found: FoundDocument, scope: Scope, told: Told): PolicySite {
  const node = values.resolveObject(found.node, { ...scope, isCopied: found.tree !== tree });
  return { ...found, node, carrier: 'terraform', ...told };
}

/** Documents in locals, defaults, outputs and the arguments of modules, whose place tells nothing of them. */
function looseSites(file: File): readonly PolicySite[] {
  const { ownRoots: roots } = file.module;
  const locals = roots.flatMap((root) => bodiesOf(root, 'locals').flatMap(entries));
  const words = ['variable', 'output', 'module'];
  const bodies = roots.flatMap((root) => words.flatMap((word) => bodiesOf(root, word).flatMap(entries)));
  return [
    ...localSites(file, locals),
    ...[...bodies, ...startingPoints(file)].flatMap((each) => bareSites(file, each, nowhere)),
  ];
}

/** What the data sources for policies start from, as far as it is written in them. */
function startingPoints({ module }: File): readonly PropertyNode[] {
  return module.ownDataSources
    .filter(({ type }) => type === 'aws_iam_policy_document')
    .flatMap(({ body }) => body.properties.filter(({ key }) => mergedDocuments.has(key.value)));
}

/** Policies in locals are of the type that they are used for. */
function localSites(file: File, locals: readonly PropertyNode[]): readonly PolicySite[] {
  let uses: ReturnType<typeof usesOfLocals> | undefined;
  return locals.flatMap((local) => {
    const documents = local.value ? documentsIn(local.value, file.tree) : [];
    if (documents.length === 0) return [];
    uses ??= usesOfLocals(file.module);
    const told = uses.get(local.key.value)?.map((use) => toldBy(use, file, local.key.span)) ?? [];
    const [first] = told;
    if (!first) return documents.map((found) => bareSite(file, found, nowhere));
    const same = told.filter(({ type }) => type === first.type);
    const attachedTo = same.flatMap((each) => each.attachedTo);
    return documents.map((found) => siteOf(file, found, nowhere, { ...first, attachedTo }));
  });
}

function bareSites(file: File, { value }: PropertyNode, scope: Scope): readonly PolicySite[] {
  const documents = value ? documentsIn(value, file.tree) : [];
  return documents.map((found) => bareSite(file, found, scope));
}

function bareSite(file: File, found: FoundDocument, scope: Scope): PolicySite {
  return siteOf(file, found, scope, { ...typeOfBareDocument(found.node), attachedTo: [] });
}
