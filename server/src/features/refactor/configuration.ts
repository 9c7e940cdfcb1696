// The blocks of a Terraform configuration as a refactoring moves them: where they are, and who names them.
import { encloses, type Span } from '../../base/span';
import {
  type Node,
  type ObjectNode,
  type PlainAttribute,
  type PropertyNode,
  type Tree,
  valueOf,
} from '../../syntax/node';

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
    if (!type || !name || body?.kind !== 'object') return [];
    return [{ whole, type, name, body, file, tree }];
  });
}

/** The block that holds all of the selection. One that is made several times is not moved. */
export function blockAt(tree: Tree | undefined, span: Span): ResourceBlock | undefined {
  const found = resourceBlocks(tree).find(({ whole }) => encloses(whole.span, span));
  return found && isMadeOnce(found) ? found : undefined;
}

export function isMadeOnce({ body }: ResourceBlock): boolean {
  return !valueOf(body, 'count') && !valueOf(body, 'for_each');
}

/** Whether an expression of the text names a resource. A word of a comment or a string counts as well. */
export function isNamed(text: string, { type, name }: ResourceBlock): boolean {
  return new RegExp(`\\b${type.key.value}\\.${name.key.value}(?![\\w-])`).test(text);
}

/** A name that no block of this type in the file has yet. */
export function freeName(tree: Tree, type: string, wanted: string): string {
  const taken = new Set(
    resourceBlocks(tree)
      .filter((each) => each.type.key.value === type)
      .map(({ name }) => name.key.value),
  );
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`;
  return name;
}

/** An attribute that is set to what an expression says. */
export function expression(name: string, value: string): PlainAttribute {
  return { name, value, isExpression: true };
}

function propertiesOf(node: Node | undefined): readonly PropertyNode[] {
  return node?.kind === 'object' ? node.properties : [];
}
