// The module that a configuration belongs to: what the files of one folder declare, by name. Looks nothing up twice.
// https://developer.hashicorp.com/terraform/language/files
import { rememberEach } from '../../base/rememberEach';
import {
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  type StringNode,
  type Tree,
} from '../../syntax/node';
import { withTemplates } from './jsonSyntax';

/** Something declared in a file of the module. */
export interface Declared<T extends Node = Node> {
  readonly value: T;
  /** Whether it is declared in the document itself, and not in another file of its folder. */
  readonly isHere: boolean;
}

/** One `resource` or `data` block. */
export interface Block {
  readonly type: string;
  readonly name: StringNode;
  readonly body: ObjectNode;
}

/** A file of a module; the same object as long as its tree is kept. */
export interface ModuleFile {
  readonly resources: readonly Block[];
  readonly dataSources: readonly Block[];
  resource(type: string, name: string): ObjectNode | undefined;
  data(type: string, name: string): ObjectNode | undefined;
}

/** What one file declares; what is asked for by name is sorted when somebody asks. */
class FileIndex implements ModuleFile {
  readonly roots: readonly Node[];
  readonly #maps = new Map<string, ReadonlyMap<string, Node>>();
  #resources: readonly Block[] | undefined;
  #dataSources: readonly Block[] | undefined;

  constructor({ roots, format }: Tree) {
    this.roots = format === 'JSON' ? roots.map(withTemplates) : roots;
  }

  get resources(): readonly Block[] {
    this.#resources ??= this.roots.flatMap((root) => blocksOf(root, 'resource'));
    return this.#resources;
  }

  get dataSources(): readonly Block[] {
    this.#dataSources ??= this.roots.flatMap((root) => blocksOf(root, 'data'));
    return this.#dataSources;
  }

  local(name: string): Node | undefined {
    return this.#named('locals', () => valuesOf(this.roots, 'locals')).get(name);
  }

  variable(name: string): ObjectNode | undefined {
    return objectOf(this.#named('variable', () => valuesOf(this.roots, 'variable')).get(name));
  }

  resource(type: string, name: string): ObjectNode | undefined {
    return objectOf(this.#named('resource', () => byName(this.resources)).get(`${type}.${name}`));
  }

  data(type: string, name: string): ObjectNode | undefined {
    return objectOf(this.#named('data', () => byName(this.dataSources)).get(`${type}.${name}`));
  }

  #named(kind: string, make: () => ReadonlyMap<string, Node>): ReadonlyMap<string, Node> {
    const known = this.#maps.get(kind) ?? make();
    this.#maps.set(kind, known);
    return known;
  }
}

function objectOf(node: Node | undefined): ObjectNode | undefined {
  return node?.kind === 'object' ? node : undefined;
}

/** What the blocks of a word set, by name. */
function valuesOf(roots: readonly Node[], word: string): ReadonlyMap<string, Node> {
  const properties = roots.flatMap((root) => bodiesOf(root, word).flatMap(entries));
  return new Map(properties.flatMap(({ key, value }) => (value ? [[key.value, value]] : [])));
}

export class Module {
  readonly #tree: Tree;
  readonly #neighbours: () => readonly Tree[];
  #others: readonly FileIndex[] | undefined;

  /** `neighbours` gives the trees of the folder's other files; asked when something is not declared in this one. */
  constructor(tree: Tree, neighbours: () => readonly Tree[]) {
    this.#tree = tree;
    this.#neighbours = neighbours;
  }

  local(name: string): Declared | undefined {
    return this.#find((index) => index.local(name));
  }

  variable(name: string): Declared<ObjectNode> | undefined {
    return this.#find((index) => index.variable(name));
  }

  /** The body of a resource. */
  resource(type: string, name: string): Declared<ObjectNode> | undefined {
    return this.#find((index) => index.resource(type, name));
  }

  /** The body of a data source. */
  data(type: string, name: string): Declared<ObjectNode> | undefined {
    return this.#find((index) => index.data(type, name));
  }

  /** All files, the document first. */
  get files(): readonly ModuleFile[] {
    return [this.#own, ...this.#elsewhere];
  }

  /**
   * Whether a name means another thing in that file than in the document, because both declare it. Files of one module
   * cannot; those of several, put into one folder, do.
   */
  isOfItsOwn(file: ModuleFile, kind: 'resource' | 'data', type: string, name: string): boolean {
    if (file === this.#own || !file[kind](type, name)) return false;
    return this.#own[kind](type, name) !== undefined;
  }

  /** The document itself, as HCL would have it. */
  get ownRoots(): readonly Node[] {
    return this.#own.roots;
  }

  /** The resources of the document itself. */
  get ownResources(): readonly Block[] {
    return this.#own.resources;
  }

  /** The data sources of the document itself. */
  get ownDataSources(): readonly Block[] {
    return this.#own.dataSources;
  }

  get #own(): FileIndex {
    return indexOf(this.#tree);
  }

  get #elsewhere(): readonly FileIndex[] {
    this.#others ??= this.#neighbours().map(indexOf);
    return this.#others;
  }

  #find<T extends Node>(lookUp: (index: FileIndex) => T | undefined): Declared<T> | undefined {
    const own = lookUp(this.#own);
    if (own) return { value: own, isHere: true };
    for (const index of this.#elsewhere) {
      const value = lookUp(index);
      if (value) return { value, isHere: false };
    }
    return undefined;
  }
}

/** A file is indexed once, as long as its tree is kept. */
const indexOf = rememberEach((tree: Tree) => new FileIndex(tree));

/** `resource "type" "name" { … }` of a file, and the same in Terraform's JSON syntax. */
function blocksOf(root: Node, kind: 'resource' | 'data'): readonly Block[] {
  const blocks: Block[] = [];
  // In loops: files have hundreds of blocks, and each is looked at with each key press.
  for (const each of bodiesOf(root, kind)) {
    for (const { key: type, value } of entries(each)) {
      for (const named of itemsOf(value)) {
        for (const { key: name, value: bodies } of entries(named)) {
          for (const body of itemsOf(bodies)) {
            if (body.kind === 'object') blocks.push({ type: type.value, name, body });
          }
        }
      }
    }
  }
  return blocks;
}

/** What stands behind a word at the top of a file, each time that it does. */
export function bodiesOf(root: Node, word: string): readonly Node[] {
  const bodies: Node[] = [];
  for (const { key, value } of entries(root)) if (key.value === word) bodies.push(...itemsOf(value));
  return bodies;
}

export function entries(node: Node): readonly PropertyNode[] {
  return node.kind === 'object' ? node.properties : [];
}

function byName(blocks: readonly Block[]): ReadonlyMap<string, ObjectNode> {
  return new Map(blocks.map(({ type, name, body }) => [`${type}.${name.value}`, body]));
}
