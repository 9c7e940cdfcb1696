// Tokens → Nodes. Never fails: what cannot be read costs a problem at its place, and what stands around it is kept.
import type { CST } from 'yaml';
import type { Span } from '../../../base/span';
import type { Node, PropertyNode, SyntaxProblem } from '../../node';
import { columnOf, tabbedIndent } from '../lines';
import { Anchors } from './anchors';
import { blockMap } from './blockMap';
import { blockSequence } from './blockSequence';
import { MAX_DEPTH, MAX_PROBLEMS } from './bounds';
import type { Draft, Mend } from './draft';
import { flowCollection } from './flow';
import { messages } from './messages';
import { type Props, type Reporter, readProps } from './props';
import type { ReadDocument, Reading } from './read';
import { blockString, flowString, plainNode, tagString, unclosedString } from './scalar';
import { longNameOf, ownTag } from './tags';
import { hasTemplateNear, hasTemplates } from './template';
import { endOf, isBlankToken, type SourceToken, type Token } from './tokens';

export interface Built {
  readonly roots: readonly Node[];
  readonly problems: readonly SyntaxProblem[];
  /** What keeps more from being read; once painted over, the text is worth another try. */
  readonly mends: readonly Mend[];
}

export function build(reading: Reading): Built {
  const { draft, documents } = reading;
  const problems = [...draft.problems, ...reading.problems];
  const mends: Mend[] = [];
  const roots: Node[] = [];
  for (const document of documents) {
    const builder = new Builder(draft, problems, mends);
    const root = builder.document(document);
    const before = roots.at(-1);
    if (document.isRest && before?.kind === 'object' && root?.kind === 'object') {
      const properties: readonly PropertyNode[] = [...before.properties, ...root.properties];
      roots[roots.length - 1] = {
        kind: 'object',
        span: { start: before.span.start, end: root.span.end },
        properties,
      };
    } else if (root) {
      roots.push(root);
    }
  }
  return { roots, problems, mends };
}

/** What is known while one document is read. The parts of the reader call each other through it. */
export class Builder implements Reporter {
  readonly draft: Draft;
  readonly eol: string;
  /** Whether the document ends early, because it is nested too deep: its brackets are not closed then. */
  isCut = false;
  readonly #problems: SyntaxProblem[];
  readonly #mends: Mend[];
  readonly #anchors = new Anchors();
  /** Nodes so far, with those behind aliases. */
  #size = 0;
  /** The deepest level since an anchor began. */
  #deepest = 0;
  /** Whether it was said that aliases repeat too much; each alias below would say it again. */
  #isTooMuch = false;
  /** The column of the last line that was out of line. */
  #unaligned: number | undefined;
  readonly #hasTemplates: boolean;

  constructor(draft: Draft, problems: SyntaxProblem[], mends: Mend[]) {
    this.draft = draft;
    this.#problems = problems;
    this.#mends = mends;
    this.#hasTemplates = hasTemplates(draft.original);
    this.eol = draft.original.includes('\r\n') ? '\r\n' : '\n';
  }

  problem(message: string, start: number, end: number): void {
    if (this.#hasTemplates && hasTemplateNear(this.draft.original, start)) return;
    const tab = message === messages.unaligned ? tabbedIndent(this.draft.original, start) : undefined;
    if (tab) this.#tabbed(tab);
    else if (message === messages.unaligned && this.#isSameColumn(start)) return;
    else if (this.#problems.length < MAX_PROBLEMS) this.#problems.push({ message, span: { start, end } });
  }

  /** Whether the line out of line before stood in this column: the lines of a mapping are so together. */
  #isSameColumn(offset: number): boolean {
    const column = columnOf(this.draft.text, offset);
    const isSame = column === this.#unaligned;
    this.#unaligned = column;
    return isSame;
  }

  /** A tab is why the line is not in line; said once for it, however often it is met. */
  #tabbed(span: Span): void {
    const isSaid = this.#problems.some((each) => each.message === messages.tab && each.span.end === span.end);
    if (!isSaid) this.problem(messages.tab, span.start, span.end);
  }

  mend(mend: Mend): void {
    this.#mends.push(mend);
  }

  document({ token: { start, value } }: ReadDocument): Node | undefined {
    const asked = {
      indicator: 'doc-start',
      inFlow: false,
      next: value,
      parentIndent: 0,
      startOnNewline: true,
    } as const;
    const props = readProps(start, asked, this);
    const isBlock = value?.type === 'block-map' || value?.type === 'block-seq';
    if (props.indicator && isBlock && !props.hasNewline)
      this.problem(messages.blockOnMark, value.offset, value.offset + 1);
    return this.value(value, props, 0);
  }

  /** The value that a token stands for, with its tag and anchor; `undefined` where there is none. */
  value(token: Token | null | undefined, props: Props, depth: number): Node | undefined {
    const { anchor, tag } = props;
    if (!anchor) return this.#tagged(token ?? undefined, tag, depth);
    const name = anchor.source.slice(1);
    if (name === '') this.problem(messages.noName, anchor.offset, anchor.offset + 1);
    const size = this.#size;
    const deepest = this.#deepest;
    this.#deepest = depth;
    this.#anchors.open(name);
    const node = this.#tagged(token ?? undefined, tag, depth);
    this.#anchors.close(name, { node, size: this.#size - size + 1, depth: this.#deepest - depth });
    this.#deepest = Math.max(this.#deepest, deepest);
    return node;
  }

  #tagged(token: Token | undefined, tag: SourceToken | undefined, depth: number): Node | undefined {
    if (!tag) return token && this.#bare(token, depth, undefined);
    const own = ownTag(tag.source);
    if (own) return token && this.#bare(token, depth, own === 'str' ? 'text' : 'core');
    if (token?.type === 'alias') this.problem(messages.aliasTagged, token.offset, endOf(token));
    const value = token && this.#bare(token, depth + 1, 'text');
    const at = { start: tag.offset, end: tag.offset + tag.source.length };
    const span = { start: at.start, end: token ? endOf(token) : at.end };
    const name = longNameOf(tag.source);
    if (name === undefined) return { kind: 'dynamic', span, what: tag.source, parts: [] };
    return {
      kind: 'object',
      span,
      properties: [{ kind: 'property', span, key: tagString(name, at), value }],
    };
  }

  /** `as`: whether a scalar is a text whatever it looks like, or what it looks like even between quotes. */
  #bare(token: Token, depth: number, as: 'text' | 'core' | undefined): Node | undefined {
    if (depth > MAX_DEPTH) return this.#tooDeep(token);
    this.#size += 1;
    if (depth > this.#deepest) this.#deepest = depth;
    if ('end' in token && token.type !== 'flow-collection') this.behind(token.end);
    switch (token.type) {
      case 'alias':
        return this.#alias(token, depth);
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        return this.#scalar(token, as);
      case 'block-scalar':
        return blockString(token, this.draft.original, this);
      case 'block-map':
        return blockMap(this, token, depth);
      case 'block-seq':
        return blockSequence(this, token, depth);
      case 'flow-collection':
        return flowCollection(this, token, depth);
      default: {
        const span = { start: token.offset, end: token.offset + 1 };
        this.problem(messages.unexpected, span.start, span.end);
        return this.broken(span);
      }
    }
  }

  #scalar(token: CST.FlowScalar, as: 'text' | 'core' | undefined): Node | undefined {
    const { type, source } = token;
    if (type === 'scalar' && source === '' && as === undefined) return undefined;
    const isBare = type === 'scalar' ? as !== 'text' : as === 'core';
    const text = flowString(token, this);
    return (isBare && plainNode(text.value, text.span)) || text;
  }

  #alias(token: CST.FlowScalar, depth: number): Node | undefined {
    const unclosed = this.draft.unclosed.get(token.offset);
    const span = { start: token.offset, end: unclosed ?? token.offset + token.source.length };
    if (unclosed !== undefined) return unclosedString(this.draft.original, span, token.indent, this);
    const resolved = this.#anchors.resolve(token.source.slice(1), depth);
    if (resolved.kind === 'problem') {
      const isSaid = resolved.message === messages.repeated && this.#isTooMuch;
      this.#isTooMuch ||= resolved.message === messages.repeated;
      if (!isSaid) this.problem(resolved.message, span.start, span.end);
      return this.broken(span, 'an alias');
    }
    this.#size += resolved.size;
    this.#deepest = Math.max(this.#deepest, depth + resolved.depth);
    return resolved.node;
  }

  #tooDeep(token: Token): Node {
    this.isCut = true;
    const span = { start: token.offset, end: endOf(token) };
    this.problem(messages.tooDeep, span.start, span.start + 1);
    return this.broken(span, 'deep nesting');
  }

  broken(span: Span, what = 'a syntax error'): Node {
    return { kind: 'dynamic', span, what, parts: [] };
  }

  /** What stands behind a value on its line: nothing but blanks and comments. */
  behind(tokens: readonly SourceToken[] | undefined): void {
    if (!tokens || tokens.every(({ type }) => type === 'newline')) return;
    let hasSpace = false;
    const odd: SourceToken[] = [];
    for (const token of tokens) {
      if (token.type === 'comment' && !hasSpace)
        this.problem(messages.commentSpace, token.offset, token.offset + token.source.length);
      if (!isBlankToken(token)) odd.push(token);
      hasSpace = token.type === 'space' || token.type === 'newline';
    }
    const first = odd[0];
    const last = odd.at(-1);
    if (first && last) this.problem(messages.follows, first.offset, last.offset + last.source.length);
  }
}
