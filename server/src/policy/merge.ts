// Puts together what stands behind the same key twice. Makes edits; says nothing of what they do to access.
import type { Edit } from '../base/edit';
import type { ObjectNode, Plain, PropertyNode, Writer } from '../syntax/node';

/**
 * Edits that put the values of both properties behind the first and remove the second. Lists are joined without
 * doubles, objects are joined key by key. `undefined` where a part is known only later or still being typed.
 */
export function mergeProperties(
  writer: Writer,
  object: ObjectNode,
  first: PropertyNode,
  second: PropertyNode,
): readonly Edit[] | undefined {
  const values = [first.value && writer.plain(first.value), second.value && writer.plain(second.value)];
  const [one, other] = values;
  if (!first.value || one === undefined || other === undefined) return undefined;
  const merged = mergePlain(one, other);
  return [writer.replaceValue(first.value, merged), writer.removeProperty(object, second)];
}

/** Whether two properties say the same. */
export function sameValue(writer: Writer, first: PropertyNode, second: PropertyNode): boolean {
  const one = first.value && writer.plain(first.value);
  const other = second.value && writer.plain(second.value);
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

function mergePlain(one: Plain, other: Plain): Plain {
  if (isObject(one) && isObject(other)) {
    const merged: { [key: string]: Plain } = Object.create(null);
    for (const [key, value] of Object.entries(one)) merged[key] = value;
    for (const [key, value] of Object.entries(other)) {
      const known = merged[key];
      merged[key] = known === undefined ? value : mergePlain(known, value);
    }
    return merged;
  }
  const seen = new Map([...itemsOf(one), ...itemsOf(other)].map((item) => [JSON.stringify(item), item]));
  return [...seen.values()];
}

function isObject(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemsOf(value: Plain): readonly Plain[] {
  return isList(value) ? value : [value];
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
