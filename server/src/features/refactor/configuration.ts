// The blocks of a Terraform configuration as a refactoring moves them: where they are, and who names them.
import { conflicts, type Edit } from '../../base/edit';
import { encloses, type Span } from '../../base/span';
import {
  type Node,
  type ObjectNode,
  type PlainAttribute,
  type PlainBlock,
  type PropertyNode,
  type Tree,
  valueOf,
} from '../../syntax/node';
import type { DocumentPlace } from './refactoring';

/** One `resource` block. */
export interface ResourceBlock {
  /** The whole block, as a property of the file. */
  readonly whole: PropertyNode;
  /** The label of its type, and the one of its name. */
  readonly type: PropertyNode;
  readonly name: PropertyNode;
  readonly body: ObjectNode;
  readonly file: ObjectNode;
  readonly tree: Tree;
}

/** The resource blocks of a file in HCL. */
export function resourceBlocks(tree: Tree | undefined): readonly ResourceBlock[] {
  const [file] = tree?.format === 'HCL' ? tree.roots : [];
  if (!tree || file?.kind !== 'object') return [];
  return file.properties.flatMap((whole): readonly ResourceBlock[] => {
    const [type] = whole.key.value === 'resource' ? propertiesOf(whole.value) : [];
    const [name] = propertiesOf(type?.value);
    const body = name?.value;
    if (!type || !name || body?.kind !== 'object' || !NAME.test(name.key.value)) return [];
    return [{ whole, type, name, body, file, tree }];
  });
}

/** A name that expressions can name. */
const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** The block that holds all of the selection. One that is made several times is not moved. */
export function blockAt(tree: Tree | undefined, span: Span): ResourceBlock | undefined {
  const found = resourceBlocks(tree).find(({ whole }) => encloses(whole.span, span));
  return found && isMadeOnce(found) ? found : undefined;
}

export function isMadeOnce({ body }: ResourceBlock): boolean {
  return !valueOf(body, 'count') && !valueOf(body, 'for_each');
}

/** Whether an expression of the configuration names a resource. A word of a comment or a string counts as well. */
export function isNamed(place: DocumentPlace, block: ResourceBlock): boolean {
  return textsOf(place).some((text) => namesOf(block).test(text));
}

/** What an expression that names a resource has in it. */
export function namesOf({ type, name }: ResourceBlock): RegExp {
  return new RegExp(`\\b${escaped(type.key.value)}\\.${escaped(name.key.value)}(?![\\w-])`);
}

/** A name that no block of these types in the configuration has yet. */
export function freeName(place: DocumentPlace, types: readonly string[], wanted: string): string {
  const texts = textsOf(place);
  const isTaken = (name: string) =>
    types.some((type) => {
      const header = new RegExp(`"${escaped(type)}"\\s+"${escaped(name)}"`);
      return texts.some((text) => header.test(text));
    });
  let name = wanted;
  for (let count = 2; isTaken(name); count++) name = `${wanted}_${count}`;
  return name;
}

function textsOf({ analysis, neighbours }: DocumentPlace): readonly string[] {
  const { document } = analysis;
  return [document, ...neighbours.filter(({ uri }) => uri !== document.uri)].map(({ text }) => text);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Edits of a block: it becomes one of another type and name. */
export function relabelled(
  { type, name, tree }: ResourceBlock,
  newType: string,
  newName: string,
): readonly Edit[] {
  const edits = [tree.writer.renameKey(type, newType)];
  return newName === name.key.value ? edits : [...edits, tree.writer.renameKey(name, newName)];
}

/** Edits of an attribute: `user = …` becomes `group = …`. */
export function reassigned(tree: Tree, owner: PropertyNode, key: string, value: string): readonly Edit[] {
  if (!owner.value) return [];
  return [tree.writer.renameKey(owner, key), { span: owner.value.span, text: value }];
}

/** Edits with new blocks behind one; elsewhere in the file where they would touch what is taken away. */
export function withBlocks(
  { tree, file, whole }: ResourceBlock,
  edits: readonly Edit[],
  blocks: readonly PlainBlock[],
): readonly Edit[] {
  const writer = tree.writer.blocks;
  if (!writer) return [];
  const before = file.properties.slice(0, file.properties.indexOf(whole)).toReversed();
  const tried = [whole, ...before, undefined].map((after) => [...edits, writer.insert(file, blocks, after)]);
  return tried.find((each) => !conflicts(each)) ?? [];
}

/** An attribute that is set to what an expression says. */
export function expression(name: string, value: string): PlainAttribute {
  return { name, value, isExpression: true };
}

function propertiesOf(node: Node | undefined): readonly PropertyNode[] {
  return node?.kind === 'object' ? node.properties : [];
}
