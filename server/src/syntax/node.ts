// The one Node interface: what every syntax (JSON, YAML, HCL, the literals of sources) turns its text into. No policy words here.
import type { Edit } from '../base/edit';
import type { Span } from '../base/span';

export type Node = ObjectNode | ArrayNode | StringNode | NumberNode | BooleanNode | NullNode | DynamicNode;

export interface ObjectNode {
  readonly kind: 'object';
  readonly span: Span;
  /** In source order; a key that stands twice is here twice. */
  readonly properties: readonly PropertyNode[];
  /** Whether it comes to have other keys as well, which are known only later or stand elsewhere: `merge(…)`. */
  readonly isPartial?: boolean;
}

/** A key and its value. No `Node` itself: it never stands where a value does. */
export interface PropertyNode {
  readonly kind: 'property';
  readonly span: Span;
  readonly key: StringNode;
  /** `undefined` while the value is still being typed. */
  readonly value: Node | undefined;
  /** What makes the key, where that is known only later: `(var.key) = 1`. `key` is then its source text. */
  readonly computed?: DynamicNode;
}

export interface ArrayNode {
  readonly kind: 'array';
  readonly span: Span;
  readonly items: readonly Node[];
  /** Whether an item that is known only later may stand for any number of items: `concat(…)`. */
  readonly isPartial?: boolean;
  /** Whether a list of one is sent to AWS as what it holds, without brackets. */
  readonly unwrapsOne?: boolean;
}

export interface StringNode {
  readonly kind: 'string';
  /** With its quotes, where it has any. */
  readonly span: Span;
  /** Decoded: escapes resolved. */
  readonly value: string;
  /** The source span of the decoded characters from `from` (inclusive) to `to` (exclusive), without the quotes. */
  spanOf(from: number, to: number): Span;
  /** The characters that stand for `text` inside this string; those of a JSON string where it is left out. */
  encode?(text: string): string;
  /** The same string `delta` characters further on in the text. */
  moved?(delta: number): StringNode;
}

export interface NumberNode {
  readonly kind: 'number';
  readonly span: Span;
  readonly value: number;
  /** As written: `012345678901` keeps its zero. */
  readonly text: string;
}

export interface BooleanNode {
  readonly kind: 'boolean';
  readonly span: Span;
  readonly value: boolean;
}

export interface NullNode {
  readonly kind: 'null';
  readonly span: Span;
}

/** A value known only later: an intrinsic function, an interpolation, a text that could not be read. */
export interface DynamicNode {
  readonly kind: 'dynamic';
  readonly span: Span;
  /** Short, as a person would name it: `Fn::Sub`, `Ref`, `a syntax error`. */
  readonly what: string;
  /**
   * The values that it can be, where they are known: both branches of `Fn::If`, what `local.x` stands for. A part may
   * stand elsewhere in the document; edits go to where it stands.
   */
  readonly parts: readonly Node[];
  /** Whether it is its parts and nothing else: `local.x` is what it was set to, while `var.x` may be another. */
  readonly isExact?: boolean;
  /** Whether something in it was looked up elsewhere, so that text far from here can change it. */
  readonly isLookedUp?: boolean;
  /** Whether no `:` and no `/` can be in it, as in an account, a Region, a partition. */
  readonly isWord?: boolean;
  /** Whether another program fills it before the carrier itself is read, as the Serverless Framework does. */
  readonly isFilledBefore?: boolean;
  /** A function with its arguments: `jsonencode({ … })`. */
  readonly call?: { readonly name: string; readonly args: readonly Node[] };
  /** A text with holes, piece by piece: `"arn:aws:s3:::${var.bucket}/*"`. */
  readonly template?: readonly TemplatePiece[];
  /** The names of `data.aws_iam_policy_document.x[0].json`; an index is one of them, as it is written: `[0]`. */
  readonly reference?: readonly string[];
  /** What each element is made from: the value in `[for … : value]` and in `{ for … : key => value }`. */
  readonly items?: readonly Node[];
  /** How the items of a list or an object are made: `for name, name in over`. */
  readonly loop?: Loop;
}

export interface Loop {
  /** One or two: of the element, or of the key and the element. */
  readonly names: readonly string[];
  readonly over: Node;
  /** Whether `if` leaves some of them out. */
  readonly isFiltered: boolean;
  /** Whether it makes an object and no list. */
  readonly isKeyed: boolean;
}

/** A piece of a text with holes: a stretch of text, or a hole. */
export type TemplatePiece = StringNode | TemplateHole;

export interface TemplateHole {
  readonly kind: 'hole';
  /** With its braces. */
  readonly span: Span;
  /** What is put in; `undefined` while it is being typed, and in `%{ else }` and its like. */
  readonly node: Node | undefined;
  /** As it stands in the text, with its braces; left out where that would have to be spelled in another way. */
  readonly written?: string;
  /** The first word of `%{ if … }`, which puts nothing in but decides on the pieces that follow. */
  readonly directive?: string;
}

/** What is wrong with the text itself. */
export interface SyntaxProblem {
  readonly message: string;
  readonly span: Span;
}

/** A comment, with its marks. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** One parsed text, or one text embedded in a string of another. Spans are always of the outermost document. */
export interface Tree {
  /** What the text is, as a person would say. */
  readonly format: 'JSON' | 'YAML' | 'HCL' | 'TypeScript' | 'Python';
  readonly roots: readonly Node[];
  /** Whether a node may stand in several places (YAML's anchors), so that text far from a place can change it. */
  readonly sharesNodes?: boolean;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  readonly writer: Writer;
  /** The whole text's own tree, where this one shows a part of it in another shape. */
  readonly shapes?: Tree;
  /** What the cursor stands in; `undefined` in a comment or outside of all roots. */
  slotAt(offset: number): Slot | undefined;
  /** The tree of a later text, quicker where little of it differs from this one. Left out: parse it by itself. */
  reparse?(text: string): Tree;
}

/** A value to be written; plain JSON. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A block as HCL has them, to be written: `condition { test = "Bool" }`. */
export interface PlainBlock {
  readonly name: string;
  /** `"aws_iam_role" "r"` of `resource "aws_iam_role" "r" { … }`. */
  readonly labels?: readonly string[];
  readonly items: readonly PlainItem[];
}

/** A line or more of a block: an attribute, or another block. */
export type PlainItem = PlainAttribute | PlainBlock;

export interface PlainAttribute {
  readonly name: string;
  readonly value: Plain;
  /** Whether the value is the text of an expression, written as it is: `aws_iam_user.anna.arn`. */
  readonly isExpression?: boolean;
}

/** Makes edits in the syntax of the text: quotes, commas, indentation and escapes are its business. */
export interface Writer {
  /** Puts another string in place of this one, in the same kind of quotes. */
  replaceString(node: StringNode, value: string): Edit;
  replaceValue(node: Node, value: Plain): Edit;
  renameKey(property: PropertyNode, key: string): Edit;
  /** Removes the property, its comma and the line that becomes empty. */
  removeProperty(object: ObjectNode, property: PropertyNode): Edit;
  /** Removes properties of one object. All of them at once, since neighbours share commas. */
  removeProperties(object: ObjectNode, properties: readonly PropertyNode[]): readonly Edit[];
  /** Removes items of one array, with their commas. All of them at once, since neighbours share commas. */
  removeItems(array: ArrayNode, items: readonly Node[]): readonly Edit[];
  /** Adds a property behind `after`, or as the first. */
  insertProperty(object: ObjectNode, key: string, value: Plain, after?: PropertyNode): Edit;
  /** Adds an item at the end. */
  appendItem(array: ArrayNode, value: Plain): Edit;
  /** The plain value of a node, to be written elsewhere; `undefined` where a part of it is dynamic. */
  plain(node: Node): Plain | undefined;
  /** One edit that does what several do, and leaves alone what is between them. Only in JSON and HCL. */
  join?(edits: readonly Edit[]): Edit;
  /** Only where the syntax has blocks. */
  readonly blocks?: BlockWriter;
  /** Only where the keys of the tree go by other names in the text. */
  readonly names?: KeyNames;
}

/** Makes edits on blocks. */
export interface BlockWriter {
  /** Adds blocks to the body of another one behind `after`, or as the first. */
  insert(body: ObjectNode, blocks: readonly PlainBlock[], after?: PropertyNode): Edit;
  /** Puts blocks in place of one. */
  replace(block: PropertyNode, blocks: readonly PlainBlock[]): Edit;
}

/** How keys of the tree are named in the text. */
export interface KeyNames {
  /** The name for a key: `actions` for `Action`. */
  nameOf(key: string): string;
  /** The name that this key has in the text, right or wrong. */
  written(key: StringNode): string;
}

/** Where a cursor stands, in terms of the tree: in which containers, at a key or at a value, with what typed so far. */
export interface Slot {
  /** From a root inwards. A property is followed by what its value is; the last one holds the cursor. */
  readonly path: readonly (ObjectNode | PropertyNode | ArrayNode)[];
  readonly at: 'key' | 'value';
  /** The key or value that the cursor is in or at the end of, if there is one. */
  readonly node: Node | undefined;
  /** Decoded text from the start of that node up to the cursor; empty where there is none. */
  readonly typed: string;
  /** The characters that an accepted completion replaces: what is between the quotes, or the bare word. */
  readonly replace: Span;
  /** Edits beside it that write the commas missing in front of and behind what is completed. */
  readonly commas: readonly Edit[];
  /** The text that writes a string here: with quotes, or as it must stand between those already there. */
  stringText(value: string): string;
  /** The text that writes a value, given as it stands in the syntax; `undefined` between quotes. */
  valueText(written: string): string | undefined;
  /**
   * The text that writes a key here with what must follow it. `value` is put behind the colon as it is,
   * unless a value is there already; it may hold snippet placeholders.
   */
  keyText(key: string, value: string): string;
  /** The text that writes a block here; `undefined` where none may stand. Its texts may hold marks of a snippet. */
  blockText?(block: PlainBlock): string | undefined;
  /** What else may be written here as a key, beside what the tree's own shape asks for. */
  readonly words?: readonly SlotWord[];
  /** The other reading of the same cursor, where the text leaves both open: YAML's `- Eff|` is a key or a string. */
  readonly alternative?: Slot;
}

/** A key that belongs to the syntax around a policy and not to the policy. */
export interface SlotWord {
  readonly name: string;
  /** What it is for, in a few words. */
  readonly detail: string;
  /** What stands behind it, as JSON; `""` and `[""]` are to be filled in. */
  readonly value: string;
}

/** The properties of an object by exact key; the first where a key stands twice. */
export function property(node: Node | undefined, key: string): PropertyNode | undefined {
  if (node?.kind !== 'object') return undefined;
  const { properties } = node;
  for (let i = 0; i < properties.length; i++) {
    const each = properties[i];
    if (each?.key.value === key) return each;
  }
  return undefined;
}

/** The value behind an exact key. */
export function valueOf(node: Node | undefined, key: string): Node | undefined {
  return property(node, key)?.value;
}

/** The string behind an exact key, decoded. */
export function stringOf(node: Node | undefined, key: string): string | undefined {
  const value = valueOf(node, key);
  return value?.kind === 'string' ? value.value : undefined;
}

/** The items of an array, or the value alone where it stands without brackets. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  return node.kind === 'array' ? node.items : [node];
}
