// What stands in front of a key or value: the sign that announces it, its tag and its anchor. No values.
import type { SyntaxProblem } from '../../node';
import type { Mend } from './draft';
import { messages } from './messages';
import type { SourceToken, Token } from './tokens';

/** Where problems go. */
export interface Reporter {
  /** How lines end in the text. */
  readonly eol: string;
  problem(message: string, start: number, end: number): void;
  /** A problem that keeps the rest from being read. */
  mend(mend: Mend): void;
}

export interface Props {
  readonly anchor: SourceToken | undefined;
  readonly tag: SourceToken | undefined;
  /** `-`, `?`, `:` or `---`, as was asked for. */
  readonly indicator: SourceToken | undefined;
  readonly comma: SourceToken | undefined;
  readonly hasNewline: boolean;
  /** Whether a line ends behind the tag or anchor. */
  readonly newlineBehindTag: boolean;
}

export interface PropsAsked {
  readonly indicator: 'doc-start' | 'explicit-key-ind' | 'map-value-ind' | 'seq-item-ind';
  readonly inFlow: boolean;
  /** What the tokens stand in front of. */
  readonly next: Token | null | undefined;
  readonly parentIndent: number;
  readonly startOnNewline: boolean;
}

/** Reads the tokens in front of a key or value. */
export function readProps(
  tokens: readonly SourceToken[] | undefined,
  asked: PropsAsked,
  reporter: Reporter,
): Props {
  if (tokens === undefined || tokens.length === 0) return noProps;
  return quickProps(tokens, asked) ?? new PropsReader(asked, reporter).read(tokens);
}

/** The usual few signs and blanks, of which nothing can be wrong; `undefined` where there is more. */
function quickProps(tokens: readonly SourceToken[], { indicator, inFlow }: PropsAsked): Props | undefined {
  let found: SourceToken | undefined;
  let comma: SourceToken | undefined;
  let hasNewline = false;
  for (const token of tokens) {
    const { type } = token;
    if (type === 'space') {
      if (token.source.includes('\t')) return undefined;
    } else if (type === 'newline') {
      hasNewline = true;
    } else if (type === indicator && !found) {
      found = token;
    } else if (type === 'comma' && inFlow && !comma) {
      comma = token;
    } else {
      return undefined;
    }
  }
  return { anchor: undefined, tag: undefined, indicator: found, comma, hasNewline, newlineBehindTag: false };
}

/** Where there are no tokens to read. */
export const noProps: Props = {
  anchor: undefined,
  tag: undefined,
  indicator: undefined,
  comma: undefined,
  hasNewline: false,
  newlineBehindTag: false,
};

class PropsReader {
  readonly #asked: PropsAsked;
  readonly #reporter: Reporter;
  #anchor: SourceToken | undefined;
  #tag: SourceToken | undefined;
  #indicator: SourceToken | undefined;
  #comma: SourceToken | undefined;
  #tab: SourceToken | undefined;
  #hasNewline = false;
  #newlineBehindTag = false;
  #atNewline: boolean;
  #hasSpace: boolean;
  #needsSpace = false;

  constructor(asked: PropsAsked, reporter: Reporter) {
    this.#asked = asked;
    this.#reporter = reporter;
    this.#atNewline = asked.startOnNewline;
    this.#hasSpace = asked.startOnNewline;
  }

  read(tokens: readonly SourceToken[]): Props {
    for (const token of tokens) this.#token(token);
    this.#end();
    return {
      anchor: this.#anchor,
      tag: this.#tag,
      indicator: this.#indicator,
      comma: this.#comma,
      hasNewline: this.#hasNewline,
      newlineBehindTag: this.#newlineBehindTag,
    };
  }

  #token(token: SourceToken): void {
    const { type } = token;
    if (this.#needsSpace && type !== 'space' && type !== 'newline' && type !== 'comma')
      this.#report(messages.tagSpace, token);
    this.#needsSpace = false;
    if (this.#tab && this.#atNewline && type !== 'comment' && type !== 'newline') this.#badTab(this.#tab);
    this.#tab = undefined;
    switch (type) {
      case 'space':
        if (this.#asked.indicator !== 'doc-start' || this.#asked.next?.type !== 'flow-collection')
          this.#tab = !this.#asked.inFlow && token.source.includes('\t') ? token : undefined;
        this.#hasSpace = true;
        return;
      case 'comment':
        if (!this.#hasSpace) this.#report(messages.commentSpace, token);
        this.#atNewline = false;
        return;
      case 'newline':
        this.#atNewline = true;
        this.#hasNewline = true;
        this.#hasSpace = true;
        if (this.#anchor || this.#tag) this.#newlineBehindTag = true;
        return;
      case 'anchor':
        if (this.#anchor) this.#report(messages.twice, token);
        this.#anchor = token;
        this.#behindTag();
        return;
      case 'tag':
        if (this.#tag) this.#report(messages.twice, token);
        this.#tag = token;
        this.#behindTag();
        return;
      default:
        this.#sign(token);
    }
  }

  #behindTag(): void {
    this.#atNewline = false;
    this.#hasSpace = false;
    this.#needsSpace = true;
  }

  #sign(token: SourceToken): void {
    const { indicator, inFlow } = this.#asked;
    this.#hasSpace = false;
    this.#atNewline = false;
    if (token.type === indicator) {
      if (this.#anchor || this.#tag) this.#report(messages.tagOrder, token);
      if (this.#indicator) this.#report(messages.unexpected, token);
      this.#indicator = token;
      this.#atNewline = indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
    } else if (token.type === 'comma' && inFlow) {
      if (this.#comma) this.#report(messages.extraComma, token);
      this.#comma = token;
    } else {
      this.#report(messages.unexpected, token);
    }
  }

  #end(): void {
    const { next, parentIndent } = this.#asked;
    const isBlock = next?.type === 'block-map' || next?.type === 'block-seq';
    if (this.#tab && ((this.#atNewline && this.#tab.indent <= parentIndent) || isBlock))
      this.#badTab(this.#tab);
    if (this.#needsSpace && next && !(next.type === 'scalar' && next.source === ''))
      this.#reporter.problem(messages.tagSpace, next.offset, next.offset + 1);
  }

  #badTab({ offset, source }: SourceToken): void {
    const span = { start: offset, end: offset + source.length };
    const problem: SyntaxProblem = { message: messages.tab, span };
    this.#reporter.mend({ span, problem });
  }

  #report(message: string, { offset, source }: SourceToken): void {
    this.#reporter.problem(message, offset, offset + source.length);
  }
}
