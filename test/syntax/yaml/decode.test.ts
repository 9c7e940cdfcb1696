// Values of YAML scalars, and the way back from each of their characters to the source. The library that the lexer
// comes from decodes them too and is what they are compared with.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CST, Parser } from 'yaml';
import { decodeDouble, decodeLines } from '../../../server/src/syntax/yaml/read/decode';
import { decodeBlock, readHeader } from '../../../server/src/syntax/yaml/read/decodeBlock';

/** The first scalar of `key: …`, as the library has it. */
function scalarOf(text: string) {
  for (const document of new Parser().parse(text)) {
    if (document.type !== 'document' || document.value?.type !== 'block-map') continue;
    const value = document.value.items[0]?.value;
    if (value && CST.isScalar(value)) return value;
  }
  throw new Error(`There is no scalar in ${JSON.stringify(text)}.`);
}

function ours(text: string) {
  const token = scalarOf(text);
  const { offset, source } = token;
  switch (token.type) {
    case 'double-quoted-scalar':
      return decodeDouble(source.slice(1, -1), offset + 1);
    case 'single-quoted-scalar':
      return decodeLines(source.slice(1, -1), offset + 1, true);
    case 'block-scalar': {
      const header = token.props[0];
      const start = token.props.reduce(
        (at, each) => at + ('source' in each ? each.source.length : 0),
        offset,
      );
      return decodeBlock(
        source,
        start,
        readHeader(header && 'source' in header ? header.source : ''),
        token.indent,
      );
    }
    default:
      return decodeLines(source, offset, false);
  }
}

function theirs(text: string): string | undefined {
  const errors: string[] = [];
  const value = CST.resolveAsScalar(scalarOf(text), true, (_, code) => errors.push(code))?.value;
  return errors.length > 0 ? undefined : value;
}

/** Characters that stand for themselves lie on themselves in the source. */
function expectOnSource(text: string) {
  const { value, runs } = ours(text);
  let before = 0;
  for (let i = 0; i < value.length; i++) {
    const { start, end } = runs.spanOf(i, i + 1);
    expect(start).toBeGreaterThanOrEqual(before);
    before = start;
    const char = value.charAt(i);
    if (/[\sx\\'"]/.test(char) || text[start] === '\\') continue;
    expect(text.slice(start, end)).toBe(char);
  }
}

const chars = fc.constantFrom('a', 'b', ' ', ' ', '\n', '\n', "'", '"', '\\', '\t', 'é', '😀', 'x', ':');
const texts = fc.string({ unit: chars, maxLength: 24 });

function check(text: string) {
  const expected = theirs(text);
  if (expected === undefined) return;
  expect(ours(text).value).toBe(expected);
  expectOnSource(text);
}

describe('decoding is that of the library', () => {
  it('between double quotes', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('\n', '\r\n'), (text, eol) => {
        const lines = JSON.stringify(text).replace(/(?<!\\)((?:\\\\)*)\\n/g, `$1${eol}  `);
        check(`key: ${lines}${eol}`);
      }),
      { numRuns: 300 },
    );
  });

  it('between double quotes, with every escape', () => {
    const escapes = [...'0abtnvfre "/\\N_LP'].map((letter) => `\\${letter}`);
    const more = ['\\x41', '\\u00e9', '\\U0001F600', '\\\n   ', '\\\r\n  ', 'a', ' ', '\n  ', '\t', 'b'];
    const parts = fc.array(fc.constantFrom(...escapes, ...more), { maxLength: 12 });
    fc.assert(
      fc.property(parts, (list) => check(`key: "${list.join('')}"\n`)),
      { numRuns: 300 },
    );
  });

  it('between single quotes', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('\n', '\r\n'), (text, eol) => {
        check(`key: '${text.replaceAll("'", "''").replaceAll('\n', `${eol}   `)}'${eol}`);
      }),
      { numRuns: 300 },
    );
  });

  it('in plain text', () => {
    const words = fc.array(fc.constantFrom('a', 'bc', 'x:y', '\n  ', '\n   \n  ', ' ', '\t', '\r\n  '), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(words, (list) => check(`key: a${list.join('')}b\nnext: 1\n`)),
      { numRuns: 300 },
    );
  });

  it('in blocks', () => {
    const headers = fc.constantFrom('|', '>', '|-', '>-', '|+', '>+', '|2', '>2-', '|+2', '>1');
    const line = fc.constantFrom(
      'a',
      'b c',
      ' more',
      '   most',
      '',
      ' ',
      '      ',
      '\ttab',
      '# no comment',
      "it's",
    );
    const eols = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(
        headers,
        fc.array(line, { maxLength: 8 }),
        eols,
        fc.boolean(),
        (header, lines, eol, ends) => {
          const body = lines.map((each) => (each === '' ? '' : `  ${each}`)).join(eol);
          check(`key: ${header}${eol}${body}${ends ? `${eol}next: 1` : ''}`);
        },
      ),
      { numRuns: 500 },
    );
  });
});
