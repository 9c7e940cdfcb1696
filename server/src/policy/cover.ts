// Which entries of one list say nothing more, since another entry of that list matches all that they match.
import { globCovers, isGlob } from '../base/glob';
import type { ArrayNode, StringNode } from '../syntax/node';
import type { PatternElement } from './types';

/** An entry and the others that it makes superfluous, in source order. */
export interface Cluster {
  readonly covering: StringNode;
  readonly covered: readonly [StringNode, ...StringNode[]];
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
  const array = element.property.value;
  if (array?.kind !== 'array' || array.items.length < 2) return undefined;
  const entries = array.items.filter((item) => item.kind === 'string');
  const clusters = clustersOf(entries, letterCase === 'ignore-case');
  return clusters.length === 0 ? undefined : { array, clusters };
}

function clustersOf(entries: readonly StringNode[], ignoreCase: boolean): readonly Cluster[] {
  const texts = entries.map(({ value }) => (ignoreCase ? value.toLowerCase() : value));
  const firsts = new Map<string, number>();
  texts.forEach((text, index) => {
    if (!firsts.has(text)) firsts.set(text, index);
  });
  const wide = [...firsts.values()].filter((index) => isGlob(texts[index] ?? ''));
  if (wide.length === 0 && firsts.size === entries.length) return [];
  return groups(
    entries,
    texts.map((text, index) => coverOf(text, index, texts, firsts, wide)),
  );
}

/** The place of a wider entry, or of the first of equal ones; `undefined` where the entry says something itself. */
function coverOf(
  text: string,
  index: number,
  texts: readonly string[],
  firsts: ReadonlyMap<string, number>,
  wide: readonly number[],
): number | undefined {
  const wider = wide.find((other) => {
    const pattern = texts[other] ?? '';
    if (pattern === text || !covers(pattern, text)) return false;
    // `s3:*` and `s3:**` cover each other: the first of them stays.
    return other < index || !covers(text, pattern);
  });
  const first = firsts.get(text);
  return wider ?? (first === index ? undefined : first);
}

/** Entries by the one that covers them and is not covered itself. */
function groups(
  entries: readonly StringNode[],
  coverings: readonly (number | undefined)[],
): readonly Cluster[] {
  const clusters = new Map<number, Cluster>();
  coverings.forEach((cover, index) => {
    const entry = entries[index];
    const top = cover === undefined ? undefined : topOf(cover, coverings);
    const covering = top === undefined ? undefined : entries[top];
    if (top === undefined || !entry || !covering) return;
    const known = clusters.get(top);
    clusters.set(top, { covering, covered: known ? [...known.covered, entry] : [entry] });
  });
  return [...clusters.values()];
}

function topOf(index: number, coverings: readonly (number | undefined)[]): number {
  const above = coverings[index];
  return above === undefined ? index : topOf(above, coverings);
}

const VARIABLE = /\$\{[^}]*\}/g;

/**
 * Whether a pattern matches all that another matches, whatever the policy variables in them come to be. The same
 * variable in both is the same text; one that only the narrower has can be any text.
 */
export function covers(wider: string, narrower: string): boolean {
  if (!mayCover(wider, narrower)) return false;
  if (!narrower.includes('${')) return !wider.includes('${') && globCovers(wider, narrower);
  if (wider.includes('?') || /\$\{[*?$]\}/.test(wider)) return false;
  const shared = new Set(wider.match(VARIABLE));
  const marks = new Map([...shared].map((name, i) => [name, String.fromCharCode(0xe000 + i)]));
  const mark = (text: string) => text.replace(VARIABLE, (name) => marks.get(name) ?? '*');
  return globCovers(mark(wider), mark(narrower));
}

/** A quick look: what stands before the first wildcard of the wider must begin the narrower. */
function mayCover(wider: string, narrower: string): boolean {
  const wildcard = wider.search(/[*?]/);
  return wildcard < 0 ? wider === narrower : narrower.startsWith(wider.slice(0, wildcard));
}
