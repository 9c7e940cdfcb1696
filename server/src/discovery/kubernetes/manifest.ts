// The custom resources of a document, wherever they stand in it: alone, in a List, or as the base of a Composition.
import {
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  property,
  type StringNode,
  stringOf,
  type Tree,
  valueOf,
} from '../../syntax/node';
import type { Family } from './kinds';

/** One custom resource that stands for something of AWS. */
export interface Manifest {
  readonly family: Family;
  /** `iam`, as in the API group. */
  readonly service: string;
  readonly kind: string;
  readonly node: ObjectNode;
  /** The objects that hold what is asked of AWS: `spec`, or Crossplane's `forProvider` and `initProvider`. */
  readonly parameters: readonly ObjectNode[];
  /** What names it: its name, or else its kind. */
  readonly sign: StringNode;
  /** The name in AWS, as far as it is known. */
  readonly name: string | undefined;
  /** Paths of the fields that a Composition sets: `spec.forProvider.policy`. */
  readonly patched: readonly string[];
  readonly tree: Tree;
}

/** API groups, without their version: `iam.services.k8s.aws`, `iam.aws.m.upbound.io`. */
const groups: readonly { readonly family: Family; readonly pattern: RegExp }[] = [
  { family: 'ack', pattern: /^(\w+)\.services\.k8s\.aws\// },
  { family: 'upbound', pattern: /^(\w+)\.aws(?:\.m)?\.upbound\.io\// },
  { family: 'crossplane', pattern: /^(\w+)\.aws\.crossplane\.io\// },
];

/** The manifests in a tree; none where no root is an object of Kubernetes. */
export function manifestsOf(tree: Tree): readonly Manifest[] {
  const found: Manifest[] = [];
  for (const root of tree.roots) if (property(root, 'apiVersion')) collect(root, tree, [], found);
  return found;
}

function collect(node: Node, tree: Tree, patched: readonly string[], found: Manifest[]): void {
  switch (node.kind) {
    case 'object': {
      const manifest = manifestOf(node, tree, patched);
      // Nothing that is asked of AWS holds another manifest.
      if (manifest) found.push(manifest);
      else
        for (const { key, value } of node.properties)
          if (value) collect(value, tree, key.value === 'base' ? patchedFields(node) : [], found);
      return;
    }
    case 'array':
      for (const item of node.items) collect(item, tree, [], found);
      return;
    default:
      return;
  }
}

/**
 * What is written over in the `base` of a Composition.
 * https://docs.crossplane.io/latest/guides/function-patch-and-transform/
 */
function patchedFields(resource: ObjectNode): readonly string[] {
  return itemsOf(valueOf(resource, 'patches'))
    .map((patch) => stringOf(patch, 'toFieldPath') ?? stringOf(patch, 'fromFieldPath'))
    .filter((path) => path !== undefined);
}

function manifestOf(node: ObjectNode, tree: Tree, patched: readonly string[]): Manifest | undefined {
  const group = stringOf(node, 'apiVersion');
  const kind = valueOf(node, 'kind');
  const spec = valueOf(node, 'spec');
  if (group === undefined || kind?.kind !== 'string' || spec === undefined) return undefined;
  for (const { family, pattern } of groups) {
    const service = pattern.exec(group)?.[1];
    if (service === undefined) continue;
    const held = family === 'ack' ? [spec] : [valueOf(spec, 'forProvider'), valueOf(spec, 'initProvider')];
    const parameters = held.filter((each) => each?.kind === 'object');
    const metadata = valueOf(node, 'metadata');
    const own = family === 'ack' ? valueOf(spec, 'name') : externalName(metadata);
    const names = [own, valueOf(metadata, 'name')].filter((each) => each !== undefined);
    const first = names[0];
    const sign = names.find((each) => each.kind === 'string') ?? kind;
    const name = first?.kind === 'string' && !isTemplated(first) ? first.value : undefined;
    return { family, service, kind: kind.value, node, parameters, sign, name, patched, tree };
  }
  return undefined;
}

/** https://docs.crossplane.io/latest/managed-resources/managed-resources/#naming-external-resources */
function externalName(metadata: Node | undefined): Node | undefined {
  return valueOf(valueOf(metadata, 'annotations'), 'crossplane.io/external-name');
}

function isTemplated({ value }: StringNode): boolean {
  return value.includes('{{') || value.includes('${');
}

/** The properties that a path leads to; `*` goes through each item of a list and each entry of a map. */
export function propertiesAt(from: Node, path: readonly string[]): readonly PropertyNode[] {
  const [step, ...rest] = path;
  if (step === undefined) return [];
  if (from.kind === 'dynamic') return from.parts.flatMap((part) => propertiesAt(part, path));
  if (step === '*' && from.kind === 'array') return from.items.flatMap((item) => propertiesAt(item, rest));
  if (from.kind !== 'object') return [];
  const here = step === '*' ? from.properties : from.properties.filter(({ key }) => key.value === step);
  if (rest.length === 0) return here;
  return here.flatMap(({ value }) => (value ? propertiesAt(value, rest) : []));
}

/** Whom a field names: by name (`role`), or by the manifest that stands for it (`roleRef: { name }`). */
export function named(parameters: Node, field: string): Node | undefined {
  return (
    valueOf(parameters, field) ??
    valueOf(valueOf(parameters, `${field}Ref`), 'name') ??
    valueOf(parameters, `${field}Selector`)
  );
}
