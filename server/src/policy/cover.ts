// Which entries of one list say nothing more, since another entry of that list matches all that they match.
import { globCovers, globMatches, isGlob } from '../base/glob';
import type { ArrayNode, Node } from '../syntax/node';
import { holeName, isNamed, templateTexts } from './templateText';
import { hasHole, type PolicyText, withHoles } from './text';
import type { PatternElement } from './types';

/** An item of a list with the text that it is. */
export interface Entry {
  readonly item: Node;
  readonly text: PolicyText;
}

/** An entry and the others that it makes superfluous, in source order. */
export interface Cluster {
  readonly covering: Entry;
  readonly covered: readonly [Entry, ...Entry[]];
}

export interface Redundancy {
  readonly array: ArrayNode;
  readonly clusters: readonly Cluster[];
}

/**
 * Finds superfluous entries in the list of an element. Only what stands in the list itself is compared: of two
 * branches of an `If` just one comes to hold. `undefined` where nothing is superfluous.
 */
export function redundancyOf(
  element: PatternElement,
  letterCase: 'ignore-case' | 'keep-case',
): Redundancy | undefined {
  return redundancyIn(element.property.value, letterCase, (texts) => coveringsOf(texts, covers));
}

/** The same of any list, whose texts cover each other as `coverings` says. */
export function redundancyIn(
  list: Node | undefined,
  letterCase: 'ignore-case' | 'keep-case',
  coverings: (texts: readonly string[]) => Coverings | undefined,
): Redundancy | undefined {
  if (list?.kind !== 'array' || list.items.length < 2) return undefined;
  const texts: string[] = [];
  const ignoreCase = letterCase === 'ignore-case';
  for (let i = 0; i < list.items.length; i++) {
    const item = list.items[i];
    // Nearly all are strings, which need no more than this.
    if (item?.kind === 'string') {
      texts.push(ignoreCase ? item.value.toLowerCase() : item.value);
      continue;
    }
    const text = item && textOf(item);
    if (text) texts.push(marked(text, ignoreCase));
  }
  const found = coverings(texts);
  return found && { array: list, clusters: clustersOf(entriesOf(list), found) };
}

function entriesOf({ items }: ArrayNode): readonly Entry[] {
  return items.flatMap((item) => {
    const text = textOf(item);
    return text ? [{ item, text }] : [];
  });
}

/** Of an item that is one text, whose holes are the same text wherever they stand. */
function textOf(item: Node): PolicyText | undefined {
  if (item.kind === 'string') return item;
  if (item.kind !== 'dynamic') return undefined;
  const [part, other] = item.isExact ? item.parts : [];
  if (part?.kind === 'string' && !other) return part;
  const [text, second] = item.template ? templateTexts(item) : [];
  if (!text || second) return undefined;
  return text.holes.every((hole) => isNamed(holeName(text, hole))) ? text : undefined;
}

/** Stands in the name of a hole, which is no policy variable of the same name. */
const MARK = '\uF8FF';

/** The names of holes keep their case: `var.a` is not `var.A`. */
function marked(text: PolicyText, ignoreCase: boolean): string {
  if (!hasHole(text)) return ignoreCase ? text.value.toLowerCase() : text.value;
  const value = withHoles(text, (name) => `\${${MARK}${name}}`);
  if (!ignoreCase) return value;
  return value
    .split(/(\$\{\uF8FF[^}]*\})/)
    .map((part, i) => (i % 2 === 0 ? part.toLowerCase() : part))
    .join('');
}

/** A pattern of the list, with pieces that whatever it covers must have; most pairs are told apart by them. */
interface Wide {
  readonly index: number;
  readonly text: string;
  /** Before the first wildcard. */
  readonly head: string;
  /** The longest piece between two wildcards. */
  readonly core: string;
  /** Behind the last wildcard. */
  readonly tail: string;
  readonly covers: Covering;
}

/** For each text of a list the place of one that makes it superfluous. */
export type Coverings = readonly (number | undefined)[];

/** Whether a text matches all that another one matches. */
export type Covering = (wider: string, narrower: string) => boolean;

/** `covering`: of texts with wildcards; left out: there are none. `undefined` where no text is superfluous. */
export function coveringsOf(texts: readonly string[], covering?: Covering): Coverings | undefined {
  const isRepeated = hasTwice(texts);
  const wides = covering ? widesIn(texts, covering) : none;
  if (!isRepeated && wides.length === 0) return undefined;
  // From behind, so that the first place of a text is the one that stays.
  const firsts = new Map(isRepeated ? texts.map((text, index) => [text, index] as const).reverse() : []);
  const coverings = texts.map(
    (text, index) => coveringOf(text, index, wides) ?? earlier(firsts.get(text), index),
  );
  return coverings.some((covering) => covering !== undefined) ? coverings : undefined;
}

/** Whether a text stands twice. Of short lists, as most are, each is compared with each: that is quicker than a set. */
function hasTwice(texts: readonly string[]): boolean {
  if (texts.length > SHORT) return new Set(texts).size < texts.length;
  for (let i = 1; i < texts.length; i++) if (texts.indexOf(texts[i] ?? '') < i) return true;
  return false;
}

const SHORT = 8;

/** The patterns with a wildcard: by the length of a beginning without one, and by that. */
type Wides = readonly (ReadonlyMap<string, readonly Wide[]> | undefined)[];

const none: Wides = [];

function widesIn(texts: readonly string[], covering: Covering): Wides {
  const wides: (Map<string, Wide[]> | undefined)[] = [];
  texts.forEach((text, index) => {
    if (!isGlob(text)) return;
    const wide = wideOf(text, index, covering);
    const start = wide.head.slice(0, START);
    const ofLength = wides[start.length] ?? new Map<string, Wide[]>();
    wides[start.length] = ofLength;
    const known = ofLength.get(start);
    if (known) known.push(wide);
    else ofLength.set(start, [wide]);
  });
  return wides;
}

function wideOf(text: string, index: number, covers: Covering): Wide {
  const [head = '', ...pieces] = text.split(/[*?]/);
  const tail = pieces.pop() ?? '';
  const core = pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
  return { index, text, head, core, tail, covers };
}

/** So many characters tell most services apart. */
const START = 4;

function coveringOf(text: string, index: number, wides: Wides): number | undefined {
  for (let length = 0; length < wides.length; length++) {
    const wider = wides[length]?.get(text.slice(0, length))?.find((wide) => isCovered(text, index, wide));
    if (wider) return wider.index;
  }
  return undefined;
}

function isCovered(text: string, index: number, wide: Wide): boolean {
  return (
    text.startsWith(wide.head) &&
    text.endsWith(wide.tail) &&
    text.includes(wide.core) &&
    wide.text !== text &&
    wide.covers(wide.text, text) &&
    // `s3:*` and `s3:**` cover each other: the first of them stays.
    (wide.index < index || !wide.covers(text, wide.text))
  );
}

function earlier(first: number | undefined, index: number): number | undefined {
  return first === index ? undefined : first;
}

/** Entries by the one that covers them and is not covered itself. */
function clustersOf(entries: readonly Entry[], coverings: Coverings): readonly Cluster[] {
  const clusters = new Map<number, Cluster>();
  coverings.forEach((covering, index) => {
    const entry = entries[index];
    const top = covering === undefined ? undefined : topOf(covering, coverings);
    const widest = top === undefined ? undefined : entries[top];
    if (top === undefined || !entry || !widest) return;
    const known = clusters.get(top);
    clusters.set(top, { covering: widest, covered: known ? [...known.covered, entry] : [entry] });
  });
  return [...clusters.values()];
}

function topOf(index: number, coverings: Coverings): number {
  const above = coverings[index];
  return above === undefined ? index : topOf(above, coverings);
}

const VARIABLE = /\$\{[^}]*\}/g;

/**
 * Whether a pattern matches all that another matches, whatever the policy variables in them come to be. The same
 * variable in both is the same text; one that only the narrower has can be any text.
 */
export function covers(wider: string, narrower: string): boolean {
  // Whatever covers a pattern matches its letters, and that is quickly seen.
  if (!globMatches(wider, narrower)) return false;
  if (!narrower.includes('${'))
    return !wider.includes('${') && (!isGlob(narrower) || globCovers(wider, narrower));
  if (wider.includes('?') || /\$\{[*?$]\}/.test(wider)) return false;
  const marks = new Map(
    (wider.match(VARIABLE) ?? []).map((name, i) => [name, String.fromCharCode(0xe000 + i)]),
  );
  const mark = (text: string) => text.replace(VARIABLE, (name) => marks.get(name) ?? '*');
  return globCovers(mark(wider), mark(narrower));
}
