// What the policies that data sources write are used as, by the attributes that they are given to.
import type { Node, ObjectNode } from '../../../syntax/node';
import { holdersOf, type Use } from '../holders';
import { blocksIn, entries, topLevel } from '../resources';
import { mergedDocuments } from './names';

/** What is used in a place: a document's JSON, or a local value. */
type Names = ReadonlyMap<string, readonly Node[]>;

/**
 * The uses of the data sources of a module, by their names. `bodies`: the top levels of its files. A document that goes
 * into others is used as they are.
 */
export function usesOf(bodies: readonly ObjectNode[]): ReadonlyMap<string, readonly Use[]> {
  const locals = localsOf(bodies);
  const uses = new Map<string, Use[]>();
  for (const resource of bodies.flatMap((body) => blocksIn(body, 'resource'))) {
    for (const { value, use } of holdersOf(resource)) {
      for (const name of documentsIn(value, locals)) put(uses, name, use);
    }
  }
  const sources = sourcesOf(bodies, locals);
  if (sources.size === 0) return uses;
  return spread(uses, sources);
}

/** The names of the data sources that are given to a module, which may fill in what is missing in them. */
export function givenToModules(bodies: readonly ObjectNode[]): ReadonlySet<string> {
  const modules = bodies.flatMap((body) => topLevel(body, 'module'));
  if (modules.length === 0) return new Set();
  const locals = localsOf(bodies);
  const names = modules.flatMap((each) => documentsIn(each, locals));
  const given = new Map(names.map((name) => [name, [name]]));
  return new Set(spread(given, sourcesOf(bodies, locals)).keys());
}

function put<T>(map: Map<string, T[]>, name: string, value: T): void {
  const known = map.get(name);
  if (known) known.push(value);
  else map.set(name, [value]);
}

function localsOf(bodies: readonly ObjectNode[]): Names {
  const locals = new Map<string, Node[]>();
  for (const { key, value } of bodies.flatMap((body) => topLevel(body, 'locals').flatMap(entries))) {
    if (value) put(locals, key.value, value);
  }
  return locals;
}

/** The documents that each document is made from. */
function sourcesOf(bodies: readonly ObjectNode[], locals: Names): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const { type, name, body } of bodies.flatMap((each) => blocksIn(each, 'data'))) {
    if (type !== 'aws_iam_policy_document') continue;
    for (const { key, value } of body.properties) {
      if (!value || !mergedDocuments.has(key.value)) continue;
      for (const source of documentsIn(value, locals)) put(sources, name.key.value, source);
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
function documentsIn(value: Node, locals: Names, seen: ReadonlySet<string> = new Set()): readonly string[] {
  switch (value.kind) {
    case 'array':
      return value.items.flatMap((item) => documentsIn(item, locals, seen));
    case 'object':
      return value.properties.flatMap((each) => (each.value ? documentsIn(each.value, locals, seen) : []));
    case 'string':
      // Terraform's JSON syntax has its references in the text of strings.
      return [...value.value.matchAll(/\$\{\s*([\w.-]+)/g)].flatMap(([, names = '']) =>
        documentsOf(names.split('.'), locals, seen),
      );
    case 'dynamic':
      break;
    default:
      return [];
  }
  if (value.reference) return documentsOf(value.reference, locals, seen);
  const holes = (value.template ?? []).flatMap((piece) =>
    piece.kind === 'hole' && piece.node ? [piece.node] : [],
  );
  const inside = [...value.parts, ...(value.call?.args ?? []), ...(value.items ?? []), ...holes];
  return [...new Set(inside.flatMap((each) => documentsIn(each, locals, seen)))];
}

/** The documents that a reference leads to. */
function documentsOf(
  [first, second, third]: readonly string[],
  locals: Names,
  seen: ReadonlySet<string>,
): readonly string[] {
  if (first === 'data' && second === 'aws_iam_policy_document' && third !== undefined) return [third];
  if (first !== 'local' || second === undefined || seen.has(second)) return [];
  const inner = new Set([...seen, second]);
  return (locals.get(second) ?? []).flatMap((each) => documentsIn(each, locals, inner));
}
