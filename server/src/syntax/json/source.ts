// The text that a JSON tree was read from, and how its offsets and characters stand in the outermost document:
// as they are, or, for JSON inside a string, behind escapes or URL encoding. No parsing here.
import type { Span } from '../../base/span';
import type { StringNode } from '../node';
import type { Holes, TemplateEmbedding } from './template';

export interface JsonSource {
  readonly text: string;
  /** Whether it is the document itself, so that offsets and characters of both are the same. */
  readonly isDocument?: boolean;
  /** Offsets of this text → span in the outermost document. */
  span(start: number, end: number): Span;
  /** Offset in the outermost document → the nearest offset of this text. */
  offset(outer: number): number;
  /** Text of this level → the characters that stand for it in the outermost document. */
  encode(text: string): string;
  /** Of a text put together from pieces: where something is put in that is known only later. */
  readonly holes?: Holes;
}

/** The source of a document itself. */
export function documentSource(text: string): JsonSource {
  return {
    text,
    isDocument: true,
    span: (start, end) => ({ start, end }),
    offset: (outer) => Math.max(0, Math.min(outer, text.length)),
    encode: (inner) => inner,
  };
}

/** How a text is written inside a string: the text, where each of its characters starts, and how to write more. */
export interface Embedding {
  readonly text: string;
  /** Offset in the outermost document of each character, and of the end. */
  readonly offsets: ArrayLike<number>;
  encode(text: string): string;
}

/** The source of a text embedded in a string of another document. */
export function embeddedSource(embedding: Embedding): JsonSource {
  const { text, offsets } = embedding;
  const at = (index: number) => offsets[Math.max(0, Math.min(index, text.length))] ?? 0;
  return {
    text,
    span: (start, end) => ({ start: at(start), end: at(end) }),
    offset: (outer) => nearestTo(offsets, text.length, outer),
    encode: embedding.encode,
  };
}

/** The source of a text with holes. */
export function templateSource(embedding: TemplateEmbedding): JsonSource {
  return { ...embeddedSource(embedding), holes: embedding.holes };
}

/** JSON text inside a string of JSON or of another syntax: `"{\"Version\": …}"`. */
export function escapedEmbedding(node: StringNode): Embedding {
  return {
    text: node.value,
    offsets: stringOffsets(node),
    encode: (text) => node.encode?.(text) ?? JSON.stringify(text).slice(1, -1),
  };
}

/**
 * JSON text that is URL-encoded inside a string, as IAM's API returns policy documents (RFC 3986).
 * `undefined` where the text is not valid URL encoding.
 */
export function urlEmbedding(node: StringNode): Embedding | undefined {
  const encoded = node.value;
  const text = decodeUrl(encoded);
  if (text === undefined) return undefined;
  const outer = stringOffsets(node);
  const offsets = new Int32Array(text.length + 1);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    offsets[i] = outer[at] ?? 0;
    at += encodedLength(encoded, at, text, i);
  }
  offsets[text.length] = outer[encoded.length] ?? 0;
  return { text, offsets, encode: (inner) => encodeURIComponent(inner) };
}

function decodeUrl(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** How many characters of the encoded text, from `at`, stand for the decoded UTF-16 unit at `index`. */
function encodedLength(encoded: string, at: number, text: string, index: number): number {
  if (encoded[at] !== '%') return 1;
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return 3;
  if (unit < 0x800) return 6;
  const isLowSurrogate = unit >= 0xdc00 && unit < 0xe000;
  const isHighSurrogate = unit >= 0xd800 && unit < 0xdc00;
  // The four bytes of an emoji stand for two UTF-16 units; they are counted with the second one.
  if (isHighSurrogate) return 0;
  return isLowSurrogate ? 12 : 9;
}

function stringOffsets(node: StringNode): Int32Array {
  const offsets = new Int32Array(node.value.length + 1);
  for (let i = 0; i <= node.value.length; i++) offsets[i] = node.spanOf(i, i).start;
  return offsets;
}

/** The last index at or in front of an offset; of several that stand in the same place the first. */
function nearestTo(offsets: ArrayLike<number>, last: number, outer: number): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= outer) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && offsets[low - 1] === offsets[low]) low -= 1;
  return low;
}
