// What the policies that data sources write are used as, by the attributes that they are given to.
import { rememberEach } from '../../../base/rememberEach';
import { onceForEach } from '../../../syntax/moved';
import type { Node } from '../../../syntax/node';
import { bodiesOf, type Module, type ModuleFile } from '../module';
import { isSettled } from '../settled';
import { type Use, type UseInFile, usesIn } from '../uses';
import { mergedDocuments } from './names';

const DATA_SOURCE = 'aws_iam_policy_document';

/**
 * The uses of the data sources of a module, by their names. A document that goes into others is used as they are.
 */
export function usesOfDocuments(module: Module): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  const [own] = module.files;
  for (const file of module.files) {
    for (const each of namingIn(file).uses) {
      const use = { ...each, isHere: file === own };
      for (const name of documentsIn(each.at.value, module)) {
        if (!module.isOfItsOwn(file, 'data', DATA_SOURCE, name)) put(uses, name, use);
      }
    }
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
  for (const file of module.files) {
    for (const { name, value } of namingIn(file).merged) {
      for (const source of documentsIn(value, module)) {
        if (!module.isOfItsOwn(file, 'data', DATA_SOURCE, source)) put(sources, name, source);
      }
    }
  }
  return sources;
}

const mergesOthers = onceForEach(({ properties }) =>
  properties.some(({ key }) => mergedDocuments.has(key.value)),
);

/** What of a file names documents or local values: policies of its resources, and documents that are made from others. */
interface Naming {
  readonly uses: readonly UseInFile[];
  readonly merged: readonly { readonly name: string; readonly value: Node }[];
}

/** Kept with the file, since a neighbour's tree is kept too. */
const namingIn = rememberEach(
  (file: ModuleFile): Naming => ({
    uses: usesIn(file).filter(({ at }) => referencesIn(at.value).length > 0),
    merged: file.dataSources.flatMap(({ type, name, body }) =>
      type === DATA_SOURCE && mergesOthers(body)
        ? body.properties.flatMap(({ key, value }) =>
            value && mergedDocuments.has(key.value) ? [{ name: name.value, value }] : [],
          )
        : [],
    ),
  }),
);

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
  const names = referencesIn(value).flatMap((each) => documentsOf(each, module, seen));
  return names.length < 2 ? names : [...new Set(names)];
}

interface Reference {
  readonly kind: 'document' | 'local';
  readonly name: string;
}

/** What a value names of documents and local values, in the text of strings too: Terraform's JSON syntax has it there. */
const referencesIn = rememberEach((value: Node): readonly Reference[] => [...allReferences(value)]);

function* allReferences(value: Node): Iterable<Reference> {
  switch (value.kind) {
    case 'array':
      for (const item of value.items) yield* allReferences(item);
      return;
    case 'object':
      if (isSettled(value)) return;
      for (const each of value.properties) if (each.value) yield* allReferences(each.value);
      return;
    case 'dynamic': {
      const { reference, parts, call, items = [], template = [] } = value;
      if (reference) return yield* asReference(reference);
      for (const inner of [...parts, ...(call?.args ?? []), ...items]) yield* allReferences(inner);
      for (const piece of template) if (piece.kind === 'hole' && piece.node) yield* allReferences(piece.node);
      return;
    }
    default:
      return;
  }
}

function* asReference([first, second, third]: readonly string[]): Iterable<Reference> {
  if (first === 'data' && second === DATA_SOURCE && third !== undefined) {
    yield { kind: 'document', name: third };
  }
  if (first === 'local' && second !== undefined) yield { kind: 'local', name: second };
}

/** The documents that a reference leads to. */
function documentsOf(
  { kind, name }: Reference,
  module: Module,
  seen: ReadonlySet<string>,
): readonly string[] {
  if (kind === 'document') return [name];
  const local = seen.has(name) ? undefined : module.local(name)?.value;
  return local ? documentsIn(local, module, new Set([...seen, name])) : [];
}
