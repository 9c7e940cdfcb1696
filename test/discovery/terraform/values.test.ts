// What the expressions of a module come to: patterns that are known whole, and texts that are known in part.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/base/edit';
import { draw, fixture } from '../../support/fixture';
import { type Files, findingsOf, moduleOf } from '../../support/terraform';

/** Patterns and texts of the Resource of a policy's statements, and `?` where others may be there. */
function resources(expression: string, module = '', others: Files = {}): string {
  const text = `${module}
resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = ${expression} }]
  })
}`;
  const { policies } = moduleOf({ 'main.tf': text, ...others });
  const element = policies.at(-1)?.policy.statements[0]?.resources[0];
  const known = element?.patterns.map(({ value }) => value) ?? [];
  const templates = element?.templates.map(({ value }) => `~${value}`) ?? [];
  return [...known, ...templates, ...(element?.isPartial ? ['?'] : [])].join(' ');
}

const here = (locals: string) => `locals {\n${locals}\n}`;

describe('locals', () => {
  it.each([
    ['local.a', 'a = "arn:aws:s3:::a"', 'arn:aws:s3:::a'],
    ['local.a', 'a = ["arn:aws:s3:::a", "arn:aws:s3:::b"]', 'arn:aws:s3:::a arn:aws:s3:::b'],
    ['local.a.b["c"][0]', 'a = { b = { c = ["arn:aws:s3:::a"] } }', 'arn:aws:s3:::a'],
    ['[local.a, "arn:aws:s3:::b"]', 'a = "arn:aws:s3:::a"', 'arn:aws:s3:::a arn:aws:s3:::b'],
    ['"${local.a}/*"', 'a = "arn:aws:s3:::${local.b}"\nb = "x"', '~arn:aws:s3:::x/* ?'],
    ['"${local.a}"', 'a = ["arn:aws:s3:::a"]', 'arn:aws:s3:::a'],
    ['local.a', 'a = local.b\nb = local.a', '?'],
    [
      'local.a[each.key]',
      'a = { x = "arn:aws:s3:::x", y = "arn:aws:s3:::y" }',
      'arn:aws:s3:::x arn:aws:s3:::y ?',
    ],
    ['local.none', 'a = 1', '?'],
    [
      '"${var.x ? local.a : local.b}/*"',
      'a = "arn:aws:s3:::a"\nb = "arn:aws:s3:::b"',
      '~arn:aws:s3:::a/* ~arn:aws:s3:::b/* ?',
    ],
  ])('%s', (expression, locals, expected) => {
    expect(resources(expression, here(locals))).toBe(expected);
  });

  it('of another file are texts at the place that names them', () => {
    const others = { 'locals.tf': here('a = ["arn:aws:s3:::a"]\nb = "arn:aws:s3:::b"') };
    expect(resources('local.a', '', others)).toBe('~arn:aws:s3:::a ?');
    expect(resources('local.b', '', others)).toBe('~arn:aws:s3:::b ?');
    expect(resources('"${local.b}/*"', '', others)).toBe('~arn:aws:s3:::b/* ?');
  });
});

describe('variables', () => {
  it.each([
    ['default = "arn:aws:s3:::a"', 'arn:aws:s3:::a ?'],
    ['default = ""', '?'],
    ['default = null', '?'],
    ['type = string', '?'],
  ])('%s', (body, expected) => {
    expect(resources('var.x', `variable "x" {\n${body}\n}`)).toBe(expected);
    expect(resources('"${var.x}/*"', `variable "x" {\n${body}\n}`)).toBe('~${var.x}/* ?');
  });
});

describe('attributes', () => {
  it.each([
    ['aws_s3_bucket.b.arn', 'resource "aws_s3_bucket" "b" { bucket = "x" }', '~arn:${partition}:s3:::x ?'],
    ['"${aws_s3_bucket.b.arn}/*"', '', '~arn:${partition}:s3:::${aws_s3_bucket.b.bucket}/* ?'],
    ['aws_s3_bucket.b[0].arn', 'resource "aws_s3_bucket" "b" { bucket = "x" }', '~arn:${partition}:s3:::x ?'],
    ['aws_s3_bucket.b[*].arn', 'resource "aws_s3_bucket" "b" { bucket = "x" }', '~arn:${partition}:s3:::x ?'],
    [
      'aws_s3_bucket.b.arn',
      'resource "aws_s3_bucket" "b" { bucket = "${var.env}-x" }',
      '~arn:${partition}:s3:::${var.env}-x ?',
    ],
    [
      'aws_s3_bucket.b["a"].arn',
      'resource "aws_s3_bucket" "b" {\n  for_each = toset(["a", "b"])\n  bucket = "x-${each.key}"\n}',
      '~arn:${partition}:s3:::x-a ~arn:${partition}:s3:::x-b ?',
    ],
    [
      'data.aws_iam_role.r.arn',
      'data "aws_iam_role" "r" { name = "r" }',
      '~arn:${partition}:iam::${account}:role${aws_iam_role.r.path}r ?',
    ],
    ['data.aws_s3_bucket.b.arn', 'data "aws_s3_bucket" "b" { bucket = "x" }', '~arn:${partition}:s3:::x ?'],
    [
      '"arn:aws:s3:::${aws_s3_bucket.b.id}"',
      'resource "aws_s3_bucket" "b" { bucket = "x" }',
      '~arn:aws:s3:::x ?',
    ],
    [
      'aws_iam_role.r.arn',
      'resource "aws_iam_role" "r" { name = "r" }',
      '~arn:${partition}:iam::${account}:role/r ?',
    ],
    [
      'aws_iam_role.r.arn',
      'resource "aws_iam_role" "r" {\n  path = "/a/"\n  name_prefix = "r-"\n}',
      '~arn:${partition}:iam::${account}:role/a/r-${suffix} ?',
    ],
    [
      'aws_ssm_parameter.p.arn',
      'resource "aws_ssm_parameter" "p" { name = "/a/b" }',
      '~arn:${partition}:ssm:${region}:${account}:parameter/a/b ?',
    ],
    [
      '"arn:${data.aws_partition.current.partition}:s3:::x"',
      '',
      '~arn:${data.aws_partition.current.partition}:s3:::x ?',
    ],
    ['aws_unheard_of.x.arn', '', '?'],
    ['module.x.arn', '', '?'],
  ])('%s of %s', (expression, module, expected) => {
    expect(resources(expression, module)).toBe(expected);
  });
});

describe('functions', () => {
  const module = here(
    'a = ["arn:aws:s3:::a", "arn:aws:s3:::b"]\nn = { x = "one", y = "two" }\nt = "Arn:aws:S3:::T"',
  );
  it.each([
    ['concat(local.a, ["arn:aws:s3:::c"])', 'arn:aws:s3:::a arn:aws:s3:::b arn:aws:s3:::c'],
    ['flatten([local.a, [["arn:aws:s3:::c"]]])', 'arn:aws:s3:::a arn:aws:s3:::b arn:aws:s3:::c'],
    ['distinct(compact(tolist(toset(local.a))))', 'arn:aws:s3:::a arn:aws:s3:::b'],
    ['concat(local.a, var.more)', 'arn:aws:s3:::a arn:aws:s3:::b ?'],
    ['coalesce(var.x, local.a[0])', 'arn:aws:s3:::a ?'],
    ['try(local.a[0], "arn:aws:s3:::z")', 'arn:aws:s3:::a arn:aws:s3:::z ?'],
    ['format("arn:aws:s3:::%s/%s", var.bucket, "x")', '~arn:aws:s3:::${var.bucket}/x ?'],
    ['format("arn:aws:s3:::%s/%%", var.bucket)', '~arn:aws:s3:::${var.bucket}/% ?'],
    ['format("arn:aws:s3:::%[1]s", var.bucket)', '?'],
    ['formatlist("%s/*", local.a)', '~arn:aws:s3:::a/* ~arn:aws:s3:::b/* ?'],
    ['formatlist("arn:aws:s3:::%s/*", var.buckets)', '~arn:aws:s3:::${an item}/* ?'],
    ['join(":", ["arn", "aws", "s3", "", "", var.x])', '~arn:aws:s3:::${var.x} ?'],
    ['lower(local.t)', '~arn:aws:s3:::t ?'],
    ['[for k, v in local.n : "arn:aws:s3:::${k}/${v}"]', '~arn:aws:s3:::x/one ~arn:aws:s3:::y/two ?'],
    ['[for b in ["p", "q"] : "arn:aws:s3:::${b}"]', '~arn:aws:s3:::p ~arn:aws:s3:::q ?'],
    ['[for b in var.buckets : "arn:aws:s3:::${b}"]', '~arn:aws:s3:::${b} ?'],
    ['values(local.n)', 'one two'],
    ['lookup(local.n, var.x, "three")', 'one two three ?'],
    ['jsondecode(jsonencode(local.a))', 'arn:aws:s3:::a arn:aws:s3:::b'],
    ['var.x ? local.a : ["arn:aws:s3:::c"]', 'arn:aws:s3:::a arn:aws:s3:::b arn:aws:s3:::c ?'],
    ['unheard(local.a)', '?'],
  ])('%s', (expression, expected) => {
    expect(resources(expression, module)).toBe(expected);
  });
});

it('each.value of a literal set is one of its texts', () => {
  const text = `resource "aws_iam_policy" "p" {
  for_each = toset(["a", "b"])
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::\${each.value}/*" }]
  })
}`;
  const [element] = moduleOf({ 'main.tf': text }).policies[0]?.policy.statements[0]?.resources ?? [];
  expect(element?.templates.map(({ value }) => value)).toEqual(['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*']);
});

describe('findings', () => {
  const policy = (action: string, statement = '') => `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [${statement}{ Effect = "Allow", Action = ${action}, Resource = "arn:aws:s3:::b/*" }]
  })
}`;

  it('on a local stand where it is set, once, and are mended there', () => {
    const { text, marks } = fixture(`locals {
  read = ["s3:GetObjekt"]
  #       ^^^^^^^^^^^^^^ invalid-action
}
${policy('local.read')}
${policy('concat(local.read, ["s3:PutObject"])').replace('"p"', '"q"')}`);
    const findings = findingsOf({ 'main.tf': text });
    expect(
      draw(
        text,
        findings.map(({ span, rule }) => ({ span, label: rule })),
      ),
    ).toBe(draw(text, marks));
    expect(applyEdits(text, findings[0]?.fixes()[0]?.edits ?? [])).toContain('read = ["s3:GetObject"]');
  });

  it('on what another file says stand where it is named, and nothing of it is edited', () => {
    const statement = '{ Sid = "a", Effekt = "Allow", Action = "s3:GetObjekt", Resource = "*" }';
    const findings = findingsOf({
      'main.tf': policy('"s3:GetObject"', 'local.statement, '),
      'locals.tf': here(`statement = ${statement}`),
    });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.flatMap((finding) => finding.fixes())).toEqual([]);
  });
});

it('what jsonencode puts into a heredoc is known, and is no place for edits', () => {
  const text = `variable "actions" {
  default = ["s3:GetObjekt"]
}
resource "aws_iam_policy" "p" {
  policy = <<EOT
{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": \${jsonencode(concat(var.actions, ["s3:Put*"]))}, "Resource": "\${var.x}" }] }
EOT
}`;
  const [element] = moduleOf({ 'main.tf': text }).policies[0]?.policy.statements[0]?.actions ?? [];
  expect(element?.patterns).toEqual([]);
  expect(element?.templates.map(({ value }) => value)).toEqual(['s3:GetObjekt', 's3:Put*']);
  expect(findingsOf({ 'main.tf': text }).flatMap((finding) => finding.fixes())).toEqual([]);
});
