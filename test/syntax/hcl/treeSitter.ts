// Tree-sitter's grammar of HCL as a second opinion: the lines of sketch.ts, drawn from its tree. It reads valid text
// only; what it cannot read it says nothing about.
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { escapeAt } from '../../../server/src/syntax/hcl/hclString';
import { contentOf, line } from './sketch';

const require = createRequire(import.meta.url);
await Parser.init();
const parser = new Parser();
parser.setLanguage(
  await Language.load(require.resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm')),
);

/** The lines of a document; `undefined` where tree-sitter finds an error in it. */
export function secondOpinion(text: string): readonly string[] | undefined {
  const tree = parser.parse(text);
  try {
    if (!tree || tree.rootNode.hasError) return undefined;
    const lines: string[] = [];
    for (const body of childrenOf(tree.rootNode, 'body')) drawBody(body, 0, lines);
    return lines;
  } finally {
    tree?.delete();
  }
}

function drawBody(body: Node, depth: number, lines: string[]): void {
  for (const item of body.namedChildren) {
    if (item.type === 'attribute') {
      lines.push(line(depth, `attribute ${childrenOf(item, 'identifier')[0]?.text}`, spanOf(item)));
      drawAll(childrenOf(item, 'expression'), depth + 1, lines);
    } else if (item.type === 'block') {
      const names = childrenOf(item, 'identifier', 'string_lit').map(({ text }) => text.replaceAll('"', ''));
      lines.push(line(depth, ['block', ...names].join(' '), spanOf(item)));
      for (const inner of childrenOf(item, 'body')) drawBody(inner, depth + 1, lines);
    }
  }
}

function drawAll(nodes: readonly Node[], depth: number, lines: string[]): void {
  for (const node of nodes) draw(node, depth, lines);
}

/** Draws an expression, without the parentheses around it. */
function draw(expression: Node, depth: number, lines: string[]): void {
  const node = bare(expression);
  const add = (what: string) => lines.push(line(depth, what, spanOf(node)));
  const term = node.type === 'expression' ? (contentChildren(node)[0] ?? node) : node;
  const access = node.type === 'expression' ? contentChildren(node).slice(1) : [];
  if (access.length > 0) {
    const isName = term.type === 'variable_expr';
    add(isName ? `reference ${[term.text, ...access.flatMap(namesOf)].join(' ')}` : 'expression');
    return;
  }
  switch (term.type) {
    case 'literal_value':
    case 'template_expr':
    case 'collection_value':
    case 'for_expr':
      drawTerm(contentChildren(term)[0] ?? term, depth, lines);
      break;
    case 'variable_expr':
      add(`reference ${term.text}`);
      break;
    case 'function_call': {
      add(`call ${childrenOf(term, 'identifier')[0]?.text}`);
      const args = childrenOf(term, 'function_arguments').flatMap((each) => childrenOf(each, 'expression'));
      drawAll(args, depth + 1, lines);
      break;
    }
    case 'conditional':
      drawConditional(operandsOf(term), depth, lines);
      break;
    case 'operation':
      add(/^-\d[\d.]*(?:[eE][-+]?\d+)?$/.test(term.text) ? 'number' : 'expression');
      break;
    default:
      throw new Error(`A ${term.type} is not expected.`);
  }
}

/**
 * The operands of `a ? b : c ? d : e` in order. Tree-sitter groups them from the left, HCL from the right.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/parser.go
 */
function operandsOf(conditional: Node): readonly Node[] {
  const [condition, ...branches] = childrenOf(conditional, 'expression');
  const inner = condition && childrenOf(condition, 'conditional')[0];
  if (inner) return [...operandsOf(inner), ...branches];
  return condition ? [condition, ...branches] : branches;
}

function drawConditional(operands: readonly Node[], depth: number, lines: string[]): void {
  const [condition, value, ...others] = operands;
  const last = operands.at(-1);
  if (!condition || !value || !last) throw new Error('A conditional has three operands.');
  lines.push(line(depth, 'conditional', { start: condition.startIndex, end: last.endIndex }));
  draw(value, depth + 1, lines);
  if (others.length > 1) drawConditional(others, depth + 1, lines);
  else drawAll(others, depth + 1, lines);
}

function drawTerm(term: Node, depth: number, lines: string[]): void {
  const add = (what: string) => lines.push(line(depth, what, spanOf(term)));
  switch (term.type) {
    case 'numeric_lit':
      add('number');
      break;
    case 'bool_lit':
      add('boolean');
      break;
    case 'null_lit':
      add('null');
      break;
    case 'tuple':
      add('tuple');
      drawAll(childrenOf(term, 'expression'), depth + 1, lines);
      break;
    case 'object':
      add('object');
      for (const element of childrenOf(term, 'object_elem')) drawElement(element, depth + 1, lines);
      break;
    case 'for_tuple_expr':
    case 'for_object_expr':
      add('for');
      drawAll(childrenOf(term, 'expression').slice(-1), depth + 1, lines);
      break;
    case 'string_lit':
    case 'quoted_template':
    case 'heredoc_template':
      drawText(term, depth, lines);
      break;
    default:
      throw new Error(`A ${term.type} is not expected.`);
  }
}

function drawElement(element: Node, depth: number, lines: string[]): void {
  const key = element.childForFieldName('key');
  const value = element.childForFieldName('val');
  if (!key || !value) throw new Error('An element has a key and a value.');
  const isName = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(key.text);
  const computed = !isName && isComputed(key);
  lines.push(line(depth, 'key', spanOf(computed ? key : bare(key))));
  if (computed) draw(key, depth + 1, lines);
  draw(value, depth + 1, lines);
}

/** Whether a key is known only later. */
function isComputed(key: Node): boolean {
  const drawn: string[] = [];
  draw(key, 0, drawn);
  return !/^(?:text|number|boolean|null|tuple|object) /.test(drawn[0] ?? '');
}

function drawText(node: Node, depth: number, lines: string[]): void {
  const { start, end } = innerOf(node);
  const holes = holesIn(node);
  if (holes.length === 0) {
    const written = node.tree.rootNode.text.slice(start, end);
    lines.push(line(depth, `text ${contentOf(decoded(written, node.type))}`, spanOf(node)));
    return;
  }
  lines.push(line(depth, 'template', spanOf(node)));
  let from = start;
  const stretch = (to: number) => {
    if (to > from) lines.push(line(depth + 1, 'stretch', { start: from, end: to }));
  };
  for (const hole of holes) {
    stretch(hole.startIndex);
    const name = directives.get(hole.type);
    lines.push(line(depth + 1, `hole ${name ?? ''}`, spanOf(hole)));
    drawAll(childrenOf(hole, 'expression'), depth + 2, lines);
    from = hole.endIndex;
  }
  stretch(end);
}

const directives: ReadonlyMap<string, string> = new Map([
  ['template_for_start', 'for'],
  ['template_for_end', 'endfor'],
  ['template_if_intro', 'if'],
  ['template_else_intro', 'else'],
  ['template_if_end', 'endif'],
]);

/** The holes of a text in order; what a directive decides on is nested in the other's tree and is not in ours. */
function holesIn(node: Node): readonly Node[] {
  return node.namedChildren.flatMap((child) => {
    if (child.type === 'template_interpolation' || directives.has(child.type)) return [child];
    return child.type.startsWith('template_') ? holesIn(child) : [];
  });
}

/** What is between the quotes, or between the lines with a heredoc's word. */
function innerOf(node: Node): { readonly start: number; readonly end: number } {
  if (node.type !== 'heredoc_template') return { start: node.startIndex + 1, end: node.endIndex - 1 };
  const { text } = node.tree.rootNode;
  return {
    start: text.indexOf('\n', node.startIndex) + 1,
    end: text.lastIndexOf('\n', node.endIndex - 1) + 1,
  };
}

function decoded(written: string, type: string): string {
  const text = written.replace(/([$%])\1\{/g, '$1{');
  if (type === 'heredoc_template') return text;
  return text.replace(/\\(?:u.{4}|U.{8}|.)/gs, (escape) => escapeAt(escape, 0)?.value ?? escape);
}

/** Without the parentheses around it. */
function bare(expression: Node): Node {
  const [open, inner, close] = contentChildren(expression);
  const isWrapped = open?.type === '(' && close?.type === ')' && contentChildren(expression).length === 3;
  return isWrapped && inner ? bare(inner) : expression;
}

function namesOf(access: Node): readonly string[] {
  switch (access.type) {
    case 'get_attr':
      return childrenOf(access, 'identifier').map(({ text }) => text);
    case 'index':
      return access.namedChildren.map(({ type, text }) =>
        type === 'legacy_index' ? text.replace(/^\.\s*/, '') : text,
      );
    case 'splat':
      return access.namedChildren.flatMap(namesOf);
    case 'attr_splat':
    case 'full_splat':
      return [access.type === 'attr_splat' ? '*' : '[*]', ...access.namedChildren.flatMap(namesOf)];
    default:
      return [];
  }
}

function childrenOf(node: Node, ...types: readonly string[]): readonly Node[] {
  return node.namedChildren.filter(({ type }) => types.includes(type));
}

/** The children that are no comments. */
function contentChildren(node: Node): readonly Node[] {
  return node.children.filter(({ type }) => type !== 'comment');
}

function spanOf({ startIndex, endIndex }: Node): { readonly start: number; readonly end: number } {
  return { start: startIndex, end: endIndex };
}
