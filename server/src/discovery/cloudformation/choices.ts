// The functions that choose: one of two values, of a map's values, of a list's items.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
import { type Node, type ObjectNode, valueOf } from '../../syntax/node';
import { asText, isNoValue, type Known } from './known';
import { splitAt } from './parameter';
import type { Lookup } from './template';

/** `Fn::If: [condition, then, else]`: either may come to hold; `AWS::NoValue` leaves nothing. */
export function either(value: Node, { resolve }: Lookup): Known {
  const branches = argumentsOf(value).slice(1, 3).map(resolve);
  const parts = branches.filter((branch) => !isNoValue(branch));
  return { parts, isExact: branches.length === 2 && parts.length === 2 };
}

/** `Fn::FindInMap: [map, key, key]`: a key that is not written out stands for any of its map. */
export function findInMap(value: Node, { template, resolve }: Lookup): Known {
  const [map, top, second, options] = argumentsOf(value);
  const mapping = map?.kind === 'string' ? template.mapping(map.value) : undefined;
  if (!mapping) return {};
  const found = behind(mapping, top)
    .flatMap((inner) => behind(inner, second))
    .map(asText);
  const otherwise = valueOf(options, 'DefaultValue');
  const parts = otherwise ? [...found, resolve(otherwise)] : found;
  return { parts: withoutDoubles(parts), isExact: true, isLookedUp: true };
}

function behind(node: Node, key: Node | undefined): readonly Node[] {
  if (node.kind !== 'object') return [];
  const named = key?.kind === 'string' ? key.value : key?.kind === 'number' ? key.text : undefined;
  return node.properties.flatMap((each) =>
    each.value && (named === undefined || each.key.value === named) ? [each.value] : [],
  );
}

/** The same text for many Regions is one possibility. */
function withoutDoubles(nodes: readonly Node[]): readonly Node[] {
  const seen = new Set<string>();
  return nodes.filter((node) => {
    if (node.kind !== 'string') return true;
    if (seen.has(node.value)) return false;
    seen.add(node.value);
    return true;
  });
}

/** `Fn::Select: [index, list]` */
export function select(value: Node, { resolve }: Lookup): Known {
  const [place, list] = argumentsOf(value);
  const index = place?.kind === 'string' ? Number(place.value) : place?.kind === 'number' ? place.value : -1;
  const resolved = list && resolve(list);
  const items = resolved?.kind === 'dynamic' && resolved.isExact ? only(resolved.parts) : resolved;
  const item = items?.kind === 'array' ? items.items[index] : undefined;
  return item ? { parts: [item], isExact: true } : {};
}

/** `Fn::Split: [delimiter, text]` */
export function split(value: Node): Known {
  const [delimiter, text] = argumentsOf(value);
  if (delimiter?.kind !== 'string' || delimiter.value === '' || text?.kind !== 'string') return {};
  return { parts: [splitAt(text, delimiter.value, false)], isExact: true };
}

function only(nodes: readonly Node[]): Node | undefined {
  return nodes.length === 1 ? nodes[0] : undefined;
}

function argumentsOf(value: Node): readonly Node[] {
  return value.kind === 'array' ? value.items : [];
}

/** The objects that a value can be: itself, those of a list, those in the branches of `Fn::If`. Resolves nothing. */
export function objectsIn(value: Node | undefined): readonly ObjectNode[] {
  return alternativesIn(value).filter((node) => node.kind === 'object');
}

/** The values that a value or the items of a list can be, through `Fn::If`. Resolves nothing. */
export function alternativesIn(value: Node | undefined): readonly Node[] {
  if (value?.kind === 'array') return value.items.flatMap(alternativesIn);
  if (value?.kind === 'dynamic' && value.parts.length > 0) return value.parts.flatMap(alternativesIn);
  if (value?.kind !== 'object') return value ? [value] : [];
  const branches = valueOf(value, 'Fn::If');
  return branches ? argumentsOf(branches).slice(1, 3).flatMap(alternativesIn) : [value];
}
