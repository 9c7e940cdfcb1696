// Values known only later, named by their source text. Reads nothing.
import type { DynamicNode, Node } from '../node';
import type { Reader } from './reader';

const LONGEST = 60;

/** A value known only later, from `start` to the end of the last token. */
export function dynamic(
  reader: Reader,
  start: number,
  known: Pick<DynamicNode, 'call' | 'template' | 'reference' | 'items' | 'loop'> & {
    readonly parts?: readonly Node[];
  } = {},
): DynamicNode {
  const { text, end } = reader;
  return { kind: 'dynamic', span: { start, end }, what: sourceName(text, start, end), parts: [], ...known };
}

/** A text that cannot be read as a value. */
export function unreadable(reader: Reader, start: number, what = 'a syntax error'): DynamicNode {
  return { kind: 'dynamic', span: { start, end: reader.end }, what, parts: [] };
}

/** The source text on one line and not too long. */
export function sourceName(text: string, start: number, end: number): string {
  const source = text.slice(start, Math.min(end, start + 4 * LONGEST));
  if (source.length <= LONGEST && !source.includes('\n')) return source;
  const line = source.replace(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
