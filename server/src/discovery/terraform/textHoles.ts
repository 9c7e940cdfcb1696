// Texts in a block that something fills in later, read as texts with holes: the templates of Terraform's JSON syntax,
// and the placeholders of policies that are given to a module.
import type {
  DynamicNode,
  Node,
  ObjectNode,
  PropertyNode,
  StringNode,
  TemplatePiece,
} from '../../syntax/node';

/** The pieces of a text; `undefined` where it has no hole. */
type Pieces = (node: StringNode) => readonly TemplatePiece[] | undefined;

/** The object with the holes in its strings read as what they are. */
export function withHoles({ kind, span, properties }: ObjectNode, pieces: Pieces): ObjectNode {
  return {
    kind,
    span,
    properties: properties.map((each) => propertyWithHoles(each, pieces)),
  };
}

/** A key with a hole is known only later, and called as it is written. */
function propertyWithHoles(property: PropertyNode, pieces: Pieces): PropertyNode {
  const { key, value } = property;
  const template = pieces(key);
  return {
    ...property,
    value: value && readHoles(value, pieces),
    ...(template && { computed: textOf(key, template) }),
  };
}

/** The same for any value. */
export function readHoles(node: Node, pieces: Pieces): Node {
  switch (node.kind) {
    case 'string': {
      const template = pieces(node);
      return template ? textOf(node, template) : node;
    }
    case 'array':
      return { ...node, items: node.items.map((item) => readHoles(item, pieces)) };
    case 'object':
      return withHoles(node, pieces);
    default:
      return node;
  }
}

/** What fills all of a text is known by its own name as well. */
function textOf({ span, value }: StringNode, template: readonly TemplatePiece[]): DynamicNode {
  const [only, second] = template;
  const inner = only?.kind === 'hole' && !second && only.directive === undefined ? only.node : undefined;
  if (inner?.kind === 'dynamic') return { ...inner, span, template };
  return { kind: 'dynamic', span, what: value, parts: inner ? [inner] : [], template };
}

/**
 * The pieces around `_S3_BUCKET_ARN_` and its like, which the module for buckets fills in.
 * https://github.com/terraform-aws-modules/terraform-aws-s3-bucket
 */
export function placeholdersIn(node: StringNode): readonly TemplatePiece[] | undefined {
  const template: TemplatePiece[] = [];
  let done = 0;
  for (const { 0: what, index } of node.value.matchAll(/_[A-Z][A-Z0-9_]*_/g)) {
    if (index > done) template.push(stretch(node, done, index));
    const span = node.spanOf(index, index + what.length);
    const inside: DynamicNode = { kind: 'dynamic', span, what, parts: [] };
    template.push({ kind: 'hole', span, node: inside });
    done = index + what.length;
  }
  if (done === 0) return undefined;
  if (done < node.value.length) template.push(stretch(node, done, node.value.length));
  return template;
}

function stretch(node: StringNode, start: number, end: number): StringNode {
  return {
    kind: 'string',
    span: node.spanOf(start, end),
    value: node.value.slice(start, end),
    spanOf: (from, to) => node.spanOf(start + from, start + to),
  };
}
