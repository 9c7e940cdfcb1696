// Lines and columns of a text, by offset. No YAML.
import type { Span } from '../../base/span';

/** Where the line of an offset begins. */
export function lineStartOf(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, in front of its line break. */
export function lineEndOf(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Where the next line begins; the end of the text where there is none. */
export function nextLineOf(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStartOf(text, offset);
}

/** Whether nothing but white space stands in front of an offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(lineStartOf(text, offset), offset).trim() === '';
}

/** The white space in front of what stands first on its line, where a tab is in it. */
export function tabbedIndent(text: string, offset: number): Span | undefined {
  const start = lineStartOf(text, offset);
  const indent = text.slice(start, offset);
  return /^ *\t[ \t]*$/.test(indent) ? { start, end: offset } : undefined;
}
