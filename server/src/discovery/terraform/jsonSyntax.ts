// Texts with holes in Terraform's JSON syntax, in which a string is a template of its own. Holes are not read but for
// names: what a hole says stands in a string of another language.
// https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
import type { DynamicNode, Node, StringNode, TemplateHole, TemplatePiece } from '../../syntax/node';

/** The pieces of a string; `undefined` where it has no hole. */
export function piecesOf(node: StringNode): readonly TemplatePiece[] | undefined {
  const { value } = node;
  if (!/[$%]\{/.test(value)) return undefined;
  const pieces: TemplatePiece[] = [];
  let from = 0;
  for (let at = value.indexOf('{', 1); at >= 0; at = value.indexOf('{', at + 1)) {
    const mark = value[at - 1];
    const isHole = at > from && (mark === '$' || mark === '%') && value[at - 2] !== mark;
    if (!isHole) continue;
    const end = closing(value, at);
    if (at - 1 > from) pieces.push(stretch(node, from, at - 1));
    pieces.push(holeOf(node, at - 1, end));
    from = end;
    at = end - 1;
  }
  if (from < value.length) pieces.push(stretch(node, from, value.length));
  return pieces;
}

/** The names of `aws_iam_user.bot.name`, which is a string of one hole in the JSON syntax; none of anything else. */
export function referenceOf(node: Node | undefined): readonly string[] {
  const [only, second] = node?.kind === 'string' ? (piecesOf(node) ?? []) : [node];
  const named = only?.kind === 'hole' ? only.node : only;
  return named?.kind === 'dynamic' && !second ? (named.reference ?? []) : [];
}

/** Behind the brace that closes the one at an offset. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function holeOf(node: StringNode, from: number, to: number): TemplateHole {
  const span = node.spanOf(from, to);
  const what = node.value
    .slice(from + 2, to - 1)
    .replace(/^~|~$/g, '')
    .trim();
  const directive = node.value[from] === '%' ? (/^\w+/.exec(what)?.[0] ?? '') : undefined;
  const reference = /^[A-Za-z_][\w-]*(?:\.[\w-]+)+$/.test(what) ? { reference: what.split('.') } : {};
  const inner: DynamicNode = { kind: 'dynamic', span, what, parts: [], ...reference };
  const written = node.value.slice(from, to);
  return {
    kind: 'hole',
    span,
    node: inner,
    ...(/["\\\n]/.test(written) ? {} : { written }),
    ...(directive !== undefined && { directive }),
  };
}

function stretch(node: StringNode, from: number, to: number): StringNode {
  return {
    kind: 'string',
    span: node.spanOf(from, to),
    value: node.value.slice(from, to),
    spanOf: (start, end) => node.spanOf(from + start, from + end),
  };
}
