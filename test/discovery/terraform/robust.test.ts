// Half-typed modules: nothing that a text may hold ends the work on it or makes it endless.
import { expect, it } from 'vitest';
import { findingsOf, moduleOf } from '../../support/terraform';

const text = `locals {
  a = concat(local.b, [for k, v in local.c : "arn:aws:s3:::\${k}-\${v}"])
  b = [local.a, local.c["x"], format("%s-%s", var.x, local.d)]
  c = { x = "y", (var.k) = local.c }
  d = local.d.e[0].f[*].g
}
variable "x" { default = "z" }
resource "aws_s3_bucket" "b" {
  for_each = toset(local.b)
  bucket   = "\${each.key}-\${aws_s3_bucket.b["x"].id}"
}
resource "aws_iam_policy" "p" {
  policy = <<EOT
{ "Statement": [%{ if var.x }{ "Action": "\${local.a}", "\${x}": \${jsonencode(local.b)} }%{ else }{}%{ endif }] }
EOT
}
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode(merge(local.c, { Statement = flatten([local.a, [[aws_s3_bucket.b[*].arn]]]) }))
  inline_policy { policy = try(jsonencode({ Statement = { Effect = "Allow", Action = local.b, Resource = values(local.c) } }), null) }
}
`;

it('reads each beginning of a module, alone and beside the whole', () => {
  for (let end = 0; end <= text.length; end += 11) {
    const beginning = text.slice(0, end);
    expect(() => findingsOf({ 'main.tf': beginning })).not.toThrow();
    expect(() => moduleOf({ 'main.tf': beginning, 'other.tf': text })).not.toThrow();
    expect(() => moduleOf({ 'other.tf': text, 'main.tf': beginning })).not.toThrow();
  }
});

it('reads each beginning of a template file', () => {
  const template = text.slice(text.indexOf('{ "Statement"'), text.indexOf('EOT\n}\nresource "aws_iam_role"'));
  for (let end = 0; end <= template.length; end += 1) {
    expect(() => findingsOf({ 'p.tpl': template.slice(0, end) })).not.toThrow();
  }
});

it.each([
  ['lists', 'concat(local.x, local.x)'],
  ['lists of lists', '[local.x, local.x]'],
  ['texts', '"${local.x}${local.x}"'],
  ['objects', '{ a = local.x, b = local.x }'],
])('ends where %s grow with each step', (_, step) => {
  const locals = Array.from(
    { length: 40 },
    (_, i) => `  l${i + 1} = ${step.replaceAll('local.x', `local.l${i}`)}`,
  );
  const policy = 'jsonencode({ Statement = [{ Effect = "Allow", Action = local.l40, Resource = "*" }] })';
  const files = {
    'main.tf': `resource "aws_iam_policy" "p" {\n  policy = ${policy}\n}`,
    'locals.tf': `locals {\n  l0 = ["s3:GetObject"]\n${locals.join('\n')}\n}`,
  };
  expect(moduleOf(files).policies).toHaveLength(1);
  expect(moduleOf({ 'main.tf': Object.values(files).join('\n') }).policies).toHaveLength(1);
});
