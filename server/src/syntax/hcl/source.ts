// An HCL text together with what was read from it, and what can be told of its lines. No parsing here.
import type { Span } from '../../base/span';
import type { Comment, ObjectNode } from '../node';
import { firstFrom } from './lines';

export interface HclSource {
  readonly text: string;
  readonly root: ObjectNode;
  readonly comments: readonly Comment[];
  /** Offsets of the braces that open the body of a block, in the order of the text. */
  readonly bodies: readonly number[];
}

/**
 * What an object of the tree is in the text: the file, the body of a block, `{ key = value }`, or the rest of a
 * block's header, which has the next label for its one key.
 */
export type ObjectForm = 'file' | 'body' | 'object' | 'header';

export function formOf({ text, root, bodies }: HclSource, { span }: { readonly span: Span }): ObjectForm {
  if (span.start === root.span.start && span.end === root.span.end) return 'file';
  if (text[span.start] !== '{') return 'header';
  return firstFrom(bodies, span.start) === span.start ? 'body' : 'object';
}

/** Start of the line that an offset is in. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** End of the line that an offset is in, in front of its line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** White space at the start of the line of an offset. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

/** The white space of one level of indentation. */
export function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A text with its comments left out; one that has no end goes to the end. */
export function withoutComments(text: string): string {
  return text.replace(/(?:#|\/\/).*|\/\*[\s\S]*?(?:\*\/|$)/g, '');
}
