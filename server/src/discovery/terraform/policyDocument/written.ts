// Parts of a policy as the attributes and blocks of a data source that say the same. Plain values in and out.
import type { Plain, PlainBlock, PlainItem } from '../../../syntax/node';
import { nameOf } from './names';
import { listOf } from './variables';

type PlainObject = { readonly [key: string]: Plain };

/** A statement, element by element; what is no object has no elements. */
export function statementItems(statement: Plain): readonly PlainItem[] {
  return Object.entries(objectOf(statement)).flatMap(([element, value]) => itemsFor(element, value));
}

/** One element of a policy or a statement: an attribute, or any number of blocks. */
export function itemsFor(element: string, value: Plain): readonly PlainItem[] {
  const name = nameOf(element);
  switch (element) {
    case 'Statement':
      return (isList(value) ? value : [value]).map((each) => ({ name, items: statementItems(each) }));
    case 'Principal':
    case 'NotPrincipal':
      return principalBlocks(name, value);
    case 'Condition':
      return conditionBlocks(value);
    case 'Action':
    case 'NotAction':
    case 'Resource':
    case 'NotResource':
      return [{ name, value: listOf(value) }];
    default:
      return [{ name, value }];
  }
}

/** `principals` blocks, one for each kind; `"*"` is a kind of its own. */
export function principalBlocks(name: string, value: Plain): readonly PlainBlock[] {
  const kinds = typeof value === 'string' ? { [value]: value } : objectOf(value);
  return Object.entries(kinds).map(([type, identifiers]) => ({
    name,
    items: [
      { name: 'type', value: type },
      { name: 'identifiers', value: listOf(identifiers) },
    ],
  }));
}

/** `condition` blocks, one for each key of each operator. */
export function conditionBlocks(value: Plain): readonly PlainBlock[] {
  return Object.entries(objectOf(value)).flatMap(([test, keys]) => operatorBlocks(test, keys));
}

/** The `condition` blocks of one operator. */
export function operatorBlocks(test: string, keys: Plain): readonly PlainBlock[] {
  return Object.entries(objectOf(keys)).map(([variable, values]) => ({
    name: 'condition',
    items: [
      { name: 'test', value: test },
      { name: 'variable', value: variable },
      { name: 'values', value: listOf(values) },
    ],
  }));
}

/** Items as Terraform's JSON syntax has them: blocks of a name are a list. */
export function inJson(items: readonly PlainItem[]): PlainObject {
  const written: { [name: string]: Plain } = Object.create(null);
  const blocks = new Map<string, Plain[]>();
  for (const item of items) {
    if ('value' in item) {
      written[item.name] = item.value;
      continue;
    }
    const list = blocks.get(item.name) ?? [];
    list.push(inJson(item.items));
    blocks.set(item.name, list);
    written[item.name] = list;
  }
  return written;
}

function objectOf(value: Plain): PlainObject {
  return isObject(value) ? value : {};
}

function isObject(value: Plain): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
