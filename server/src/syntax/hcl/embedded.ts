// Texts with holes of HCL in the strings of another document: Terraform's JSON syntax, in which each string is a template.
// https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
import type { StringNode, TemplatePiece } from '../node';
import { relocate } from '../relocate';
import { piecesOf } from './templateFile';

/**
 * The pieces of a string; `undefined` where it has no hole. What a hole says has the place of the hole, and is not edited:
 * it is HCL in a string of another language.
 */
export function embeddedPieces(node: StringNode): readonly TemplatePiece[] | undefined {
  if (!/[$%]\{/.test(node.value)) return undefined;
  const pieces = piecesOf(node.value);
  return pieces.some(({ kind }) => kind === 'hole') ? pieces.map((piece) => ledOut(piece, node)) : undefined;
}

function ledOut(piece: TemplatePiece, node: StringNode): TemplatePiece {
  const { start, end } = piece.span;
  const span = node.spanOf(start, end);
  if (piece.kind === 'string') {
    const { kind, value } = piece;
    const spanOf = (from: number, to: number) => {
      const inner = piece.spanOf(from, to);
      return node.spanOf(inner.start, inner.end);
    };
    return { kind, span, value, spanOf };
  }
  const { kind, node: inner, written, directive } = piece;
  return {
    kind,
    span,
    node: inner && relocate(inner, span),
    // What has to be spelled in another way is not put back.
    ...(written !== undefined && !/["\\\n]/.test(written) && { written }),
    ...(directive !== undefined && { directive }),
  };
}
