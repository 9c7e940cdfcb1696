// An HCL tree in a few words, dynamic values with what is known of them. Beside the outline that all syntaxes share.
import type { DynamicNode, Node, TemplatePiece } from '../../../server/src/syntax/node';

/**
 * `jsonencode({a: 1})` for a call, `@data.x.y.json` for names, `«arn:‹@var.x›/*»` for a text with holes, `?(a | b)` for
 * what it can be, `for(a)` for what each element is made from, and else the source text in angle brackets.
 */
export function shape(node: Node | undefined): string {
  switch (node?.kind) {
    case undefined:
      return '∅';
    case 'object': {
      const properties = node.properties.map(
        ({ key, value, computed }) => `${computed ? shape(computed) : key.value}: ${shape(value)}`,
      );
      return `{${properties.join(', ')}}`;
    }
    case 'array':
      return `[${node.items.map(shape).join(', ')}]`;
    case 'dynamic':
      return shapeOfDynamic(node);
    case 'null':
      return 'null';
    case 'number':
      return node.text;
    case 'boolean':
    case 'string':
      return String(node.value);
  }
}

function shapeOfDynamic({ call, template, reference, parts, items, what }: DynamicNode): string {
  if (template) return `«${template.map(shapeOfPiece).join('')}»`;
  if (call) return `${call.name}(${call.args.map(shape).join(', ')})`;
  if (reference) return `@${reference.join('.')}`;
  if (items) return `for(${items.map(shape).join(', ')})`;
  return parts.length > 0 ? `?(${parts.map(shape).join(' | ')})` : `<${what}>`;
}

function shapeOfPiece(piece: TemplatePiece): string {
  if (piece.kind === 'string') return piece.value;
  const { directive, node } = piece;
  if (directive === undefined) return `‹${shape(node)}›`;
  return node ? `‹${directive} ${shape(node)}›` : `‹${directive}›`;
}
