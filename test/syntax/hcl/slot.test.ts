// Where a cursor stands in HCL text, and what is written there. `$0` is the cursor.
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import { type Here, hereIn, showSlot, writeKey, writeString } from '../../support/slotHere';

const here = (marked: string): Here => hereIn(marked, parseHcl);

/** The file itself, which holds everything, is left out of the way in. */
const show = (at: Here): string => showSlot(at, 1).trimStart();

describe('in a whole text', () => {
  it.each([
    ['$0', 'key ‹› of ‹›'],
    ['a = 1\n$0', 'key ‹› of ‹›'],
    ['a = 1\n\n$0\nb = 1', 'key ‹› of ‹›'],
    ['a = 1 $0', 'nothing'],
    ['a = "on$0e"', 'a value ‹on› of ‹one›'],
    ['a = "$0"', 'a value ‹› of ‹›'],
    ['a = "one"$0', 'nothing'],
    ['a = $0"one"', 'nothing'],
    ['a = on$0e', 'a value ‹on› of ‹one›'],
    ['a = "x\\"y$0z"', 'a value ‹x"y› of ‹x\\"yz›'],
    ['a = "$${q}$0"', 'a value ‹${q}› of ‹$${q}›'],
    ['b {\n  $0\n}', 'b {} key ‹› of ‹›'],
    ['b {\n  a = 1\n  $0\n}', 'b {} key ‹› of ‹›'],
    ['b {\n  $0\n  a = 1\n}', 'b {} key ‹› of ‹›'],
    ['b {$0}', 'b {} key ‹› of ‹›'],
    ['b {}$0', 'nothing'],
    ['b {\n}\n$0', 'key ‹› of ‹›'],
    ['b { a = 1 $0}', 'nothing'],
    ['b "x" {\n  $0\n}', 'b {} x {} key ‹› of ‹›'],
    ['b "x$0" {\n}', 'b {} key ‹x› of ‹x"›'],
    ['b "x" "$0" {\n}', 'b {} x {} key ‹› of ‹"›'],
    ['b "x" $0{\n}', 'nothing'],
    ['b $0"x" {\n}', 'nothing'],
    ['b$0 "x" {\n}', 'key ‹b› of ‹b›'],
    ['a = { $0 }', 'a {} key ‹› of ‹›'],
    ['a = { b = "c", $0 }', 'a {} key ‹› of ‹›'],
    ['a = { b = "c" $0 }', 'nothing'],
    ['a = {\n  b = 1\n  $0\n}', 'a {} key ‹› of ‹›'],
    ['a = { "b$0" = 1 }', 'a {} key ‹b› of ‹b"›'],
    ['a = { b$0 = 1 }', 'a {} key ‹b› of ‹b›'],
    ['a = { b = "c$0" }', 'a {} b value ‹c› of ‹c›'],
    ['a = { b : "c$0" }', 'a {} b value ‹c› of ‹c›'],
    ['a = { b:c$0 }', 'a {} b value ‹c› of ‹c›'],
    ['a = [$0]', 'a [] value ‹› of ‹›'],
    ['a = ["one", $0]', 'a [] value ‹› of ‹›'],
    ['a = ["one", "t$0wo"]', 'a [] value ‹t› of ‹two›'],
    ['a = ["one" $0]', 'nothing'],
    ['a = ["one"]$0', 'nothing'],
    ['a = [\n  "one",\n  $0\n]', 'a [] value ‹› of ‹›'],
    ['a = f($0)', 'a value ‹› of ‹›'],
    ['a = f("x$0")', 'a value ‹x› of ‹x›'],
    ['a = f(1, $0)', 'a value ‹› of ‹›'],
    ['a = f(1 $0)', 'nothing'],
    ['a = f(x$0y)', 'a value ‹x› of ‹xy›'],
    ['a = f({ $0 })', 'a {} key ‹› of ‹›'],
    ['a = f({ b = ["$0"] })', 'a {} b [] value ‹› of ‹›'],
    ['a = [f($0)]', 'a [] value ‹› of ‹›'],
    ['a = f($0', 'a value ‹› of ‹›'],
    ['a = c ? "x$0" : "y"', 'a value ‹x› of ‹x›'],
    ['a = c ? ["x", "$0"] : []', 'a [] value ‹› of ‹›'],
    ['a = [for s in x : { b = "$0" }]', 'a {} b value ‹› of ‹›'],
    ['a = 1 + $0', 'nothing'],
    ['a = "x${va$0r.y}z"', 'nothing'],
    ['a = "x${var.y}$0z"', 'a value ‹x${var.y}› of ‹x${var.y}z›'],
    ['a = "${f({ b = "$0" })}"', 'a {} b value ‹› of ‹›'],
    ['a = <<E\non$0e\ntwo\nE\n', 'a value ‹on› of ‹one\ntwo›'],
    ['a = <<-E\n  one\n  tw$0o\n  E\n', 'a value ‹one\ntw› of ‹  one\n  two›'],
    ['a = <<E\n$0\nE\n', 'a value ‹› of ‹›'],
    ['a = <<E\nx${y}$0z\nE\n', 'a value ‹x${y}› of ‹x${y}z›'],
    ['a = <<E$0\nx\nE\n', 'nothing'],
    ['a = <<E\nx\nE$0\n', 'nothing'],
    ['a = 1 # $0', 'nothing'],
    ['# $0\na = 1', 'nothing'],
    ['/* */$0', 'key ‹› of ‹›'],
    ['b {\r\n  a = "o$0"\r\n}\r\n', 'b {} a value ‹o› of ‹o›'],
  ])('%s', (marked, expected) => {
    expect(show(here(marked))).toBe(expected);
  });
});

describe('in a text that is being typed', () => {
  it.each([
    ['a$0', 'key ‹a› of ‹a›'],
    ['b {\n  ac$0\n}', 'b {} key ‹ac› of ‹ac›'],
    ['b {\n  ac$0\n  c = 1\n}', 'b {} key ‹ac› of ‹ac›'],
    ['b {\n  a = $0\n}', 'b {} a value ‹› of ‹›'],
    ['b {\n  a =$0\n}', 'b {} a value ‹› of ‹›'],
    ['b {\n  a =\n  $0\n}', 'b {} key ‹› of ‹›'],
    ['b {\n  a $0\n}', 'nothing'],
    ['b {\n  a = "on$0\n  c = 1\n}', 'b {} a value ‹on› of ‹on›'],
    ['b {\n  a = ["s3:$0]\n}', 'b {} a [] value ‹s3:› of ‹s3:›'],
    ['b {\n  a = ["s3:$0, "x"]\n}', 'b {} a [] value ‹s3:› of ‹s3:›'],
    ['b {\n  a = ["x", "s3:$0\n  c = 1\n}', 'b {} a [] value ‹s3:› of ‹s3:›'],
    ['b {\n  a = [s3:Ge$0]\n}', 'b {} a [] value ‹s3:Ge› of ‹s3:Ge›'],
    ['b {\n  a = s3:Ge$0\n}', 'b {} a value ‹s3:Ge› of ‹s3:Ge›'],
    ["b {\n  a = 's3$0'\n}", "b {} a value ‹s3› of ‹'s3'›"],
    ['b {\n  a = [\n    $0\n  c = 1\n}', 'b {} a [] value ‹› of ‹›'],
    ['b {\n  a = {\n    $0\n', 'b {} a {} key ‹› of ‹›'],
    ['b {\n  $0', 'b {} key ‹› of ‹›'],
    ['b {\n  $0\n\nresource "x" "y" {\n}', 'b {} key ‹› of ‹›'],
    [
      'b {\n  a = f({\n    c = [{\n      d = "$0\n\nresource "x" "y" {\n}',
      'b {} a {} c [] {} d value ‹› of ‹›',
    ],
    ['b "$0', 'b {} key ‹› of ‹›'],
    ['a = { "b$0', 'a {} key ‹b› of ‹b›'],
    ['a = { b = $0', 'a {} b value ‹› of ‹›'],
    ['a = "x${$0', 'nothing'],
    ['a = <<E\non$0', 'a value ‹on› of ‹on›'],
  ])('%s', (marked, expected) => {
    expect(show(here(marked))).toBe(expected);
  });
});

describe('a string is written', () => {
  it.each([
    ['a = "on$0e"', 'a = "x"'],
    ['a = $0', 'a = "x"'],
    ['a = on$0e', 'a = "x"'],
    ['a = "on$0\nb = 1', 'a = "x"\nb = 1'],
    ['a = [$0]', 'a = ["x"]'],
    ['a = ["one", $0', 'a = ["one", "x"'],
    ['a = [\n  "one"\n  $0\n]', 'a = [\n  "one",\n  "x"\n]'],
    ['a = [\n  "one" # first\n  "$0"\n]', 'a = [\n  "one", # first\n  "x"\n]'],
    ['a = [$0"one"]', 'a = ["x","one"]'],
    ['a = ["$0"\n"one"]', 'a = ["x",\n"one"]'],
    ['b {\n  a = [$0\n  c = 1\n}', 'b {\n  a = ["x"\n  c = 1\n}'],
    ['a = { b = $0 c = 1 }', 'a = { b = "x", c = 1 }'],
    ['a = { b = "$0" c = 1 }', 'a = { b = "x", c = 1 }'],
    ['a = {\n  b = "$0"\n  c = 1\n}', 'a = {\n  b = "x"\n  c = 1\n}'],
    ['a = <<E\n$0\nE\n', 'a = <<E\nx\nE\n'],
  ])('%s', (marked, expected) => {
    expect(writeString(here(marked), 'x')).toBe(expected);
  });

  it('with its escapes', () => {
    const value = 'a"b\\c/${aws:username}';
    expect(writeString(here('a = "$0"'), value)).toBe('a = "a\\"b\\\\c/$${aws:username}"');
    expect(writeString(here('a = <<-E\n  $0y\n  E\n'), value)).toBe(
      'a = <<-E\n  a"b\\c/$${aws:username}\n  E\n',
    );
  });
});

describe('a key is written', () => {
  it.each([
    ['$0', 'K = 1'],
    ['b {\n  $0\n}', 'b {\n  K = 1\n}'],
    ['b {\n  q$0\n}', 'b {\n  K = 1\n}'],
    ['b {\n  $0 = 2\n}', 'b {\n  K = 2\n}'],
    ['a = { $0 }', 'a = { K = 1 }'],
    ['a = { "$0" }', 'a = { "K" = 1 }'],
    ['a = { "$0', 'a = { "K" = 1'],
    ['a = { "$0" : 2 }', 'a = { "K" : 2 }'],
    ['a = { $0 b = 2 }', 'a = { K = 1, b = 2 }'],
    ['a = {\n  b = 1\n  $0\n  c = 1\n}', 'a = {\n  b = 1\n  K = 1\n  c = 1\n}'],
    ['b "$0" {\n}', 'b "K" {\n}'],
  ])('%s', (marked, expected) => {
    expect(writeKey(here(marked), 'K', '1')).toBe(expected);
  });

  it('in quotes where it needs them', () => {
    expect(writeKey(here('a = { $0 }'), 'aws:SourceArn', '["x"]')).toBe('a = { "aws:SourceArn" = ["x"] }');
  });
});

describe('a value that is given in JSON', () => {
  it('is written in HCL', () => {
    const json = '{\n\t"Effect": "Allow",\n\t"aws:x": ["${y}", "z\\/"],\n\t"k": { "l": 1, "m": 2 }\n}';
    expect(here('a = [$0]').slot?.valueText(json)).toBe(
      '{\n\tEffect = "Allow"\n\t"aws:x" = ["$${y}", "z/"]\n\tk = { l = 1, m = 2 }\n}',
    );
    expect(here('a = ["$0"]').slot?.valueText(json)).toBeUndefined();
  });
});
