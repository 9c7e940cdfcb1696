// What the files of a module say of each other's policies, and which attributes hold one.
import { describe, expect, it } from 'vitest';
import { policyAttributes } from '../../../server/src/discovery/terraform/resourceTypes';
import { moduleOf, outlineOf } from '../../support/terraform';

const identity =
  '{ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] }';
const trust =
  '{ Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }] }';
const policy = `resource "aws_iam_policy" "read" {\n  policy = jsonencode(${identity})\n}`;

describe('a managed policy', () => {
  it.each([
    ['aws_iam_role_policy_attachment', 'role = aws_iam_role.app.name', 'role app'],
    ['aws_iam_user_policy_attachment', 'user = "anna"', 'user anna'],
    ['aws_iam_group_policy_attachment', 'group = aws_iam_group.all[0].name', 'group all'],
    ['aws_iam_policy_attachment', 'users = ["anna"]\nroles = [aws_iam_role.app.name]', 'user anna, role app'],
  ])('is attached by %s, here and in another file', (type, owner, expected) => {
    const attachment = `resource "${type}" "a" {\n${owner}\npolicy_arn = aws_iam_policy.read.arn\n}`;
    const files = { 'main.tf': policy, 'attachment.tf': attachment };
    expect(outlineOf(moduleOf(files))).toEqual([`identity → ${expected} (managed): s3:GetObject`]);
    const [here] = outlineOf(moduleOf({ 'main.tf': `${policy}\n${attachment}` }));
    expect(here).toBe(`identity → ${expected} (managed): s3:GetObject`);
  });

  it.each([
    'each.value { a = aws_iam_policy.read.arn }',
    'each.value toset([var.other, aws_iam_policy.read.arn])',
    'each.key toset([aws_iam_policy.read.arn])',
    'each.value local.policies',
    'each.value { for k, v in merge({ a = try(aws_iam_policy.read[0].arn, null) }, var.more) : k => v if var.on }',
  ])('is attached one by one: %s', (given) => {
    const [arn = '', ...over] = given.split(' ');
    const attachment = `locals {
  policies = { a = aws_iam_policy.read.arn }
}
resource "aws_iam_role_policy_attachment" "a" {
  for_each   = ${over.join(' ')}
  role       = aws_iam_role.app.name
  policy_arn = ${arn}
}`;
    const expected = ['identity → role app (managed): s3:GetObject'];
    expect(outlineOf(moduleOf({ 'main.tf': policy, 'attachment.tf': attachment }))).toEqual(expected);
    const other = attachment.replaceAll('aws_iam_policy.read', 'aws_iam_policy.write');
    expect(outlineOf(moduleOf({ 'main.tf': policy, 'attachment.tf': other }))).toEqual([
      'identity → nobody (managed): s3:GetObject',
    ]);
  });

  it('is a boundary where it is called one, and given to nobody', () => {
    const named = policy.replace('"read"', '"permissions_boundary"');
    const given = `resource "aws_iam_role_policy_attachment" "a" {\nrole = "app"\npolicy_arn = aws_iam_policy.permissions_boundary.arn\n}`;
    expect(outlineOf(moduleOf({ 'main.tf': named }))).toEqual(['boundary → nobody (managed): s3:GetObject']);
    expect(outlineOf(moduleOf({ 'main.tf': named, 'given.tf': given }))).toEqual([
      'identity → role app (managed): s3:GetObject',
    ]);
  });

  it('is a boundary where nothing else is made of it', () => {
    const role = 'resource "aws_iam_role" "app" {\n  permissions_boundary = aws_iam_policy.read.arn\n}';
    expect(outlineOf(moduleOf({ 'main.tf': policy, 'role.tf': role }))).toEqual([
      'boundary → nobody (managed): s3:GetObject',
    ]);
  });
});

describe('a policy in a local', () => {
  const locals = `locals {\n  trust = jsonencode(${trust})\n  plain = ${identity}\n}`;
  const role = `resource "aws_iam_role" "app" {
  assume_role_policy = local.trust
  inline_policy { policy = jsonencode(local.plain) }
}`;

  it('is of the type that it is used for, in its own file alone', () => {
    const expected = [
      'trust → role app (inline): sts:AssumeRole',
      'identity → role app (inline): s3:GetObject',
    ];
    expect(outlineOf(moduleOf({ 'main.tf': `${locals}\n${role}` }))).toEqual([...expected, 'role app +0']);
    expect(outlineOf(moduleOf({ 'locals.tf': locals, 'role.tf': role }))).toEqual(expected);
    expect(outlineOf(moduleOf({ 'role.tf': role, 'locals.tf': locals }))).toEqual(['role app +0']);
  });

  it('is told by its statements where nobody uses it', () => {
    expect(outlineOf(moduleOf({ 'main.tf': locals }))).toEqual([
      'trust → nobody (undefined): sts:AssumeRole',
      'identity → nobody (undefined): s3:GetObject',
    ]);
  });
});

describe('by what they say are found', () => {
  it.each([
    ['outputs', `output "x" {\n  value = jsonencode(${identity})\n}`, 1],
    [
      'defaults',
      `variable "x" {\n  default = <<EOT\n{ "Statement": { "Effect": "Allow", "Action": "s3:*" } }\nEOT\n}`,
      1,
    ],
    ['arguments of modules', `module "x" {\n  policies = { a = jsonencode(${identity}) }\n}`, 1],
    [
      'attributes that are new',
      `resource "aws_new_thing" "x" {\n  resource_policy = jsonencode(${identity})\n}`,
      1,
    ],
    ['no policies of IoT', `resource "aws_iot_policy" "x" {\n  policy = jsonencode(${identity})\n}`, 0],
    ['no redrive policies', 'resource "aws_sqs_queue" "x" {\n  redrive_policy = jsonencode({ a = 1 })\n}', 0],
    ['no local values of another kind', 'locals {\n  x = { Statement = [{ Priority = 1 }] }\n}', 0],
  ])('%s', (_, text, count) => {
    expect(moduleOf({ 'main.tf': text }).policies).toHaveLength(count);
  });
});

describe('resources', () => {
  it.each(
    [...policyAttributes].flatMap(([type, attributes]) => attributes.map((each) => [type, each] as const)),
  )('%s %j', (type, { path, type: expected }) => {
    const names = path.split('.');
    const inner = `${names.at(-1)} = jsonencode(${identity})`;
    const body = names.length === 1 ? inner : `${names[0]} {\n${inner}\n}`;
    const { policies } = moduleOf({ 'main.tf': `resource "${type}" "x" {\n${body}\n}` });
    expect(policies.map(({ site }) => site.type)).toEqual([expected]);
  });

  it('that dynamic blocks make', () => {
    const text = `resource "aws_iam_role" "app" {
  dynamic "inline_policy" {
    for_each = var.policies
    content { policy = jsonencode(${identity}) }
  }
}`;
    expect(outlineOf(moduleOf({ 'main.tf': text }))).toEqual([
      'identity → role app (inline): s3:GetObject',
      'role app +0',
    ]);
  });
});

it('a plan holds the policies of its resources', () => {
  const document = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'sqs:*', Principal: '*' }] });
  const resource = { type: 'aws_sqs_queue_policy', name: 'q', values: { policy: document, queue_url: null } };
  const child = { resources: [{ type: 'aws_iam_policy', name: 'p', values: { policy: document } }] };
  const plan = {
    format_version: '1.2',
    planned_values: { root_module: { resources: [resource], child_modules: [child] } },
  };
  expect(outlineOf(moduleOf({ 'plan.json': JSON.stringify(plan) }))).toEqual([
    'resource → resource AWS::SQS::Queue (inline): sqs:*',
    'identity → nobody (managed): sqs:*',
  ]);
});
