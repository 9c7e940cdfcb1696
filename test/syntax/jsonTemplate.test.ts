// JSON in texts with holes: what is read, where it stands, how it is edited, and where a cursor is in it.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/base/edit';
import { parseText } from '../../server/src/syntax/languages';
import { type Node, property, valueOf } from '../../server/src/syntax/node';
import { shape } from './hcl/shape';

const read = (text: string) => parseText(text, 'template');
const shapes = (text: string) => read(text).roots.map(shape).join(' ');

describe('reads', () => {
  it.each([
    ['{"a": "b"}', '{a: b}'],
    ['{"a": "x${var.y}/*"}', '{a: «x‹@var.y›/*»}'],
    ['{"a": "${x}${y}"}', '{a: «‹@x›‹@y›»}'],
    ['{"a": "\\"${x}\\""}', '{a: «"‹@x›"»}'],
    ['{"a": ${x}, "b": 1}', '{a: <x>, b: 1}'],
    ['{"a": ${jsonencode(["b", x])}}', '{a: ?([«b», @x])}'],
    ['{"${x}:sub": "b"}', '{«‹@x›:sub»: b}'],
    ['{"a": "$${x}"}', '{a: ${x}}'],
    ['{"a": [%{ if x }"b"%{ else }"c"%{ endif }]}', '{a: [<%{ if }>, ?(b), <%{ endif }>]}'],
    ['{"a": ["b"%{ for y in x ~}, "${y}"%{ endfor ~}]}', '{a: [b, <%{ for }>, ?(«‹@y›»), <%{ endfor }>]}'],
    ['{%{ if x }"a": 1,%{ endif } "b": 2}', '{<%{ if }>: ∅, a: 1, <%{ endif }>: ∅, b: 2}'],
    ['{"a": "x%{ if y }z%{ endif }"}', '{a: «x‹if @y›z‹endif›»}'],
    ['text', ''],
  ])('%s', (text, expected) => {
    expect(shapes(text)).toBe(expected);
    expect(read(text).problems).toEqual([]);
  });
});

it('says what is wrong beside holes', () => {
  const text = '{"a": ${x} "b": s3}';
  expect(read(text).problems.map(({ span }) => text.slice(span.start, span.end))).toEqual(['${x}', 's3']);
});

it('knows the place of each piece, and edits what stands beside holes', () => {
  const text = '{\n  "a": "x${var.y}/z",\n  "b": "c"\n}';
  const { roots, writer } = read(text);
  const [root] = roots;
  const value: Node | undefined = valueOf(root, 'a');
  const pieces = value?.kind === 'dynamic' ? (value.template ?? []) : [];
  expect(pieces.map(({ span }) => text.slice(span.start, span.end))).toEqual(['x', '${var.y}', '/z']);
  const b = property(root, 'b');
  if (root?.kind !== 'object' || !b) throw new Error('b is there');
  expect(applyEdits(text, [writer.removeProperty(root, b)])).toBe('{\n  "a": "x${var.y}/z"\n}');
  expect(applyEdits(text, [writer.insertProperty(root, 'd', '${e}', b)])).toContain('"d": "$${e}"');
});

it('tells a cursor in a text from one in a hole', () => {
  const text = '{"a": "x${var.y}/z"}';
  expect(read(text).slotAt(text.indexOf('/z') + 1)).toMatchObject({ at: 'value', typed: 'x${var.y}/' });
  expect(read(text).slotAt(text.indexOf('var') + 1)).toBeUndefined();
});
