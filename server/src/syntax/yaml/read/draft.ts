// A text on its way to being read: what cannot be read is painted over by as many other characters, so that offsets
// hold. What a broken part was taken for is kept beside it.
import type { Span } from '../../../base/span';
import type { Gap } from '../../gaps';
import type { SyntaxProblem } from '../../node';
import { MAX_PROBLEMS } from './bounds';
import { messages } from './messages';
import { templateLines } from './template';

/** A part that keeps the rest from being read; it is to be painted over by spaces. */
export interface Mend {
  readonly span: Span;
  readonly problem: SyntaxProblem;
}

export interface Draft {
  /** The document as it is. */
  readonly original: string;
  /** Of the same length, with the broken parts painted over. */
  readonly text: string;
  /** The lines of templates, which are painted over. */
  readonly templates: readonly Gap[];
  /** Strings without a closing quote: start → end. In `text` an alias stands for each. */
  readonly unclosed: ReadonlyMap<number, number>;
  readonly problems: readonly SyntaxProblem[];
}

/** A text as it is, but for the lines of templates. */
export function draftOf(text: string): Draft {
  const templates = templateLines(text);
  const blanked = blank(
    text,
    templates.map(({ span }) => span),
  );
  return { original: text, text: blanked, templates, unclosed: new Map(), problems: [] };
}

export function paintBlank(draft: Draft, mends: readonly Mend[]): Draft {
  const spans = mends.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const said = mends.slice(0, MAX_PROBLEMS).map(({ problem }) => problem);
  return { ...draft, text: blank(draft.text, spans), problems: [...draft.problems, ...said] };
}

function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    if (start < done) continue;
    pieces.push(text.slice(done, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    done = end;
  }
  return pieces.join('') + text.slice(done);
}

/** Takes the string at `start` to end on its line; in brackets at what could end an item. */
export function paintUnclosed(draft: Draft, start: number, inFlow: boolean): Draft {
  const rest = inFlow ? /[^,\]}\r\n]*/y : /[^\r\n]*/y;
  rest.lastIndex = start;
  const content = rest.exec(draft.text)?.[0].trimEnd() ?? '';
  const end = start + Math.max(1, content.length);
  const text = `${draft.text.slice(0, start)}*${'x'.repeat(end - start - 1)}${draft.text.slice(end)}`;
  const problem = { message: messages.unclosed(draft.text.charAt(start)), span: { start, end } };
  return {
    ...draft,
    text,
    unclosed: new Map(draft.unclosed).set(start, end),
    problems: [...draft.problems, problem],
  };
}
