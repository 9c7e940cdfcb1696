// Texts that are known in part: what a template says around its holes. What may fill a hole is looked up by discovery.
import { encloses, type Span } from '../base/span';
import type { DynamicNode, Node, TemplateHole, TemplatePiece } from '../syntax/node';

/**
 * A text put together from pieces, with `${name}` in place of each hole: `arn:aws:s3:::${var.bucket}/*`. A hole looks
 * like a policy variable, so what takes those for any text is right about holes too; `holes` tells which is which.
 * The same hole is the same text.
 */
export interface TemplateText {
  readonly kind: 'template';
  readonly span: Span;
  readonly value: string;
  /** In their order; empty where all of the text is known. */
  readonly holes: readonly TextHole[];
  /** The source span of the characters of `value` from `from` (inclusive) to `to` (exclusive). */
  spanOf(from: number, to: number): Span;
  /**
   * The source span of these characters where they stand there as one known piece, so that others can be written in
   * their place. `undefined` where a hole or what was looked up elsewhere is touched.
   */
  writtenAt(from: number, to: number): Span | undefined;
}

/** A hole by the offsets of its `${name}` in the text. */
export interface TextHole {
  readonly from: number;
  readonly to: number;
  /** Whether no `:` and no `/` can come of it. */
  readonly isWord: boolean;
  /** Whether it is none of the carrier's own, but filled before. */
  readonly isFilledBefore: boolean;
}

/** More combinations of what the holes can be are not looked at. */
const MOST_TEXTS = 16;
const MOST_DEPTH = 8;
/** Stands for a hole that has no name of its own. */
const UNNAMED = '…';

/** What a hole is named after: `var.bucket`. */
export function holeName({ value }: TemplateText, { from, to }: TextHole): string {
  return value.slice(from + 2, to - 1);
}

/** Whether wherever a hole of this name stands it is the same text; `uuid()` gives another one each time. */
export function isNamed(name: string): boolean {
  return !/[(…]|^Ref$|^Fn::/.test(name);
}

/**
 * The texts that a dynamic value can be, as far as they are known: one, or one for each combination of what may fill
 * its holes. Empty where nothing of the text is known.
 */
export function templateTexts({ template, span }: DynamicNode): readonly TemplateText[] {
  const texts = template && combine(template, 0, span);
  return texts?.some(isKnown) ? texts.map((stretches) => textOf(span, stretches)) : [];
}

/** A stretch of a text: known, or a hole. */
interface Stretch {
  readonly text: string;
  readonly hole?: Omit<TextHole, 'from' | 'to'>;
  /** What it is in the source, where it stands there as a piece of this very text. */
  readonly piece?: Exclude<TemplatePiece, TemplateHole>;
  /** The source span of its characters from `from` to `to`. */
  spanOf(from: number, to: number): Span;
}

type Stretches = readonly Stretch[];

function isKnown(stretches: Stretches): boolean {
  return stretches.some(({ text, hole }) => !hole && text !== '');
}

/** `undefined` where a piece decides on others, or is no text. */
function combine(
  pieces: readonly TemplatePiece[],
  depth: number,
  within: Span,
): readonly Stretches[] | undefined {
  let texts: Stretch[][] = [[]];
  for (const piece of pieces) {
    const options = piece.kind === 'hole' ? fillings(piece, depth) : [[known(piece, within)]];
    if (!options) return undefined;
    const [only, other] = options;
    if (only && !other) {
      for (const text of texts) text.push(...only);
      continue;
    }
    const fit = texts.length * options.length <= MOST_TEXTS;
    const added = fit ? options : [[hole({ what: UNNAMED }, piece.span)]];
    texts = texts.flatMap((text) => added.map((option) => [...text, ...option]));
  }
  return texts;
}

/** What may come of a hole. */
function fillings({ node, directive, span }: TemplateHole, depth: number): readonly Stretches[] | undefined {
  if (!node || directive !== undefined) return undefined;
  const plain = plainText(node);
  if (plain !== undefined) return [[filled(plain, span)]];
  if (node.kind !== 'dynamic') return undefined;
  const isEither = node.isExact === true && node.parts.length > 0 && depth < MOST_DEPTH;
  const parts = isEither
    ? node.parts.map((part) => fillings({ kind: 'hole', span, node: part }, depth + 1))
    : [];
  const options = parts.filter((part) => part !== undefined);
  if (isEither && options.length === parts.length) return options.flat();
  const inner = node.template && depth < MOST_DEPTH ? combine(node.template, depth + 1, span) : undefined;
  if (!inner?.some(isKnown)) return [[hole(node, span)]];
  return inner.map((stretches) =>
    stretches.map(({ text, hole: inHole }) => ({
      text,
      ...(inHole ? { hole: inHole } : {}),
      spanOf: () => span,
    })),
  );
}

function plainText(node: Node): string | undefined {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    default:
      return undefined;
  }
}

/** What was taken over as a whole from another place stands for where it was put. */
function known(node: Exclude<TemplatePiece, TemplateHole>, within: Span): Stretch {
  if (!encloses(within, node.span)) return filled(node.value, within);
  return { piece: node, text: node.value, spanOf: (from, to) => node.spanOf(from, to) };
}

/** Whether its characters stand there one by one; those of a text that was worked out all stand for the same place. */
function isWritten(piece: Exclude<TemplatePiece, TemplateHole>): boolean {
  const none = piece.spanOf(0, 0);
  const all = piece.spanOf(0, piece.value.length);
  return none.start === none.end && all.start < all.end;
}

function filled(text: string, span: Span): Stretch {
  return { text, spanOf: () => span };
}

type HoleFacts = Pick<DynamicNode, 'what' | 'isWord' | 'isFilledBefore'>;

/** An expression may hold what would be taken for a wildcard of the text: `a ? b : c`. */
function hole({ what, isWord = false, isFilledBefore = false }: HoleFacts, span: Span): Stretch {
  const name = /[*?]/.test(what) ? UNNAMED : what.replace(/[{}]/g, '');
  return { text: `\${${name}}`, hole: { isWord, isFilledBefore }, spanOf: () => span };
}

function textOf(span: Span, stretches: Stretches): TemplateText {
  let value = '';
  const starts: number[] = [];
  const holes: TextHole[] = [];
  for (const stretch of stretches) {
    const from = value.length;
    starts.push(from);
    value += stretch.text;
    if (stretch.hole) holes.push({ from, to: value.length, ...stretch.hole });
  }
  const spanOf = (from: number, to: number): Span => {
    const spans = stretches.flatMap((stretch, i) => {
      const start = starts[i] ?? 0;
      const end = start + stretch.text.length;
      const touched = from < end && start < to;
      return touched ? [stretch.spanOf(Math.max(from, start) - start, Math.min(to, end) - start)] : [];
    });
    const first = spans[0] ?? span;
    return { start: first.start, end: (spans.at(-1) ?? span).end };
  };
  const writtenAt = (from: number, to: number): Span | undefined => {
    const at = stretches.findIndex(({ text, piece }, i) => {
      const start = starts[i] ?? 0;
      return piece && start <= from && to <= start + text.length && isWritten(piece);
    });
    const start = starts[at] ?? 0;
    return stretches[at]?.spanOf(from - start, to - start);
  };
  return { kind: 'template', span, value, holes, spanOf, writtenAt };
}
