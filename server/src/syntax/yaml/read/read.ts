// Text → the tokens that the `yaml` package's lexer and parser make of it, with all comments. Strings that swallow
// lines are found here, and what the parser gives up on is read for itself. No nodes yet.
//
// Its tokens are taken rather than its documents: they hold what is half-typed, and save the second half of the work.
import { type CST, Lexer, Parser } from 'yaml';
import type { Span } from '../../../base/span';
import type { Comment, SyntaxProblem } from '../../node';
import { isFirstOnLine, lineStartOf, tabbedIndent } from '../lines';
import { MAX_DEPTH, MAX_TRIES } from './bounds';
import { type Draft, paintBlank, paintUnclosed } from './draft';
import { messages } from './messages';
import { isClosed, stray } from './tokens';

export interface ReadDocument {
  readonly token: CST.Document;
  /** It is what the parser could not read as part of the document before it. */
  readonly isRest: boolean;
}

export interface Reading {
  readonly draft: Draft;
  readonly documents: readonly ReadDocument[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}

/** Why a pass over the text ended. */
type Outcome =
  | { readonly kind: 'done' }
  /** A string at `offset` has no closing quote. */
  | { readonly kind: 'unclosed'; readonly offset: number; readonly inFlow: boolean }
  /** What begins at `offset` is no part of the document before it. */
  | { readonly kind: 'rest'; readonly offset: number }
  /** What is nested too deep ends before the line at `offset`. */
  | { readonly kind: 'deep'; readonly offset: number };

/** The lexer's sign that the next lexeme is a text. */
const SCALAR = '\x1f';

export function readTokens(draft: Draft): Reading {
  return new TokenReader(draft, { start: 0, end: draft.text.length }).read();
}

/** Reads whole lines of a text as if there were no others. */
export function readPart(draft: Draft, part: Span): Reading {
  return new TokenReader(draft, part).read();
}

class TokenReader {
  #draft: Draft;
  readonly #part: Span;
  #documents: ReadDocument[] = [];
  #comments: Comment[] = [];
  #problems: SyntaxProblem[] = [];

  constructor(draft: Draft, part: Span) {
    this.#draft = draft;
    this.#part = part;
  }

  read(): Reading {
    let from = this.#part.start;
    for (let tries = 0; from < this.#part.end; tries++) {
      const documents = this.#documents.length;
      const comments = this.#comments.length;
      const outcome = this.#pass(from, tries < MAX_TRIES);
      if (outcome.kind === 'done') break;
      if (outcome.kind === 'unclosed') {
        this.#draft = paintUnclosed(this.#draft, outcome.offset, outcome.inFlow);
        this.#documents.length = documents;
        this.#comments.length = comments;
        continue;
      }
      if (outcome.kind === 'deep') {
        if (tries >= MAX_TRIES) break;
        from = outcome.offset;
        continue;
      }
      const sign = tries < MAX_TRIES ? straySign(this.#draft.text, outcome.offset) : undefined;
      if (sign) {
        this.#draft = paintBlank(this.#draft, [
          { span: sign, problem: { message: messages.unexpected, span: sign } },
        ]);
        this.#documents.length = documents;
        this.#comments.length = comments;
        continue;
      }
      this.#comments = this.#comments.filter(({ span }) => span.start < outcome.offset);
      if (tries >= MAX_TRIES || outcome.offset < from) break;
      from = this.#restart(outcome.offset, from);
    }
    return {
      draft: this.#draft,
      documents: this.#documents,
      comments: this.#comments,
      problems: this.#problems,
    };
  }

  #pass(from: number, mayRepeat: boolean): Outcome {
    const { text } = this.#draft;
    const parser = new Parser();
    parser.offset = from;
    let isRest = from > this.#part.start;
    let isText = false;
    for (const lexeme of new Lexer().lex(text.slice(from, this.#part.end))) {
      const outcome = isText ? undefined : this.#look(lexeme, parser, mayRepeat);
      if (outcome) return outcome;
      isText = lexeme === SCALAR;
      for (const token of parser.next(lexeme)) {
        const offset = this.#take(token, isRest);
        if (offset !== undefined) return { kind: 'rest', offset };
        isRest &&= token.type !== 'document';
      }
      // What is nested deeper is not even looked at.
      if (parser.stack.length > MAX_DEPTH + 4) return this.#leave(parser, isRest);
    }
    for (const token of parser.end()) {
      const offset = this.#take(token, isRest);
      if (offset !== undefined) return { kind: 'rest', offset };
    }
    return { kind: 'done' };
  }

  /** Ends a document that is nested too deep; what stands in the first column below it is read again. */
  #leave(parser: Parser, isRest: boolean): Outcome {
    const { offset } = parser;
    for (const token of parser.end()) this.#take(token, isRest);
    const topLevel = /\n(?=[\w"'])/g;
    topLevel.lastIndex = offset;
    return { kind: 'deep', offset: (topLevel.exec(this.#draft.text)?.index ?? this.#draft.text.length) + 1 };
  }

  /** Keeps comments, and stops at a string that swallows what follows it. */
  #look(lexeme: string, parser: Parser, mayRepeat: boolean): Outcome | undefined {
    const { offset } = parser;
    const first = lexeme[0];
    if (first === '#') {
      this.#comments.push({ span: { start: offset, end: offset + lexeme.length }, text: lexeme });
    } else if (mayRepeat && (first === '"' || first === "'")) {
      const inFlow = parser.stack.at(-1)?.type === 'flow-collection';
      const next = this.#draft.text[offset + lexeme.length];
      if (swallows(lexeme, next, inFlow)) return { kind: 'unclosed', offset, inFlow };
    }
    return undefined;
  }

  /** Keeps documents. The offset of what follows one and cannot be part of it. */
  #take(token: CST.Token, isRest: boolean): number | undefined {
    if (token.type === 'error') return token.offset;
    if (token.type !== 'document') return undefined;
    this.#documents.push({ token, isRest });
    return stray(token.end)?.offset;
  }

  /** Where to go on: with the line, so that its indentation counts. */
  #restart(offset: number, from: number): number {
    const { text } = this.#draft;
    const lineStart = lineStartOf(text, offset);
    const isLine = isFirstOnLine(text, offset);
    const end = offset + (/[^\r\n]+/.exec(text.slice(offset, offset + 1000))?.[0].length ?? 1);
    const tab = tabbedIndent(text, offset);
    const message = isLine ? messages.unaligned : messages.follows;
    this.#problems.push(
      tab ? { message: messages.tab, span: tab } : { message, span: { start: offset, end } },
    );
    return isLine && lineStart > from ? lineStart : offset > from ? offset : end;
  }
}

/** Closing brackets and other signs that cannot stand where they do. */
function straySign(text: string, offset: number): Span | undefined {
  const sign = /[\]},%@`]+/y;
  sign.lastIndex = offset;
  return sign.test(text) ? { start: offset, end: sign.lastIndex } : undefined;
}

/**
 * Whether a quoted lexeme holds more than was meant: it ends at a line that is indented less, or what follows shows
 * that its last quote was to open the next string.
 */
function swallows(lexeme: string, next: string | undefined, inFlow: boolean): boolean {
  const isLong = lexeme.includes('\n');
  if (!isClosed(lexeme)) return isLong;
  return (isLong || inFlow) && next !== undefined && !/[\s,\]}:#]/.test(next);
}
