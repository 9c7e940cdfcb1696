// The resources of a document, or of the files of a Terraform module, and which of them name which others.
import type { Analysis, SourceDocument } from '../analysis';
import { rememberEach } from '../base/rememberEach';
import { resourcesIn } from '../discovery/declared';
import type { DeclaredResource } from '../discovery/site';
import { onceForEach } from '../syntax/moved';
import { type DynamicNode, itemsOf, type Node, stringOf, type Tree, valueOf } from '../syntax/node';

/** What a value names: `aws_iam_role.r.arn`, `data.aws_iam_policy_document.d.json`, `Fn::GetAtt: R.Arn`, `Ref: R`. */
export interface Reference {
  /** `aws_iam_role`, `data.aws_iam_policy_document`; only in Terraform. */
  readonly type: string | undefined;
  readonly name: string;
  readonly attribute: string | undefined;
}

/** The resources of a type in the document; none where it holds several templates, which share no names. */
export function ownResourcesOf({ tree }: Analysis, type: string): readonly DeclaredResource[] {
  return (tree?.roots.length === 1 && byType(tree).get(type)) || [];
}

/** The same of all files of its module, too; those of the document first. */
export function resourcesOf(analysis: Analysis, type: string): readonly DeclaredResource[] {
  const own = ownResourcesOf(analysis, type);
  const others = analysis.neighbours();
  return others.length === 0 ? own : [...own, ...others.flatMap(({ tree }) => byType(tree).get(type) ?? [])];
}

/** The same by their names, without those of which nobody knows whose name it is: files of several modules in a folder. */
export function namedResources(analysis: Analysis, type: string): ReadonlyMap<string, DeclaredResource> {
  const found = new Map<string, DeclaredResource>();
  const twice = new Set<string>();
  for (const resource of resourcesOf(analysis, type)) {
    const name = resource.name.value;
    if (found.has(name)) twice.add(name);
    found.set(name, resource);
  }
  for (const name of twice) found.delete(name);
  return found;
}

/** The document that a resource is in, if that is another one. */
export function otherHome(
  { neighbours }: Analysis,
  resource: DeclaredResource,
): { readonly document?: SourceDocument } {
  const home = neighbours().find(({ tree }) => byType(tree).get(resource.type)?.includes(resource));
  return home ? { document: home.document } : {};
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

/** What the properties of a resource name as a whole, or in a list, by their keys; of a block as `Target.RoleArn`. */
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

function writtenIn({ properties }: DeclaredResource): Written {
  return properties ? written(properties) : nothing;
}

/** Of each object once, wherever it is moved to: it is asked for with each key press. */
const written = onceForEach(({ properties }): Written => {
  const references = new Map<string, Reference>();
  const texts = new Map<string, string>();
  for (const { key, value } of properties) {
    // A macro puts to them what nobody knows.
    if (key.value === 'Fn::Transform') return nothing;
    if (value) addReferences(references, key.value, value);
    if (value?.kind === 'string') texts.set(key.value, value.value);
  }
  return { references, texts };
});

/** Of several the first. */
function addReferences(found: Map<string, Reference>, key: string, value: Node): void {
  for (const item of itemsOf(value)) {
    const named = referenceOf(item);
    if (named) found.set(key, found.get(key) ?? named);
    if (named || item.kind !== 'object') continue;
    for (const inner of item.properties) {
      const path = `${key}.${inner.key.value}`;
      const within = inner.value && referenceOf(inner.value);
      if (within) found.set(path, found.get(path) ?? within);
    }
  }
}

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
  const [only, another] = template ?? [];
  if (only?.kind === 'hole' && !another && only.node?.kind === 'dynamic') return inExpression(only.node);
  const [root, first, second, ...rest] = reference ?? [];
  if (root === 'data' && second !== undefined)
    return { type: `data.${first}`, name: second, attribute: rest.join('.') };
  if (first === undefined || !root?.startsWith('aws_')) return undefined;
  return { type: root, name: first, attribute: rest.at(-1) ?? second };
}
