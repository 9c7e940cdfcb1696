// Strings of HCL know where their characters are: through escapes, doubled signs and the indentation of heredocs.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import { type Node, type StringNode, valueOf } from '../../../server/src/syntax/node';

function valueIn(text: string): Node | undefined {
  return valueOf(parseHcl(text).roots[0], 'a');
}

function stringIn(text: string): StringNode {
  const value = valueIn(text);
  if (value?.kind !== 'string') throw new Error(`${text} holds no string.`);
  return value;
}

describe('a part of a string', () => {
  it.each([
    ['a = "abc"', 'b', 'b'],
    ['a = "x\\nb"', '\n', '\\n'],
    ['a = "\\u0041bc"', 'A', '\\u0041'],
    ['a = "x\\"b\\\\c"', 'b', 'b'],
    ['a = "\\U0001F600é"', 'é', 'é'],
    ['a = "\\U0001F600é"', '😀', '\\U0001F600'],
    ['a = "x/$${aws:username}/*"', '${aws:username}', '$${aws:username}'],
    ['a = "%%{x}"', '{x}', '{x}'],
    ['a = "x\\qy"', '\\q', '\\q'],
    ['a = "abc', 'abc', 'abc'],
    ['a = <<E\nx\n y\nE\n', 'y', 'y'],
    ['a = <<-E\n  x\n    y\n  E\n', ' y', ' y'],
    ['a = <<-E\n  x\n\n  y$${z}\n  E\n', '${z}', '$${z}'],
    ['a = <<-E\n  x\n  y\n  E\n', 'x\ny', 'x\n  y'],
    ['a = <<-E\r\n\tx\r\n\ty\r\n\tE\r\n', 'y', 'y'],
  ])('%j: %j', (text, part, source) => {
    const string = stringIn(text);
    const from = string.value.indexOf(part);
    const { start, end } = string.spanOf(from, from + part.length);
    expect(text.slice(start, end)).toBe(source);
  });

  it('of a text with holes', () => {
    const text = 'a = <<-E\n    "${x}\n$${q}/*"\n  r\n  E\n';
    const value = valueIn(text);
    const pieces = value?.kind === 'dynamic' ? (value.template ?? []) : [];
    const shown = pieces.map((piece) => {
      const { start, end } = piece.kind === 'hole' ? piece.span : piece.spanOf(1, 3);
      return [piece.kind === 'hole' ? '' : piece.value, text.slice(start, end)];
    });
    expect(shown).toEqual([
      ['    "', '  '],
      ['', '${x}'],
      ['\n${q}/*"\n  r\n', '$${'],
    ]);
  });
});

describe('for any text', () => {
  /** Source and what it stands for. */
  const part = fc.constantFrom(
    ...['x', 'é', '😀', '$ ', '% ', '{', '}'].map((each) => [each, each] as const),
    ...([
      ['$${', '${'],
      ['%%{', '%{'],
      ['\\n', '\n'],
      ['\\"', '"'],
      ['\\\\', '\\'],
      ['\\u00e9', 'é'],
    ] as const),
  );

  it('in quotes, in parts that fit together', () => {
    fc.assert(
      fc.property(fc.array(part), fc.nat(), (parts, cut) => {
        const text = `a = "${parts.map(([source]) => source).join('')}"`;
        const string = stringIn(text);
        expect(string.value).toBe(parts.map(([, value]) => value).join(''));
        const at = cut % (string.value.length + 1);
        const [first, second] = [string.spanOf(0, at), string.spanOf(at, string.value.length)];
        expect([first.start, first.end, second.end]).toEqual([5, second.start, text.length - 1]);
      }),
    );
  });

  it('in a heredoc, line by line', () => {
    const line = fc.constantFrom('x', '  y', '', 'é😀 {', '\tz', '$${w}');
    fc.assert(
      fc.property(
        fc.array(line),
        fc.constantFrom('\n', '\r\n'),
        fc.nat({ max: 3 }),
        (lines, lineBreak, depth) => {
          const indented = ['first', ...lines].map((each) => (each === '' ? '' : ' '.repeat(depth) + each));
          const text = `a = <<-E${lineBreak}${indented.join(lineBreak)}${lineBreak}E${lineBreak}`;
          const string = stringIn(text);
          const written = ['first', ...lines, ''].join(lineBreak);
          expect(string.value).toBe(written.replaceAll('$$', '$'));
          for (let i = 0; i < string.value.length; i++) {
            const { start } = string.spanOf(i, i + 1);
            expect(text[start]).toBe(string.value[i]);
          }
        },
      ),
    );
  });
});
