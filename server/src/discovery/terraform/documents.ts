// The policy documents that an expression can come to: what jsonencode gets, the JSON in a string, either branch of a
// condition. What an expression names is not followed: a document is found where it is written.
// https://developer.hashicorp.com/terraform/language/functions/jsonencode
import { type DynamicNode, type Node, property, type Tree } from '../../syntax/node';
import { type FoundDocument, policyDocument, templateDocument } from '../embedded';
import { looksLikePolicy } from '../evidence';
import { partsOf } from './functions';

/** Functions that give back one of the texts that they get. */
const passing: ReadonlySet<string> = new Set([
  'coalesce',
  'nonsensitive',
  'sensitive',
  'tostring',
  'trimspace',
  'try',
]);

/** What documents are written as: what reads them in a text, and the functions that write them. */
interface Form {
  readonly read: typeof policyDocument;
  readonly encoders: readonly string[];
}

const policies: Form = { read: policyDocument, encoders: ['jsonencode'] };
const templates: Form = { read: templateDocument, encoders: ['jsonencode', 'yamlencode'] };

/** The documents of a value that is a policy by its place. */
export function documentsOf(value: Node, tree: Tree): readonly FoundDocument[] {
  return writtenIn(value, tree, policies);
}

/** The documents of a value that is a template of CloudFormation by its place. */
export function templatesOf(value: Node, tree: Tree): readonly FoundDocument[] {
  return writtenIn(value, tree, templates);
}

function writtenIn(value: Node, tree: Tree, form: Form): readonly FoundDocument[] {
  if (value.kind !== 'dynamic') {
    const found = value.kind === 'string' ? form.read(value, tree) : undefined;
    return found ? [found] : [];
  }
  const { call, parts, template } = value;
  const embedded = template && form.read(value, tree);
  if (embedded) return [embedded];
  if (call && form.encoders.includes(call.name)) return call.args.flatMap((arg) => objectsOf(arg, tree));
  const args = call && passing.has(call.name) ? call.args : [];
  return [...args, ...parts].flatMap((part) => writtenIn(part, tree, form));
}

function objectsOf(value: Node, tree: Tree): readonly FoundDocument[] {
  if (value.kind === 'object') return [{ node: value, tree }];
  if (value.kind !== 'dynamic') return [];
  const { call, parts } = value;
  const merged = call?.name === 'merge' ? argumentsOf(call).filter(holdsStatements) : [];
  return [...merged, ...parts].flatMap((part) => objectsOf(part, tree));
}

/** What a call is given; objects that `merge` puts together are parts of one. */
function argumentsOf({ name, args }: NonNullable<DynamicNode['call']>): readonly Node[] {
  return name === 'merge' && args.length > 1 ? partsOf(args) : args;
}

/** Of the objects that are merged into a policy, the one that is looked at. */
function holdsStatements(node: Node): boolean {
  return node.kind !== 'object' || property(node, 'Statement') !== undefined;
}

/** The documents anywhere in a value whose place tells nothing: those that look like a policy of IAM. */
export function documentsIn(value: Node, tree: Tree): readonly FoundDocument[] {
  switch (value.kind) {
    case 'string':
      return mayBeDocument(value.value) ? documentsOf(value, tree).filter(isPolicy) : [];
    case 'array':
      return value.items.flatMap((item) => documentsIn(item, tree));
    case 'object':
      if (looksLikePolicy(value)) return [{ node: value, tree }];
      return value.properties.flatMap((each) => (each.value ? documentsIn(each.value, tree) : []));
    case 'dynamic': {
      const { call, parts, items, template } = value;
      if (template) return template.some(isDocumentText) ? documentsOf(value, tree).filter(isPolicy) : [];
      return [...(call ? argumentsOf(call) : []), ...parts, ...(items ?? [])].flatMap((each) =>
        documentsIn(each, tree),
      );
    }
    default:
      return [];
  }
}

function isPolicy({ node }: FoundDocument): boolean {
  return looksLikePolicy(node);
}

function isDocumentText(piece: { readonly kind: string; readonly value?: string }): boolean {
  return piece.value !== undefined && /statement/i.test(piece.value);
}

function mayBeDocument(text: string): boolean {
  return text.length > 2 && /^\s*(?:\{|%7B)/i.test(text) && /statement/i.test(text);
}
