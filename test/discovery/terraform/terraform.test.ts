// Policies in Terraform: jsonencode, heredocs and strings; what is known only later is left alone.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis';
import { applyEdits } from '../../../server/src/base/edit';
import { ruleFiles } from '../../support/allRules';
import { draw, fixture } from '../../support/fixture';
import { analysisOf, runRules } from '../../support/ruleSpec';

const rules = (await ruleFiles()).map(({ rule }) => rule);

/** `type → attached to (storage), Action of each statement`, and the entities. */
function found(text: string, languageId = 'terraform'): readonly string[] {
  const { policies, entities, problems } = analyze({ uri: 'file:///main.tf', languageId, version: 0, text });
  expect(problems).toEqual([]);
  const sites = policies.map(({ site, policy }) => {
    const owners = site.attachedTo.map(
      ({ kind, name, resourceType }) => `${kind} ${resourceType ?? name ?? '?'}`,
    );
    const actions = policy.statements.flatMap(
      ({ actions: [element] }) => element?.patterns.map(({ value }) => value) ?? [],
    );
    return `${site.type} → ${owners.join(', ') || 'nobody'} (${site.storage}): ${actions.join(' ')}`;
  });
  return [
    ...sites,
    ...entities.map(({ kind, name, managedPolicies }) => `${kind} ${name} +${managedPolicies.length}`),
  ];
}

const role = `resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
`;

describe('finds', () => {
  it('jsonencode, conditions around it, and inline blocks', () => {
    expect(found(role)).toEqual(['trust → role app (inline): sts:AssumeRole', 'role app +0']);
    const inline = `resource "aws_iam_role" "app" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
  inline_policy {
    name   = "read"
    policy = var.wide ? jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*" }] }) : jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject" }] })
  }
}
`;
    expect(found(inline)).toEqual([
      'identity → role app (inline): s3:*',
      'identity → role app (inline): s3:GetObject',
      'role app +0',
    ]);
  });

  it('heredocs and strings', () => {
    const text = `resource "aws_iam_user_policy" "p" {
  user   = aws_iam_user.anna.name
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }]
    }
  EOT
}
resource "aws_sqs_queue_policy" "q" {
  policy = "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Principal\\": \\"*\\", \\"Action\\": \\"sqs:SendMessage\\"}]}"
}
`;
    expect(found(text)).toEqual([
      'identity → user anna (inline): s3:GetObject',
      'resource → resource AWS::SQS::Queue (inline): sqs:SendMessage',
    ]);
  });

  it('users, their keys and what is attached to them', () => {
    const text = `resource "aws_iam_user" "anna" { name = "anna" }
resource "aws_iam_access_key" "k" { user = aws_iam_user.anna.name }
resource "aws_iam_user_policy_attachment" "a" {
  user       = aws_iam_user.anna.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
`;
    expect(found(text)).toEqual(['user anna +0', 'access-key k +0', 'user anna +1']);
  });

  it('the same in Terraform’s JSON syntax', () => {
    const policy = { Statement: [{ Effect: 'Deny', Action: 'iam:*', Resource: '*' }] };
    const text = { resource: { aws_organizations_policy: { guard: { content: JSON.stringify(policy) } } } };
    expect(found(JSON.stringify(text), 'json')).toEqual(['scp → nobody (managed): iam:*']);
  });
});

/** All findings of all rules, drawn; the drawing says where each belongs. */
function check(drawing: string): void {
  const { text, marks } = fixture(drawing);
  const findings = runRules(rules, analysisOf({ language: 'terraform', file: 'main.tf' }, text));
  expect(
    draw(
      text,
      findings.map(({ span, rule }) => ({ span, label: rule })),
    ),
  ).toBe(draw(text, marks));
}

it('says where the mistake is, and nothing of what is known only later', () => {
  check(`resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = var.effect
      Action   = ["s3:GetObjekt", local.action, "s3:\${var.verb}"]
      #           ^^^^^^^^^^^^^^ invalid-action
      Resource = [aws_s3_bucket.b.arn, "\${aws_s3_bucket.b.arn}/*", "arn:aws:s3:::home/$\${aws:username}/*"]
      Condition = { StringEquals = { "\${local.issuer}:sub" = "x" } }
    }]
  })
}`);
});

it('reads a heredoc with holes, and mends what stands beside them', () => {
  const drawing = `resource "aws_iam_policy" "p" {
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        %{ if var.wide ~}
        { "Effect": "Allow", "Action": "s3:*", "Resource": "\${aws_s3_bucket.b.arn}/*" },
        %{ endif ~}
        { "Effect": "Allow", "Action": ["s3:GetObjekt", "\${var.more}"], "Resource": \${jsonencode(local.all)} }
        #                               ^^^^^^^^^^^^^^ invalid-action
      ]
    }
  EOT
}`;
  check(drawing);
  const { text } = fixture(drawing);
  const findings = runRules(rules, analysisOf({ language: 'terraform', file: 'main.tf' }, text));
  const fixed = applyEdits(text, findings[0]?.fixes()[0]?.edits ?? []);
  expect(fixed).toBe(text.replace('GetObjekt', 'GetObject'));
});

it('knows whom a hole names in Terraform’s JSON syntax', () => {
  const policy =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';
  const user = '${aws_iam_user.bot.name}';
  const resource = {
    aws_iam_user: { bot: { name: 'b', permissions_boundary: '${aws_iam_policy.edge.arn}' } },
    aws_iam_user_policy: { own: { user, policy } },
    aws_iam_policy: { read: { policy }, edge: { policy } },
    aws_iam_user_policy_attachment: { read: { user, policy_arn: '${aws_iam_policy.read.arn}' } },
  };
  expect(found(JSON.stringify({ resource }), 'json')).toEqual([
    'identity → user bot (inline): s3:GetObject',
    'identity → user bot (managed): s3:GetObject',
    'boundary → nobody (managed): s3:GetObject',
    'user bot +0',
  ]);
});

it('reads holes in the strings of Terraform’s JSON syntax', () => {
  const statement = {
    Effect: 'Allow',
    Action: ['s3:GetObject', '${local.more}'],
    Resource: '${aws_s3_bucket.b.arn}/*',
  };
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const text = JSON.stringify({ resource: { aws_iam_policy: { p: { policy } } } });
  const analysis = analyze({ uri: 'file:///main.tf.json', languageId: 'json', version: 0, text });
  const [read] = analysis.policies[0]?.policy.statements ?? [];
  expect(read?.actions[0]?.patterns.map(({ value }) => value)).toEqual(['s3:GetObject']);
  expect(read?.resources[0]?.templates.map(({ value }) => value)).toEqual([
    'arn:${partition}:s3:::${aws_s3_bucket.b.bucket}/*',
  ]);
});
