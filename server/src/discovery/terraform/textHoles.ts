// Texts that something fills in later: the templates in the strings of Terraform's JSON syntax, and the placeholders of
// policies that are given to a module.
// https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
import type { DynamicNode, Node, ObjectNode, StringNode, TemplatePiece } from '../../syntax/node';

/** A kind of holes: what they look like, and the name of what comes in there. */
export interface Holes {
  readonly pattern: RegExp;
  nameOf(hole: string): string;
}

/** `${var.bucket}`. Escapes of it are rare enough to be left unread. */
export const templates: Holes = {
  pattern: /\$\{[^}]*\}?|%\{[^}]*\}?/g,
  nameOf: (hole) => hole.slice(2, -1).trim(),
};

/** `_S3_BUCKET_ARN_`, which the module for buckets fills in; https://github.com/terraform-aws-modules/terraform-aws-s3-bucket */
export const placeholders: Holes = { pattern: /_[A-Z][A-Z0-9_]*_/g, nameOf: (hole) => hole };

/** The object with the holes in its strings read as what they are. */
export function withHoles({ kind, span, properties }: ObjectNode, holes: Holes): ObjectNode {
  return {
    kind,
    span,
    properties: properties.map((each) => (each.value ? { ...each, value: read(each.value, holes) } : each)),
  };
}

function read(node: Node, holes: Holes): Node {
  switch (node.kind) {
    case 'string':
      return node.value.search(holes.pattern) < 0 ? node : textOf(node, holes);
    case 'array':
      return { ...node, items: node.items.map((item) => read(item, holes)) };
    case 'object':
      return withHoles(node, holes);
    default:
      return node;
  }
}

function textOf(node: StringNode, { pattern, nameOf }: Holes): DynamicNode {
  const { span, value } = node;
  const template: TemplatePiece[] = [];
  let done = 0;
  for (const { 0: hole, index } of value.matchAll(pattern)) {
    if (index > done) template.push(stretch(node, done, index));
    const place = node.spanOf(index, index + hole.length);
    const inside: DynamicNode = { kind: 'dynamic', span: place, what: nameOf(hole), parts: [] };
    template.push({ kind: 'hole', span: place, node: inside });
    done = index + hole.length;
  }
  if (done < value.length) template.push(stretch(node, done, value.length));
  return { kind: 'dynamic', span, what: value, parts: [], template };
}

function stretch(node: StringNode, start: number, end: number): StringNode {
  return {
    kind: 'string',
    span: node.spanOf(start, end),
    value: node.value.slice(start, end),
    spanOf: (from, to) => node.spanOf(start + from, start + to),
  };
}
