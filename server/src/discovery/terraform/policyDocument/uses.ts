// What the policies that data sources write are used as, by the attributes that they are given to.
import type { Node } from '../../../syntax/node';
import { bodiesOf, type Module } from '../module';
import { policyUses, type Use } from '../uses';
import { mergedDocuments } from './names';

/**
 * The uses of the data sources of a module, by their names. A document that goes into others is used as they are.
 */
export function usesOfDocuments(module: Module): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const use of policyUses(module)) {
    for (const name of documentsIn(use.at.value, module)) put(uses, name, use);
  }
  return spread(uses, sourcesOf(module));
}

/** The names of the data sources that a file gives to a module, which may fill in what is missing in them. */
export function givenToModules(module: Module): ReadonlySet<string> {
  const calls = module.ownRoots.flatMap((root) => bodiesOf(root, 'module'));
  if (calls.length === 0) return new Set();
  const names = calls.flatMap((each) => documentsIn(each, module));
  const given = new Map(names.map((name) => [name, [name]]));
  return new Set(spread(given, sourcesOf(module)).keys());
}

function put<T>(map: Map<string, T[]>, name: string, value: T): void {
  const known = map.get(name);
  if (known) known.push(value);
  else map.set(name, [value]);
}

/** The documents that each document is made from. */
function sourcesOf(module: Module): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const { type, name, body } of module.dataSources) {
    if (type !== 'aws_iam_policy_document') continue;
    for (const { key, value } of body.properties) {
      if (!value || !mergedDocuments.has(key.value)) continue;
      for (const source of documentsIn(value, module)) put(sources, name.value, source);
    }
  }
  return sources;
}

/** Gives the uses of a document to those that it is made from, and so on. */
function spread<T>(
  direct: ReadonlyMap<string, readonly T[]>,
  sources: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly T[]> {
  const all = new Map([...direct].map(([name, uses]) => [name, new Set(uses)]));
  const waiting = [...direct.keys()];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const source of sources.get(name) ?? []) {
      const known = all.get(source) ?? new Set<T>();
      const before = known.size;
      for (const use of all.get(name) ?? []) known.add(use);
      all.set(source, known);
      if (known.size > before) waiting.push(source);
    }
  }
  return new Map([...all].map(([name, uses]) => [name, [...uses]]));
}

/** The names of the documents whose JSON a value has in it, also by way of local values. */
function documentsIn(value: Node, module: Module, seen: ReadonlySet<string> = new Set()): readonly string[] {
  switch (value.kind) {
    case 'array':
      return value.items.flatMap((item) => documentsIn(item, module, seen));
    case 'object':
      return value.properties.flatMap((each) => (each.value ? documentsIn(each.value, module, seen) : []));
    case 'dynamic':
      break;
    default:
      return [];
  }
  if (value.reference) return documentsOf(value.reference, module, seen);
  const holes = (value.template ?? []).flatMap((piece) =>
    piece.kind === 'hole' && piece.node ? [piece.node] : [],
  );
  const inside = [...value.parts, ...(value.call?.args ?? []), ...(value.items ?? []), ...holes];
  return [...new Set(inside.flatMap((each) => documentsIn(each, module, seen)))];
}

/** The documents that a reference leads to. */
function documentsOf(
  [first, second, third]: readonly string[],
  module: Module,
  seen: ReadonlySet<string>,
): readonly string[] {
  if (first === 'data' && second === 'aws_iam_policy_document' && third !== undefined) return [third];
  if (first !== 'local' || second === undefined || seen.has(second)) return [];
  const inner = new Set([...seen, second]);
  const local = module.local(second)?.value;
  return local ? documentsIn(local, module, inner) : [];
}
