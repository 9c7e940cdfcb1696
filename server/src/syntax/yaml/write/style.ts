// How a document is written: its indentation, its lists, its quotes. For writing more in the same way.
import { lineStartOf } from '../lines';
import type { Quote } from './quote';

export interface Style {
  /** Columns of one level. */
  readonly unit: number;
  /** Columns that the `-` of a list is indented more than its key. */
  readonly listIndent: number;
  readonly quote: Quote;
  /** Whether the keys between brackets stand in double quotes, as in JSON. */
  readonly isJson: boolean;
  readonly eol: string;
}

const LEVEL = /^( *)(?:- )*[^\s#-][^\n]*:[ \t]*\r?\n( +)(?=[^\s#-])/m;
const LIST = /^( *)[^\s#-][^\n]*:[ \t]*\r?\n( *)- /gm;

/** The style of a text around an offset. */
export function styleOf(text: string, offset: number): Style {
  const level = LEVEL.exec(text);
  const unit = level ? (level[2]?.length ?? 0) - (level[1]?.length ?? 0) : 2;
  return {
    unit: unit > 1 ? unit : 2,
    listIndent: listIndentNear(text, offset) ?? 2,
    quote: /(?:[-:,[{]\s+)(["'])/.exec(text)?.[1] === "'" ? "'" : '"',
    isJson: /[{,]\s*"[^"\n]*"\s*:/.test(
      text.slice(lineStartOf(text, Math.max(0, offset - 300)), offset + 300),
    ),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** Of the last list in front of the offset, or the first behind it. */
function listIndentNear(text: string, offset: number): number | undefined {
  let found: number | undefined;
  for (const match of text.matchAll(LIST)) {
    if (found !== undefined && match.index > offset) break;
    found = (match[2]?.length ?? 0) - (match[1]?.length ?? 0);
  }
  return found !== undefined && found >= 0 ? found : undefined;
}
