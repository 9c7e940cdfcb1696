// Offsets to lines and characters and back, with all three kinds of line ends.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../server/src/base/lineIndex';

describe('LineIndex', () => {
  it.each([
    ['a\nbc\n', 3, { line: 1, character: 1 }],
    ['a\r\nbc', 3, { line: 1, character: 0 }],
    ['a\rb', 2, { line: 1, character: 0 }],
    ['😀x', 2, { line: 0, character: 2 }],
    ['', 0, { line: 0, character: 0 }],
    ['ab', 99, { line: 0, character: 2 }],
    ['ab', -1, { line: 0, character: 0 }],
  ])('%j at %i', (text, offset, position) => {
    expect(new LineIndex(text).positionAt(offset)).toEqual(position);
  });

  it('leads back to each offset', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          // A cursor cannot stand within a line break.
          if (text.slice(offset - 1, offset + 1) === '\r\n') continue;
          expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
        }
      }),
    );
  });

  it('takes positions outside of the text as its nearest place', () => {
    const lines = new LineIndex('ab\ncd');
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(lines.offsetAt({ line: 9, character: 0 })).toBe(5);
    expect(lines.offsetAt({ line: -1, character: 0 })).toBe(0);
  });
});
