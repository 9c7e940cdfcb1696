// What the engine says of two wildcard patterns, against what automata say of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globCovers, globMatches, globsMeet, isGlob } from '../../server/src/base/glob';
import { includes, intersect, languageOf } from '../support/automata';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 7 });
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 7 });
/** Of two letters and mostly wildcards: these cover each other far more often. */
const wild = fc.string({ unit: fc.constantFrom('a', 'b', '*', '*', '?'), maxLength: 10 });
const pairs = fc.oneof(fc.tuple(pattern, pattern), fc.tuple(wild, wild));

/** A pattern with pieces of it taken for wildcards, which covers it, or does so but for one of them. */
const near = wild.chain((narrower) =>
  fc.array(fc.constantFrom('', '*', '?', '?*'), { minLength: 10, maxLength: 10 }).map((put) => {
    const wider = [...narrower].map((each, i) => put[i] || each).join('');
    return [wider, narrower] as const;
  }),
);

describe('patterns as automata', () => {
  it('match the same texts', () => {
    fc.assert(
      fc.property(pattern, text, (glob, literal) => {
        expect(globMatches(glob, literal)).toBe(includes(languageOf(glob), languageOf(literal)));
      }),
      { numRuns: 1000 },
    );
  });

  it('cover the same patterns', () => {
    fc.assert(
      fc.property(fc.oneof(pairs, near), ([wider, narrower]) => {
        expect(globCovers(wider, narrower)).toBe(includes(languageOf(wider), languageOf(narrower)));
      }),
      { numRuns: 3000 },
    );
  });

  it('meet the same patterns', () => {
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const meet = intersect(languageOf(one), languageOf(other));
        expect([globsMeet(one, other), globsMeet(other, one)]).toEqual([meet, meet]);
      }),
      { numRuns: 2000 },
    );
  });

  it('leave case aside together', () => {
    const mixed = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'B', '*'), maxLength: 6 });
    const lower = (each: string) => languageOf(each.toLowerCase());
    fc.assert(
      fc.property(mixed, mixed, (wider, narrower) => {
        const covers = includes(lower(wider), lower(narrower));
        expect(globCovers(wider, narrower, true)).toBe(covers);
        if (!isGlob(narrower)) expect(globMatches(wider, narrower, true)).toBe(covers);
      }),
      { numRuns: 500 },
    );
  });
});
