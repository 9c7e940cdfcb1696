// Half-typed HCL: what stands around a gap is kept, and each problem is where it is.
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import { shape } from './shape';

function shapeOf(text: string): string {
  return shape(parseHcl(text).roots[0]).slice(1, -1);
}

/** `message «source»`, in the order in which they were noticed. */
function problemsOf(text: string): readonly string[] {
  return parseHcl(text).problems.map(
    ({ message, span }) => `${message} «${text.slice(span.start, span.end)}»`,
  );
}

const role = 'resource "r" "x" {\n  a = 1\n}\n';
const roleShape = 'resource: {r: {x: {a: 1}}}';

describe('values that are being typed', () => {
  it.each([
    ['a =\nb = 1', 'a: ∅, b: 1'],
    ['a\nb = 1', 'a: ∅, b: 1'],
    ['b {\n  a = \n}\nc = 1', 'b: {a: ∅}, c: 1'],
    ['b { a = ', 'b: {a: ∅}'],
    ['a = {\n  b\n  c =\n  "d"\n  "e" = 1\n}', 'a: {b: ∅, c: ∅, d: ∅, e: 1}'],
    ['a = { b = , c = 1 }', 'a: {b: ∅, c: 1}'],
    ['a = [1, , 2]', 'a: [1, 2]'],
    ['a = [1 2]', 'a: [1, 2]'],
    ['a = ["x"\n"y"]', 'a: [x, y]'],
    ['a = { b = 1 c = 2 }', 'a: {b: 1, c: 2}'],
    ['a { b = 1, c = 2 }', 'a: {b: 1, c: 2}'],
    ['a = var.\nb = 1', 'a: @var, b: 1'],
    ['a = var.x ?\nb = 1', 'a: <var.x ?>, b: 1'],
    ['a = x ? 1\nb = 1', 'a: ?(1), b: 1'],
    ['a = 1 +\nb = 1', 'a: <1 +>, b: 1'],
    ['a = [for x in y]\nb = 1', 'a: for(), b: 1'],
    ['a = [for x in\nb = 1', 'a: for(), b: 1'],
  ])('%j', (text, expected) => {
    expect(shapeOf(text)).toBe(expected);
    expect(problemsOf(text)).not.toEqual([]);
  });
});

describe('texts without their quotes', () => {
  it.each([
    ['a = "s3:Get\nb = 1', 'a: s3:Get, b: 1'],
    ['a = ["s3:Get]\nb = 1', 'a: [s3:Get], b: 1'],
    ['a = ["s3:Get, "s3:Put"]', 'a: [s3:Get, s3:Put]'],
    ['a = { b = "x }\nc = 1', 'a: {b: x}, c: 1'],
    ['a = [\n  "x,\n  "y",\n]', 'a: [x, y]'],
    ['a = s3:GetObject\nb = 1', 'a: <a syntax error>, b: 1'],
    ['a = [s3:Get*, arn:aws:s3:::b/*, *]', 'a: [<a syntax error>, <a syntax error>, <a syntax error>]'],
    ["a = 'x'\nb = 1", 'a: <a syntax error>, b: 1'],
    ['a = "x${var.y"\nb = 1', 'a: «x‹@var.y›», b: 1'],
    ['a = "x${\nb = 1', 'a: «x‹∅›», b: 1'],
    ['a = "x${f(\nb = 1', 'a: «x‹f()›», b: 1'],
    ['a = "x${var.\nb = 1', 'a: «x‹@var›», b: 1'],
    ['a = "\\d"', 'a: \\d'],
    ['a = "\\u00"', 'a: \\u00'],
  ])('%j', (text, expected) => {
    expect(shapeOf(text)).toBe(expected);
    expect(problemsOf(text)).not.toEqual([]);
  });
});

describe('missing brackets', () => {
  it.each([
    ['b {\n  a = [1, 2\n  c = 3\n}', 'b: {a: [1, 2], c: 3}'],
    ['a = {\n  b = [1\n  "c" = 3\n}', 'a: {b: [1], c: 3}'],
    ['b {\n  a = ["x"\n}\nc = 1', 'b: {a: [x]}, c: 1'],
    ['b {\n  a = [\n  c {\n  }\n}', 'b: {a: [], c: {}}'],
    ['b {\n  a = f({ c = 1 }\n  d = 1\n}', 'b: {a: f({c: 1}), d: 1}'],
    ['b {\n  a = f([{ c = 1 ])\n  d = 1\n}', 'b: {a: f([{c: 1}]), d: 1}'],
    ['b {\n  a = f({ c = [1 })\n  d = 1\n}', 'b: {a: f({c: [1]}), d: 1}'],
    ['b {\n  a = (1\n}\nc = 1', 'b: {a: 1}, c: 1'],
    [`b {\n  a = 1\n${role}`, `b: {a: 1}, ${roleShape}`],
    [`b {\n  a = f({\n    c = [{\n      d = "x\n${role}`, `b: {a: f({c: [{d: x}]})}, ${roleShape}`],
    [`b {\n  a = <<EOT\n{\n}\n${role}`, `b: {a: {\n}\n}, ${roleShape}`],
    [
      'b {\n  a = <<EOT\n{\n}\nresource "r" "x" {\n  c = <<EOT\ny\nEOT\n}',
      'b: {a: {\n}\n}, resource: {r: {x: {c: y\n}}}',
    ],
    [`b {\n/* c\n${role}`, `b: {}, ${roleShape}`],
    [`}\n${role}`, roleShape],
    [`a = 1 }\n${role})\n${role}`, `a: 1, ${roleShape}, ${roleShape}`],
  ])('%j', (text, expected) => {
    expect(shapeOf(text)).toBe(expected);
    expect(problemsOf(text)).not.toEqual([]);
  });
});

describe('headers that are being typed', () => {
  it.each([
    [`res\n${role}`, `res: ∅, ${roleShape}`],
    [`resource "\n${role}`, `resource: {: ∅}, ${roleShape}`],
    [`resource "r\n${role}`, `resource: {r: ∅}, ${roleShape}`],
    [`resource "r" "x"\n${role}`, `resource: {r: {x: ∅}}, ${roleShape}`],
    [`resource "r "x" {\n  a = 1\n}\n${role}`, `resource: {r: {x: {a: 1}}}, ${roleShape}`],
    [`resource "r" "x" {\n${role}`, `resource: {r: {x: {}}}, ${roleShape}`],
    ['"a" = 1', 'a: 1'],
    ['a: 1', 'a: 1'],
  ])('%j', (text, expected) => {
    expect(shapeOf(text)).toBe(expected);
    expect(problemsOf(text)).not.toEqual([]);
  });
});

describe('problems', () => {
  it.each([
    ['a =', 'A value is missing here. «=»'],
    ['a', 'A = or a { is missing behind this name. «a»'],
    ['resource "r"', 'A { is missing behind this block’s header. «"»'],
    ['b {\n  a = 1\n\n', 'A closing } is missing. «1»'],
    ['a = [1, 2\n', 'A closing ] is missing. «2»'],
    ['a = f(1\n', 'A closing ) is missing. «1»'],
    ['a = "x\n', 'A closing " is missing on this line. «"x»'],
    ['a = "x${y\n"', 'A closing } is missing. «y»'],
    ['a = "x\\dy"', 'This is not an escape of HCL. Write \\\\ for a backslash. «\\d»'],
    ['a = s3:Get\n', 'This is no value. Text needs double quotes. «s3:Get»'],
    ['a = ["x" "y"]', 'A comma is missing behind this value. «"»'],
    ['a = [, 1]', 'A value is expected before this comma. «,»'],
    ['a = { b = 1 c = 2 }', 'A comma or a line break is missing behind this. «1»'],
    ['a = { = 1 }', 'A key is expected here. «=»'],
    ['a = 1 b = 2', 'A line break is missing behind this. «1»'],
    ['}', 'No { is open here. «}»'],
    ['a = <<EOT\nx\n', 'This text has no end. Write EOT on a line of its own behind it. «<<EOT»'],
    ['/* x', 'This comment has no end. Write */ behind it. «/*»'],
  ])('%j', (text, first) => {
    expect(problemsOf(text)[0]).toBe(first);
  });

  it.each([
    ['b {\n  a = f({\n    c = <<EOT\nx\n', 'This text has no end. Write EOT on a line of its own behind it.'],
    [`b {\n  a = f({ /* c\n${role}`, 'This comment has no end. Write */ behind it.'],
    ['resource "r" "x"\n  a = 1\n}\nb = 2', 'A { is missing behind this block’s header.'],
  ])('are one, without what comes of it: %j', (text, only) => {
    expect(parseHcl(text).problems.map(({ message }) => message)).toEqual([only]);
  });

  it('are twenty at most', () => {
    expect(problemsOf('a\n'.repeat(100))).toHaveLength(20);
  });

  it('come from the text as it is meant: valid text is read as Terraform reads it', () => {
    // Not indented, and a `data` within a block: nothing here ends early.
    const text = 'check "x" {\ndata "http" "y" {\nurl = "z"\n}\n}\n';
    expect(problemsOf(text)).toEqual([]);
    expect(shapeOf(text)).toBe('check: {x: {data: {http: {y: {url: z}}}}}');
  });
});
