// The strings of Terraform's JSON syntax, which are templates as in HCL: `"${var.effect}"` is known only later.
// https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
import type { DynamicNode, Node, ObjectNode, StringNode, TemplatePiece } from '../../syntax/node';

/** The object with its templates read as what they are. */
export function withTemplates({ kind, span, properties }: ObjectNode): ObjectNode {
  return {
    kind,
    span,
    properties: properties.map((each) => (each.value ? { ...each, value: read(each.value) } : each)),
  };
}

function read(node: Node): Node {
  switch (node.kind) {
    case 'string':
      return /(?<!\$)\$\{|(?<!%)%\{/.test(node.value) ? templateOf(node) : node;
    case 'array':
      return { ...node, items: node.items.map(read) };
    case 'object':
      return withTemplates(node);
    default:
      return node;
  }
}

function templateOf(node: StringNode): DynamicNode {
  const { span, value } = node;
  const dynamic = { kind: 'dynamic', span, what: value, parts: [] } as const;
  // Escapes and directives are rare enough to be left unread.
  if (/\$\$\{|%\{/.test(value)) return dynamic;
  const template: TemplatePiece[] = [];
  let done = 0;
  for (const { 0: hole, index } of value.matchAll(/\$\{[^}]*\}?/g)) {
    if (index > done) template.push(stretch(node, done, index));
    const place = node.spanOf(index, index + hole.length);
    const inside: DynamicNode = { kind: 'dynamic', span: place, what: hole.slice(2, -1).trim(), parts: [] };
    template.push({ kind: 'hole', span: place, node: inside });
    done = index + hole.length;
  }
  if (done < value.length) template.push(stretch(node, done, value.length));
  return { ...dynamic, template };
}

function stretch(node: StringNode, start: number, end: number): StringNode {
  return {
    kind: 'string',
    span: node.spanOf(start, end),
    value: node.value.slice(start, end),
    spanOf: (from, to) => node.spanOf(start + from, start + to),
    encode: (text) => node.encode?.(text) ?? JSON.stringify(text).slice(1, -1),
  };
}
