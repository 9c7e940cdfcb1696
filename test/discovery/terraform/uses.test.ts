// What policies that data sources write are taken to be for, by what they are given to.
import { expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis';
import { moduleOf } from '../../support/terraform';

const documents = (...names: readonly string[]) =>
  names
    .map(
      (name) => `data "aws_iam_policy_document" "${name}" {
  statement { actions = ["s3:GetObject"] }
}
`,
    )
    .join('');

/** `name: type → whose (storage)` for each data source. */
function used(text: string): readonly string[] {
  const { policies } = analyze({
    uri: 'file:///main.tf',
    languageId: 'terraform',
    version: 0,
    text,
  });
  return policies.map(({ site }) => {
    const owners = site.attachedTo.map(
      ({ kind, name, resourceType }) => `${kind} ${resourceType ?? name ?? '?'}`,
    );
    return `${site.name}: ${site.type} → ${owners.join(', ') || 'nobody'} (${site.storage})`;
  });
}

it('follows the references of a file', () => {
  expect(
    used(`${documents('a', 'b', 'c', 'd')}
resource "aws_iam_role" "r" {
  assume_role_policy = data.aws_iam_policy_document.a.json
}
resource "aws_iam_user_policy" "p" {
  user   = aws_iam_user.anna.name
  policy = data.aws_iam_policy_document.b[0].minified_json
}
resource "aws_s3_bucket_policy" "p" {
  policy = var.on ? data.aws_iam_policy_document.c["x"].json : null
}
resource "aws_iam_role_policy" "p" {
  role   = aws_iam_role.r.id
  policy = "\${data.aws_iam_policy_document.d.json}"
}
`),
  ).toEqual([
    'a: trust → role r (inline)',
    'b: identity → user anna (inline)',
    'c: resource → resource AWS::S3::Bucket (inline)',
    'd: identity → role r (inline)',
  ]);
});

it('follows local values and other documents', () => {
  expect(
    used(`${documents('a', 'b')}
data "aws_iam_policy_document" "c" {
  source_policy_documents = [data.aws_iam_policy_document.a.json, local.b]
}
data "aws_iam_policy_document" "d" {
  override_policy_documents = concat([data.aws_iam_policy_document.c.json], local.d)
}
locals {
  b = data.aws_iam_policy_document.b.json
  d = [data.aws_iam_policy_document.d.json, local.d]
}
resource "aws_sqs_queue_policy" "p" {
  policy = local.d
}
`),
  ).toEqual(['a', 'b', 'c', 'd'].map((name) => `${name}: resource → resource AWS::SQS::Queue (inline)`));
});

it('says no more than all uses have in common', () => {
  const policy = (type: string, name: string) =>
    `resource "${type}" "${name}" {\n  policy = data.aws_iam_policy_document.a.json\n}\n`;
  expect(
    used(documents('a') + policy('aws_sqs_queue_policy', 'p') + policy('aws_sns_topic_policy', 'q')),
  ).toEqual(['a: resource → resource p, resource q (inline)']);
  expect(used(documents('a') + policy('aws_iam_policy', 'p') + policy('aws_s3_bucket_policy', 'q'))).toEqual([
    'a: identity → nobody (managed)',
  ]);
});

it('goes by what the statements say where no use is known', () => {
  const document = (lines: string) =>
    used(`data "aws_iam_policy_document" "a" {\n  statement {\n${lines}\n  }\n}\n`)[0]?.split(' ')[1];
  const principals = 'principals {\n type = "Service"\n identifiers = ["ec2.amazonaws.com"]\n}';
  expect(document('actions = ["s3:GetObject"]')).toBe('identity');
  expect(document(`actions = ["sts:AssumeRole"]\n${principals}`)).toBe('trust');
  expect(document(`actions = ["s3:GetObject"]\n${principals}`)).toBe('resource');
  const dynamic = 'dynamic "principals" {\n for_each = var.x\n content {}\n}';
  expect(document(`actions = ["sts:AssumeRole"]\n${dynamic}`)).toBe('trust');
  expect(document(`actions = ["sts:AssumeRole"]\n}\nstatement {\n${dynamic}`)).toBe('identity');
});

it('leaves alone what a module fills in', () => {
  const document = `data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["_S3_BUCKET_ARN_", "arn:aws:s3:::_S3_BUCKET_ID_/*"]
  }
}
`;
  const given = 'module "b" {\n  policy = data.aws_iam_policy_document.a.json\n}\n';
  const resources = (text: string) =>
    analyze({ uri: 'file:///main.tf', languageId: 'terraform', version: 0, text }).policies.flatMap(
      ({ policy }) => policy.statements[0]?.resources[0]?.patterns.map(({ value }) => value) ?? [],
    );
  expect(resources(document)).toEqual(['_S3_BUCKET_ARN_', 'arn:aws:s3:::_S3_BUCKET_ID_/*']);
  expect(resources(document + given)).toEqual([]);
});

it('follows references to other files, and values from there', () => {
  const { policies } = moduleOf({
    'policies.tf': `data "aws_iam_policy_document" "a" {
  source_policy_documents = [data.aws_iam_policy_document.b.json]
  statement {
    actions   = local.actions
    resources = ["\${aws_s3_bucket.b.arn}/*"]
  }
}
data "aws_iam_policy_document" "b" {
  statement { actions = ["s3:GetObject"] }
}
`,
    'main.tf': `resource "aws_s3_bucket" "b" { bucket = "reports" }
resource "aws_iam_role_policy" "p" {
  role   = aws_iam_role.app.id
  policy = data.aws_iam_policy_document.a.json
}
locals {
  actions = ["s3:PutObject"]
}
`,
  });
  const shown = policies.map(({ site, policy: { statements } }) => {
    const [statement] = statements;
    const elements = [...(statement?.resources ?? []), ...(statement?.actions ?? [])];
    const texts = elements.flatMap(({ patterns, templates }) => [...patterns, ...templates]);
    return [site.type, ...site.attachedTo.map(({ name }) => name), ...texts.map(({ value }) => value)];
  });
  expect(shown).toEqual([
    ['identity', 'app', 'arn:${partition}:s3:::reports/*', 's3:PutObject'],
    ['identity', 'app', 's3:GetObject'],
  ]);
});

it('takes a name that two files declare for the one of the file that uses it', () => {
  const declared = documents('this');
  const role = (name: string) =>
    `${declared}resource "aws_iam_role" "${name}" {\n  assume_role_policy = data.aws_iam_policy_document.this.json\n}\n`;
  const managed = (name: string) => `${declared}resource "aws_iam_policy" "this" {
  policy = data.aws_iam_policy_document.this.json
}
resource "aws_iam_role_policy_attachment" "this" {
  role       = aws_iam_role.${name}.name
  policy_arn = aws_iam_policy.this.arn
}
`;
  const usesOf = (...texts: readonly string[]) => {
    const files = texts.map((text, at) => [`${at}.tf`, text] as const);
    const [policy] = moduleOf(Object.fromEntries(files)).policies;
    return [policy?.site.type, ...(policy?.site.attachedTo ?? []).map(({ name }) => name)];
  };
  expect(usesOf(role('a'), role('b'), managed('c'))).toEqual(['trust', 'a']);
  expect(usesOf(managed('a'), managed('b'), role('c'))).toEqual(['identity', 'a']);
  const merged = `${declared}data "aws_iam_policy_document" "all" {
  source_policy_documents = [data.aws_iam_policy_document.this.json]
}
resource "aws_iam_role_policy" "p" {
  role   = "b"
  policy = data.aws_iam_policy_document.all.json
}
`;
  expect(usesOf(role('a'), merged)).toEqual(['trust', 'a']);
});
