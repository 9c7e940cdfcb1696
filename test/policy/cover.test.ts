// Whether one pattern covers another, with policy variables in them: against a table, and against what the variables
// may come to be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatches } from '../../server/src/base/glob';
import { covers } from '../../server/src/policy/cover';

describe('covers', () => {
  it.each([
    ['s3:*', 's3:Get*', true],
    ['s3:Get*', 's3:*', false],
    ['*', '${aws:username}', true],
    ['home/${aws:username}/*', 'home/${aws:username}/docs', true],
    ['home/${aws:username}*', 'home/${aws:username}', true],
    ['home/${aws:username}/*', 'home/${aws:userid}/docs', false],
    ['home/${aws:username}/*', 'home/anna/docs', false],
    ['home/?*', 'home/${aws:username}', false],
    ['home/*}', 'home/${aws:username}', false],
    ['home/*', 'home/${*}', true],
    ['home/${*}*', 'home/${aws:username}', false],
  ])('%s and %s: %s', (wider, narrower, expected) => {
    expect(covers(wider, narrower)).toBe(expected);
  });

  it('never says yes where a text tells the patterns apart', () => {
    const part = fc.constantFrom('a', 'b', '*', '?', '${u}', '${v}');
    const pattern = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
    const value = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 3 });
    fc.assert(
      fc.property(pattern, pattern, value, value, value, (wider, narrower, u, v, any) => {
        fc.pre(covers(wider, narrower));
        const filled = (text: string) => text.replaceAll('${u}', u).replaceAll('${v}', v);
        const text = filled(narrower).replaceAll('*', any).replaceAll('?', 'c');
        expect(globMatches(filled(wider), text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
