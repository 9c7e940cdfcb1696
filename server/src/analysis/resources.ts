// The resources of a document, or of the files of a Terraform module, and which of them name which others.
import type { Analysis, SourceDocument } from '../analysis';
import { rememberEach } from '../base/rememberEach';
import { isOfMacro, resourcesIn } from '../discovery/declared';
import type { DeclaredResource } from '../discovery/site';
import { onceForEach } from '../syntax/moved';
import { type DynamicNode, type Node, stringOf, type Tree, valueOf } from '../syntax/node';

/** A resource and the document that it is in. */
export interface PlacedResource extends DeclaredResource {
  readonly document: SourceDocument;
}

/** What a value names: `aws_iam_role.r.arn`, `Fn::GetAtt: R.Arn`, `Ref: R`. */
export interface Reference {
  /** Only in Terraform. */
  readonly type: string | undefined;
  readonly name: string;
  readonly attribute: string | undefined;
}

/** The resources of a type, of all files; those of the document first. What a macro makes is left out. */
export function resourcesOf(analysis: Analysis, type: string): readonly PlacedResource[] {
  const { document, tree, neighbours } = analysis;
  const files = tree ? [{ document, tree }, ...neighbours()] : [];
  return files.flatMap((file) =>
    (byType(file.tree).get(type) ?? []).map((each) => ({ ...each, document: file.document })),
  );
}

const byType = rememberEach((tree: Tree): ReadonlyMap<string, readonly DeclaredResource[]> => {
  const found = new Map<string, DeclaredResource[]>();
  for (const resource of resourcesIn(tree)) {
    const known = found.get(resource.type);
    if (known) known.push(resource);
    else found.set(resource.type, [resource]);
  }
  return found;
});

/** What the properties of a resource name as a whole, by their keys. */
export function referencesIn(resource: DeclaredResource): ReadonlyMap<string, Reference> {
  return writtenIn(resource).references;
}

/** A property of a resource that is written out as a text. */
export function textIn(resource: DeclaredResource, key: string): string | undefined {
  return writtenIn(resource).texts.get(key);
}

interface Written {
  readonly references: ReadonlyMap<string, Reference>;
  readonly texts: ReadonlyMap<string, string>;
}

const nothing: Written = { references: new Map(), texts: new Map() };

function writtenIn(resource: DeclaredResource): Written {
  return resource.properties && !isOfMacro(resource) ? written(resource.properties) : nothing;
}

/** Of each object once, wherever it is moved to: it is asked for with each key press. */
const written = onceForEach(({ properties }): Written => {
  const references = new Map<string, Reference>();
  const texts = new Map<string, string>();
  for (const { key, value } of properties) {
    const named = value && referenceOf(value);
    if (named) references.set(key.value, named);
    if (value?.kind === 'string') texts.set(key.value, value.value);
  }
  return { references, texts };
});

/** What a value names as a whole; `undefined` where it may be anything else. */
function referenceOf(value: Node): Reference | undefined {
  if (value.kind === 'dynamic') return inExpression(value);
  if (value.kind !== 'object' || value.properties.length !== 1) return undefined;
  const text = stringOf(value, 'Fn::Sub');
  const attribute = valueOf(value, 'Fn::GetAtt');
  const path =
    stringOf(value, 'Ref') ??
    (text === undefined ? undefined : /^\$\{([^${}!]+)\}$/.exec(text)?.[1]) ??
    (attribute?.kind === 'array' ? pathOf(attribute.items) : stringOf(value, 'Fn::GetAtt'));
  const [, name, rest] = /^(\w+)(?:\.(.+))?$/.exec(path ?? '') ?? [];
  return name === undefined ? undefined : { type: undefined, name, attribute: rest };
}

function pathOf(names: readonly Node[]): string {
  return names.map((each) => (each.kind === 'string' ? each.value : '')).join('.');
}

function inExpression({ reference, template }: DynamicNode): Reference | undefined {
  const [only, second] = template ?? [];
  if (only?.kind === 'hole' && !second && only.node?.kind === 'dynamic') return inExpression(only.node);
  const [type, name, ...rest] = reference ?? [];
  if (name === undefined || !type?.startsWith('aws_')) return undefined;
  return { type, name, attribute: rest.at(-1) };
}
