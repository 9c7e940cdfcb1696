// Looks at the tokens of the `yaml` package: which are blank, and where a value ends in the text.
import type { CST } from 'yaml';

export type Token = CST.Token;
export type SourceToken = CST.SourceToken;

export function isBlankToken({ type }: { readonly type: Token['type'] }): boolean {
  return type === 'space' || type === 'newline' || type === 'comment';
}

/** The first token behind a value that is neither blank nor a comment. */
export function stray(end: readonly SourceToken[] | undefined): SourceToken | undefined {
  return end?.find((token) => !isBlankToken(token));
}

/** The end of the last token that is neither blank nor a comment; `otherwise` where there is none. */
export function endOfTokens(tokens: readonly SourceToken[] | undefined, otherwise: number): number {
  const last = tokens?.findLast((token) => !isBlankToken(token));
  return last ? last.offset + last.source.length : otherwise;
}

/** Where a value ends in the source, without comments and line breaks behind it. */
export function endOf(token: Token): number {
  let end = token.offset;
  let at: Token | undefined = token;
  while (at) {
    end = Math.max(end, at.offset);
    switch (at.type) {
      case 'block-scalar':
        return endOfBlock(at);
      case 'flow-collection': {
        const close = at.end[0];
        if (close && !isBlankToken(close)) return close.offset + close.source.length;
        end = at.offset + 1;
        break;
      }
      case 'block-map':
      case 'block-seq':
      case 'document':
        break;
      default:
        return at.offset + at.source.length;
    }
    if (at.type === 'document') return end;
    const last: CST.CollectionItem | undefined = at.items.findLast(hasContent);
    if (!last) return end;
    end = endOfTokens(last.start, end);
    if (last.key)
      end = Math.max(end, last.value || last.sep?.some((each) => !isBlankToken(each)) ? 0 : endOf(last.key));
    end = endOfTokens(last.sep, end);
    at = last.value;
  }
  return end;
}

function hasContent({ start, key, sep, value }: CST.CollectionItem): boolean {
  return Boolean(key ?? value ?? stray(sep) ?? stray(start));
}

/** A block of text ends with its last line, before the line break. */
function endOfBlock(token: CST.BlockScalar): number {
  const { source } = token;
  let text = source.length;
  while (text > 0 && /\s/.test(source.charAt(text - 1))) text -= 1;
  if (text === 0) return headerEnd(token);
  const newline = source.indexOf('\n', text);
  const end = newline < 0 ? source.length : source[newline - 1] === '\r' ? newline - 1 : newline;
  return blockStart(token) + Math.max(text, end);
}

/** Where the lines of a block begin: behind the line of its header. */
export function blockStart({ offset, props }: CST.BlockScalar): number {
  return props.reduce((at, each) => at + ('source' in each ? each.source.length : 0), offset);
}

function headerEnd({ offset, props }: CST.BlockScalar): number {
  const header = props[0];
  return offset + (header && 'source' in header ? header.source.length : 1);
}

/** Whether the last character of a quoted lexeme is its closing quote. */
export function isClosed(lexeme: string): boolean {
  const quote = lexeme[0] ?? '';
  if (lexeme.length < 2 || !lexeme.endsWith(quote)) return false;
  const escape = quote === '"' ? '\\' : "'";
  let escapes = 0;
  while (lexeme.length - 2 - escapes > 0 && lexeme[lexeme.length - 2 - escapes] === escape) escapes += 1;
  return escapes % 2 === 0;
}
