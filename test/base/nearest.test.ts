import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestName } from '../../server/src/base/nearest';

const elements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'Condition',
];

describe('nearestName', () => {
  it.each([
    ['effect', 'Effect'],
    ['Actions', 'Action'],
    ['Actoin', 'Action'],
    ['NotActions', 'NotAction'],
    ['Ressources', 'Resource'],
    ['id', 'Sid'],
    ['Description', undefined],
    ['x', undefined],
    ['', undefined],
  ])('%s → %s', (word, nearest) => {
    expect(nearestName(word, elements)).toBe(nearest);
  });

  it('takes the first of equally near ones', () => {
    expect(nearestName('cat', ['bat', 'rat'])).toBe('bat');
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['a', '', 1],
    ['ab', 'ba', 1],
    ['kitten', 'sitting', 3],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 99)).toBe(distance);
  });

  it('is the same both ways, and is cut off at the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 9 }), (a, b, limit) => {
        const distance = editDistance(a, b, 99);
        expect(editDistance(b, a, 99)).toBe(distance);
        expect(editDistance(a, b, limit)).toBe(Math.min(distance, limit));
        expect(distance === 0).toBe(a === b);
      }),
    );
  });
});
