// Policies that functions put together: what is known of them is looked at, and what may come from elsewhere is not missed.
import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../../server/src/policy/size';
import { type Files, findingsOf, moduleOf, outlineOf } from '../../support/terraform';

const statement = (action: string) => `{ Effect = "Allow", Action = "${action}", Resource = "*" }`;

const encoded = (value: string): Files => ({
  'main.tf': `resource "aws_iam_policy" "p" {
  policy = jsonencode(${value})
}
`,
});

const withStatements = (list: string) => encoded(`{ Version = "2012-10-17", Statement = ${list} }`);

function actionsIn(files: Files): readonly string[] {
  return outlineOf(moduleOf(files)).map((each) => each.replace(/^identity → nobody \(managed\): /, ''));
}

describe('is found', () => {
  it.each([
    ['merge', encoded(`merge({ Version = "2012-10-17" }, { Statement = [${statement('s3:GetObject')}] })`)],
    [
      'merge with what is known later',
      encoded(`merge(var.base, { Statement = ${statement('s3:GetObject')} })`),
    ],
    ['concat', withStatements(`concat([${statement('s3:GetObject')}], var.more)`)],
    ['for', withStatements(`[for b in var.buckets : ${statement('s3:GetObject')}]`)],
    ['flatten', withStatements(`flatten([[for b in var.buckets : ${statement('s3:GetObject')}]])`)],
    [
      'merge of a statement',
      withStatements('[merge({ Effect = "Allow", Action = "s3:GetObject" }, var.more)]'),
    ],
  ])('%s', (_, files) => {
    expect(actionsIn(files)).toEqual(['s3:GetObject']);
    expect(findingsOf(files).filter(({ category }) => category === 'error')).toEqual([]);
  });

  it('a mistake in any of their arguments, and nothing but that', () => {
    const files = withStatements(
      `concat([merge({ Effect = "Allow", Action = "s3:GetObjekt" }, { Resource = "*" })], [${statement('s3:PutObjekt')}])`,
    );
    expect(findingsOf(files).map(({ rule }) => rule)).toEqual(['invalid-action', 'invalid-action']);
  });
});

describe('nothing false is said of', () => {
  const plain = '{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::b/*" }';
  it.each([
    ['a part that may be empty', `[merge(${plain}, var.x ? { Sid = "A" } : {}, {})]`],
    ['what is replaced', `[merge({ Effect = "allow", Action = "s3:GetObjekt" }, ${plain})]`],
    ['what may be left out', `[merge(${plain}, { Resource = compact(["", var.x, "arn:aws:s3:::b/*"]) })]`],
    ['what a set has once', `[merge(${plain}, { Action = toset(["s3:GetObject", "s3:GetObject"]) })]`],
    ['an item behind an unknown one', `[merge(${plain}, { Action = concat(var.x, ["none"])[1] })]`],
    ['a text of items that may be none', `[merge(${plain}, { Action = join(":", concat(["s3"], var.x)) })]`],
  ])('%s', (_, list) => {
    expect(findingsOf(withStatements(list))).toEqual([]);
  });
});

it('is as long as all that is known to be there', () => {
  const sizeIn = (files: Files) => moduleOf(files).policies.map((found) => sizeOf(found).size);
  const both = withStatements(`[${statement('s3:GetObject')}, ${statement('s3:PutObject')}]`);
  const joined = withStatements(`concat([${statement('s3:GetObject')}], [${statement('s3:PutObject')}])`);
  expect(sizeIn(joined)).toEqual(sizeIn(both));
  const more = withStatements(
    `concat([${statement('s3:GetObject')}], var.more, var.x ? [] : [${statement('s3:*')}], [${statement('s3:PutObject')}])`,
  );
  expect(sizeIn(more)).toEqual(sizeIn(both));
});

it('a document that another one starts from is checked, and may be empty', () => {
  const found = findingsOf({
    'main.tf': `data "aws_iam_policy_document" "empty" {}
data "aws_iam_policy_document" "all" {
  source_policy_documents = [jsonencode({ Version = "2012-10-17", Statement = [${statement('s3:GetObjekt')}] })]
}
`,
  });
  expect(found.map(({ rule }) => rule)).toEqual(['invalid-action']);
  const used = 'resource "aws_iam_policy" "p" {\n  policy = data.aws_iam_policy_document.empty.json\n}\n';
  expect(
    findingsOf({ 'main.tf': `data "aws_iam_policy_document" "empty" {}\n${used}` }).map(({ rule }) => rule),
  ).toEqual(['missing-statement']);
});
