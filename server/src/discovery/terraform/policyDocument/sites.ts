// The policies that the data sources aws_iam_policy_document of a file write, each with what it is used as.
import type { Span } from '../../../base/span';
import { itemsOf, type ObjectNode, type PropertyNode, property, type Tree } from '../../../syntax/node';
import { typeOfBareDocument } from '../../evidence';
import type { Attachment, PolicySite } from '../../site';
import type { Module } from '../module';
import { placeholdersIn, withHoles } from '../textHoles';
import type { Told, Use } from '../uses';
import type { Values } from '../values';
import { type Made, madeOf } from './known';
import type { MadeObject } from './made';
import { policySlotAt } from './slot';
import { givenToModules, usesOfDocuments } from './uses';
import { policyWriter } from './writer';

/** A file of a configuration, with what is known of it. */
interface File {
  readonly tree: Tree;
  readonly module: Module;
  readonly values: Values;
}

/** `toldBy`: what a use tells of a policy whose name is at the place. */
export function documentSites(
  { tree, module, values }: File,
  toldBy: (use: Use, place: Span) => Told,
): readonly PolicySite[] {
  const documents = module.ownDataSources.filter(({ type }) => type === 'aws_iam_policy_document');
  if (documents.length === 0) return [];
  const uses = usesOfDocuments(module);
  const given = givenToModules(module);
  const policies = new Map<number, ObjectNode>();
  const shaped = shapedTree(tree, policies);
  return documents.map(({ name, body: written }) => {
    const isGiven = given.has(name.value);
    const bodyOf = () => (isGiven ? withHoles(written, placeholdersIn) : written);
    const made = madeOf({ name, written, form: String(isGiven), bodyOf }, values);
    policies.set(written.span.start, made.node);
    const told = (uses.get(name.value) ?? []).map((use) => toldBy(use, name.span));
    const { node } = made;
    const facts = toldTogether(made, told);
    const isOptional = isRepeated(written) || facts.isOptional === true;
    const site = { node, tree: shaped, carrier: 'terraform', name: name.value, ...facts } as const;
    return isOptional ? { ...site, isOptional } : site;
  });
}

/** Whether a block may be there any number of times. */
function isRepeated(body: ObjectNode): boolean {
  return property(body, 'count') !== undefined || property(body, 'for_each') !== undefined;
}

/** The tree with its data sources as policies. What is wrong with the text is said of the tree itself. */
function shapedTree(tree: Tree, policies: ReadonlyMap<number, ObjectNode>): Tree {
  return {
    ...tree,
    problems: [],
    shapes: tree,
    writer: policyWriter(tree),
    slotAt: (offset) => policySlotAt(tree, policies, offset),
  };
}

/** What a policy is for: as all its uses say, or else as it looks. */
function toldTogether(made: Made, uses: readonly Told[]): Told {
  const [first, ...others] = uses;
  if (first && others.every(({ type }) => type === first.type)) return together(first, uses);
  const looks = made.looksLike((node) => ({
    ...typeOfBareDocument(withAllStatements(node)),
    attachedTo: [],
  }));
  const fitting = uses.filter(({ type }) => type === looks.type);
  const [one] = fitting;
  return one ? together(one, fitting) : looks;
}

function together(first: Told, uses: readonly Told[]): Told {
  const attachedTo = uses.flatMap((use) => use.attachedTo);
  const protectedTypes = new Set(attachedTo.map(({ resourceType }) => resourceType));
  const { type, because } = first;
  const isSameStorage = uses.every(({ storage }) => storage === first.storage);
  return {
    type,
    because,
    attachedTo: protectedTypes.size > 1 ? attachedTo.map(ofAnyType) : attachedTo,
    ...(uses.every(({ isOptional }) => isOptional) && { isOptional: true }),
    ...(isSameStorage && first.storage ? { storage: first.storage } : {}),
  };
}

/** What protects resources of several types is not judged by the ways of one of them. */
function ofAnyType({ kind, name, span }: Attachment): Attachment {
  return { kind, span, ...(name === undefined ? {} : { name }) };
}

/** With the statements of dynamic blocks among the others, and without principals that only some may come to have. */
function withAllStatements({ kind, span, properties }: MadeObject): ObjectNode {
  const statement = properties.find(({ key }) => key.value === 'Statement');
  if (!statement?.value) return { kind, span, properties };
  const all = itemsOf(statement.value).flatMap((item) => (item.kind === 'dynamic' ? item.parts : [item]));
  const items = all.filter((item) => item.kind === 'object');
  const isTold = items.every((item) => item.properties.some(isPrincipal));
  const told = isTold ? items : items.map(withoutMaybePrincipals);
  const value = { kind: 'array', span: statement.span, items: told } as const;
  const others = properties.filter((each) => each !== statement);
  return { kind, span, properties: [...others, { ...statement, value }] };
}

function isPrincipal({ key }: PropertyNode): boolean {
  return key.value === 'Principal' || key.value === 'NotPrincipal';
}

function withoutMaybePrincipals({ kind, span, properties }: ObjectNode): ObjectNode {
  return {
    kind,
    span,
    properties: properties.filter((each) => !isPrincipal(each) || each.value?.kind !== 'dynamic'),
  };
}
