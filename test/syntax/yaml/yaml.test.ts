// What YAML text is read as. A carried-over value stands in the outline as the nodes it became.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { applyEdits } from '../../../server/src/base/edit';
import { parseEmbeddedJson } from '../../../server/src/syntax/json/json';
import { type Node, property, stringOf, valueOf } from '../../../server/src/syntax/node';
import { parseYaml } from '../../../server/src/syntax/yaml/yaml';
import { draw, fixture } from '../../support/fixture';
import { outline } from '../../support/outline';

function read(text: string): string {
  return parseYaml(text).roots.map(outline).join(' | ');
}

describe('values', () => {
  it.each([
    ['a: 1\nb: [x, "y", {c: d}]\n', '{a: 1, b: [x, y, {c: d}]}'],
    ['- a\n-\n- b\n', '[a, b]'],
    ['a:\nb: ~\nc: null\nd: ""', '{a: ∅, b: null, c: null, d: }'],
    ['v: 2012-10-17', '{v: 2012-10-17}'],
    ['a: 012345678901', '{a: 012345678901}'],
    ['a: Yes\nb: on\nc: True', '{a: Yes, b: on, c: true}'],
    ['true: 1\n2: 3', '{true: 1, 2: 3}'],
    ['"a b": 1\n? c\n: d', '{a b: 1, c: d}'],
    ['a: 1\na: 2', '{a: 1, a: 2}'],
    ['a: |\n  x\n  y\nb: >-\n  x\n  y', '{a: x\ny\n, b: x y}'],
    ['a: one\n  two\nb: "one\n  two"', '{a: one two, b: one two}'],
    ['---\na: 1\n---\nb: 2\n...\n', '{a: 1} | {b: 2}'],
    ['\ufeffa: 1\r\nb:\r\n- c\r\n', '{a: 1, b: [c]}'],
    ['# nothing\n', ''],
    ['', ''],
    ['a: [b: 1, {c}]', '{a: [{b: 1}, {c: ∅}]}'],
    ['a: !!str 12\nb: ! 12\nc: !!int "12"\nd: !foo 12', '{a: 12, b: 12, c: 12, d: <!foo>}'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(parseYaml(text).problems).toEqual([]);
  });

  it('that are strings and numbers are told apart', () => {
    const kinds = (text: string) => valueOf(parseYaml(text).roots[0], 'a')?.kind;
    const texts = ['2012-10-17', '012345678901', '"1"', '1.5', '0x1F', '.inf', 'yes', 'true', '~', '!Ref 1'];
    expect(texts.map((text) => kinds(`a: ${text}`))).toEqual([
      'string',
      'number',
      'string',
      'number',
      'number',
      'number',
      'string',
      'boolean',
      'null',
      'object',
    ]);
  });

  it('have the spans that they are drawn with', () => {
    const drawn = [
      'a: &x !!str "one" # c',
      '#           ^^^^^ string',
      'b:',
      '  - !Sub x${y}',
      '#   ^^^^^^^^^^ object',
      '#        ^^^^^ string',
      '  - {c: 012}',
      '#   ^^^^^^^^ object',
      '#       ^^^ number',
      'd: one',
    ].join('\n');
    const { text, marks } = fixture(drawn);
    const seen: { span: Node['span']; label: string }[] = [];
    const visit = (node: Node | undefined) => {
      const isSingleLine = node && !text.slice(node.span.start, node.span.end).includes('\n');
      if (node && isSingleLine && text.slice(node.span.start, node.span.end) !== 'one')
        seen.push({ span: node.span, label: node.kind });
      if (node?.kind === 'array') node.items.forEach(visit);
      if (node?.kind === 'object') for (const each of node.properties) visit(each.value);
    };
    visit(parseYaml(text).roots[0]);
    expect(draw(text, seen)).toBe(draw(text, marks));
  });
});

describe('short forms of functions', () => {
  it.each([
    ['!Ref x', '{Ref: x}'],
    ['!Condition x', '{Condition: x}'],
    ['!GetAtt A.B', '{Fn::GetAtt: A.B}'],
    ['!GetAZs ""', '{Fn::GetAZs: }'],
    ['!If [c, !Ref a, {b: !Sub "x"}]', '{Fn::If: [c, {Ref: a}, {b: {Fn::Sub: x}}]}'],
    ['!Sub\n  - x\n  - a: 1', '{Fn::Sub: [x, {a: 1}]}'],
    ['!Transform\n  Name: x', '{Fn::Transform: {Name: x}}'],
    ['!Join\n- ""\n- [a]', '{Fn::Join: [, [a]]}'],
    ['!Base64 |\n  x', '{Fn::Base64: x\n}'],
    ['!Ref', '{Ref: ∅}'],
    ['!Rain::S3 {a: 1}', '<!Rain::S3>'],
  ])('%j', (text, expected) => {
    const { roots, problems } = parseYaml(`v: ${text}\n`);
    expect(outline(valueOf(roots[0], 'v'))).toBe(expected);
    expect(problems).toEqual([]);
  });

  it('have the tag for their key', () => {
    const text = 'v: !Sub "x"';
    const only = property(valueOf(parseYaml(text).roots[0], 'v'), 'Fn::Sub');
    expect(only?.key.span).toEqual({ start: 3, end: 7 });
    expect(only?.key.spanOf(4, 7)).toEqual({ start: 3, end: 7 });
    expect(only?.span).toEqual({ start: 3, end: 11 });
  });
});

describe('anchors', () => {
  it('give the same node to each alias', () => {
    const root = parseYaml('a: &x [b]\nc: *x\nd: {e: *x}').roots[0];
    expect(valueOf(root, 'c')).toBe(valueOf(root, 'a'));
    expect(valueOf(valueOf(root, 'd'), 'e')).toBe(valueOf(root, 'a'));
    expect(property(root, 'c')?.span).toEqual({ start: 10, end: 15 });
  });

  it.each([
    ['a: &x 1\nb: &x 2\nc: *x', '{a: 1, b: 2, c: 2}'],
    ['a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\n', '{a: {p: 1, q: 2}, b: {p: 1, q: 3}}'],
    [
      'a: &x {p: 1}\nb: &y {p: 2, q: 2}\nc: {<<: [*x, *y], r: 3}',
      '{a: {p: 1}, b: {p: 2, q: 2}, c: {p: 1, q: 2, r: 3}}',
    ],
    ['&k a: 1\nb: *k', '{a: 1, b: a}'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(parseYaml(text).problems).toEqual([]);
  });
});

describe('a string knows its places', () => {
  it.each([
    ['a: "x\\ty\\u0041z"', 'A', '\\u0041'],
    ["a: 'it''s it'", "'", "''"],
    ['a: >-\n  one\n  two\n', 'two', 'two'],
    ['a: >-\n  one\n  two\n', 'one', 'one'],
    ['a: |\r\n  one\r\n  two\r\n', 'two', 'two'],
    ['a: one\n   two', 'two', 'two'],
    ['a: "one\n   two"', 'e t', 'e\n   t'],
    ['a: "open s3:Get', 's3:Get', 's3:Get'],
  ])('%j: %j', (text, part, expected) => {
    const node = valueOf(parseYaml(text).roots[0], 'a');
    if (node?.kind !== 'string') throw new Error('a is no string.');
    const from = node.value.indexOf(part);
    const { start, end } = node.spanOf(from, from + part.length);
    expect(text.slice(start, end)).toBe(expected);
  });

  it('however it is written', () => {
    const styles = fc.constantFrom('plain', 'single', 'double', 'literal', 'folded');
    const words = fc.array(fc.constantFrom('s3:Get', 'it', 'é😀', 'a*b', '${x}', 'end.'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(words, styles, fc.boolean(), fc.nat({ max: 4 }), (list, style, isCrlf, indent) => {
        const eol = isCrlf ? '\r\n' : '\n';
        const lines = list.join(`${eol}${' '.repeat(indent + 2)}`);
        const body = { plain: lines, single: `'${lines}'`, double: `"${lines}"` };
        const written =
          style === 'literal' || style === 'folded'
            ? `${style === 'literal' ? '|' : '>'}${eol}${' '.repeat(indent + 2)}${lines}`
            : body[style];
        const text = `k: # it${eol}${' '.repeat(indent)} v: ${written}${eol}`;
        const node = valueOf(valueOf(parseYaml(text).roots[0], 'k'), 'v');
        if (node?.kind !== 'string') throw new Error('v is no string.');
        for (let i = 0; i < node.value.length; i++) {
          const { start, end } = node.spanOf(i, i + 1);
          if (!/\s/.test(node.value.charAt(i))) expect(text.slice(start, end)).toBe(node.value.charAt(i));
        }
        expect(node.value.split(/\s+/).filter((each) => each !== '')).toEqual(list);
      }),
    );
  });
});

describe('comments', () => {
  it('are found where they are comments', () => {
    const text = '# one\na: x#no # two\nb: "# no"\nc: |\n  # no\n# three\n- # four\n';
    const { comments } = parseYaml(text);
    expect(comments.map((each) => each.text)).toEqual(['# one', '# two', '# three', '# four']);
    expect(comments.map(({ span }) => text.slice(span.start, span.end))).toEqual(
      comments.map((each) => each.text),
    );
  });
});

describe('JSON in a block of text', () => {
  const text = 'Policy: |\n    {\n      "Action": "s3:Get\\t*",\n      "Sid": ""\n    }\nb: 1\n';

  it('is read in its place', () => {
    const node = valueOf(parseYaml(text).roots[0], 'Policy');
    const tree = node?.kind === 'string' ? parseEmbeddedJson(node) : undefined;
    const action = valueOf(tree?.roots[0], 'Action');
    expect(action && text.slice(action.span.start, action.span.end)).toBe('"s3:Get\\t*"');
    const cursor = text.indexOf('"s3') + 4;
    expect(tree?.slotAt(cursor)?.typed).toBe('s3:');
  });

  it('is edited as the block needs it', () => {
    const node = valueOf(parseYaml(text).roots[0], 'Policy');
    const tree = node?.kind === 'string' ? parseEmbeddedJson(node) : undefined;
    const object = tree?.roots[0];
    const action = property(object, 'Action');
    if (!tree || object?.kind !== 'object' || !action) throw new Error('The policy was not read.');
    const edit = tree.writer.insertProperty(object, 'Resource', ['*', '"'], action);
    const edited = applyEdits(text, [edit]);
    expect(edited).toBe(
      'Policy: |\n    {\n      "Action": "s3:Get\\t*",\n      "Resource": [\n        "*",\n        "\\""\n      ],\n      "Sid": ""\n    }\nb: 1\n',
    );
    expect(JSON.parse(stringOf(parseYaml(edited).roots[0], 'Policy') ?? '')).toMatchObject({
      Resource: ['*', '"'],
    });
  });
});

describe('what is read agrees with the library', () => {
  /** Keys, texts and nesting as the library has them. */
  const theirs = (text: string) => {
    const documents = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false });
    if ('empty' in documents) return [];
    return documents.flatMap((each) => {
      if (each.errors.length > 0) return ['errors'];
      const value: unknown = each.toJS();
      return value === null ? [] : [JSON.stringify(value)];
    });
  };
  const ours = (text: string) => {
    const { roots, problems, writer } = parseYaml(text);
    if (problems.length > 0) return ['errors'];
    return roots.map((root) => {
      const plain = writer.plain(root);
      return plain === undefined ? undefined : JSON.stringify(plain);
    });
  };

  it('for generated texts', () => {
    const lines = fc.constantFrom(
      'a: 1',
      'b: "x"',
      '- c',
      '- d: y',
      'e:',
      'f: [g, {h: i}]',
      '# j',
      '',
      'k',
      '- - l',
      "'m': n",
      '"',
      '}',
      'o: |',
      '? p',
      ': q',
      '---',
    );
    const texts = fc.array(fc.tuple(fc.constantFrom(0, 0, 2, 2, 4), lines), { maxLength: 7 });
    fc.assert(
      fc.property(texts, (list) => {
        const text = list
          .map(([indent, line]) => `${' '.repeat(line === '---' ? 0 : indent)}${line}\n`)
          .join('');
        const expected = theirs(text);
        const read = ours(text);
        // A null is a value that is still missing, and has no plain form.
        if (expected.some((each) => each.includes('null')) || read.includes(undefined)) return;
        expect(read).toEqual(expected.includes('errors') ? ['errors'] : expected);
      }),
      { numRuns: 500 },
    );
  });
});
