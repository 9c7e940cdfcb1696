// `<<`: the properties of other mappings, taken in where the mapping has none of that name itself.
// https://yaml.org/type/merge.html
import type { Node, PropertyNode } from '../../node';
import { messages } from './messages';
import type { Reporter } from './props';

/** The properties with those of `<<` in its place. The nodes are those of the mapping they come from. */
export function merged(properties: readonly PropertyNode[], reporter: Reporter): readonly PropertyNode[] {
  if (!properties.some(isMerge)) return properties;
  const names = new Set(properties.filter((each) => !isMerge(each)).map(({ key }) => key.value));
  return properties.flatMap((property) => {
    if (!isMerge(property)) return [property];
    const found = sources(property.value);
    if (!found) {
      const { start, end } = property.span;
      reporter.problem(messages.mergeNeedsMap, start, end);
      return [];
    }
    return found.filter(({ key }) => !names.has(key.value) && names.add(key.value));
  });
}

function isMerge({ key }: PropertyNode): boolean {
  return key.value === '<<' && key.span.end - key.span.start === 2;
}

/** Of one mapping or of a list of them, of which the first has a name's value. */
function sources(value: Node | undefined): readonly PropertyNode[] | undefined {
  switch (value?.kind) {
    case undefined:
    case 'dynamic':
      return [];
    case 'object':
      return value.properties;
    case 'array': {
      const lists = value.items.map((item) => (item.kind === 'object' ? item.properties : undefined));
      return lists.every((each) => each !== undefined) ? lists.flat() : undefined;
    }
    default:
      return undefined;
  }
}
