// Wildcard patterns against drawings, and against the plainest matcher.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globCovers, globMatches, globsMeet } from '../../server/src/base/glob';

/** The plainest matcher there is. */
function plainMatches(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const rest = pattern.slice(1);
  if (pattern.startsWith('*')) {
    return plainMatches(rest, text) || (text !== '' && plainMatches(pattern, text.slice(1)));
  }
  return (
    text !== '' && (pattern.startsWith('?') || pattern[0] === text[0]) && plainMatches(rest, text.slice(1))
  );
}

const pattern = (alphabet: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), maxLength });

describe('globMatches', () => {
  it.each([
    ['s3:Get*', 's3:GetObject', true],
    ['s3:Get*', 's3:Get', true],
    ['s3:Get?bject', 's3:GetObject', true],
    ['s3:Get?bject', 's3:Getbject', false],
    ['s3:get*', 's3:GetObject', false],
    ['*Object*', 's3:GetObjectAcl', true],
    ['a*b*c', 'a1b2b3c', true],
    ['a*b*c', 'a1b2b3', false],
    ['', '', true],
    ['', 'a', false],
    ['**', '', true],
    ['a.c', 'abc', false],
  ])('%s and %s: %s', (glob, text, expected) => {
    expect(globMatches(glob, text)).toBe(expected);
  });

  it('leaves case aside when asked', () => {
    expect(globMatches('S3:get*', 's3:GetObject', true)).toBe(true);
  });

  it('agrees with the plainest matcher', () => {
    fc.assert(
      fc.property(pattern('ab*?', 8), pattern('abc', 8), (glob, text) => {
        expect(globMatches(glob, text)).toBe(plainMatches(glob, text));
      }),
      { numRuns: 5000 },
    );
  });

  it('is quick on patterns that make others go back and forth', () => {
    const started = performance.now();
    expect(globMatches(`${'*a'.repeat(200)}b`, 'a'.repeat(2000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('globCovers', () => {
  it.each([
    ['s3:*', 's3:Get*', true],
    ['s3:Get*', 's3:*', false],
    ['*?', '?*', true],
    ['?*', '*?', true],
    ['??*', '?*', false],
    ['a*/b*', 'a*b*', false],
    ['a*b*', 'a*/b*', true],
    ['*a*', '*aa*', true],
    ['*aa*', '*a*a*', false],
    ['a?b', 'a*b', false],
    ['a*b', 'a?b', true],
    ['*b?*', '*b*b*', true],
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/logs/*', true],
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket*', false],
    ['*', '', true],
    ['', '*', false],
  ])('%s covers %s: %s', (wider, narrower, expected) => {
    expect(globCovers(wider, narrower)).toBe(expected);
  });

  it('leaves case aside when asked', () => {
    expect(globCovers('S3:GET*', 's3:get*', true)).toBe(true);
    expect(globCovers('S3:GET*', 's3:get*')).toBe(false);
  });

  it('is transitive, and holds whenever stars are put in', () => {
    fc.assert(
      fc.property(pattern('ab*?', 12), fc.nat(12), fc.nat(12), (glob, first, second) => {
        const once = `${glob.slice(0, first)}*${glob.slice(first)}`;
        const twice = `${once.slice(0, second)}*${once.slice(second)}`;
        expect([globCovers(once, glob), globCovers(twice, once), globCovers(twice, glob)]).toEqual([
          true,
          true,
          true,
        ]);
      }),
    );
  });

  it('is quick on patterns with many stars', () => {
    const started = performance.now();
    expect(globCovers(`${'*a?'.repeat(60)}b`, '*a'.repeat(120))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('globsMeet', () => {
  it.each([
    ['a*', '*b', true],
    ['a*', 'b*', false],
    ['arn:*:s3:::*', 'arn:aws:s3:::b/*', true],
    ['arn:*:s3:::*', 'arn:aws:sqs:*', true],
    ['s3*', 's4*', false],
    ['a?c', 'ab*', true],
    ['a?c', 'ab', false],
    ['', '*', true],
    ['*', '', true],
    ['?', '', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(globsMeet(one, other)).toBe(expected);
    expect(globsMeet(other, one)).toBe(expected);
  });
});
