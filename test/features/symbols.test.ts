// The outline of a document, drawn as indented names.
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { type AskOptions, askOf, testService } from '../support/ask';
import { inTerraform } from '../support/policies';

const service = testService();

function outline(text: string, language: AskOptions['language'] = 'json'): string {
  return drawn(service.symbols(askOf(text, { language })), '').join('\n');
}

function drawn(symbols: readonly DocumentSymbol[], indent: string): readonly string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail ? ` – ${detail}` : ''}`,
    ...drawn(children ?? [], `${indent}  `),
  ]);
}

describe('symbols', () => {
  it('name statements by their Sid or by what they say', () => {
    expect(
      outline(`{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "arn:aws:s3:::reports/*" },
    { "Effect": "Deny", "NotAction": "iam:*", "Resource": ["a", "b", "c"], "Condition": { "Bool": { "aws:SecureTransport": "false" } } },
    { "Sid": "" },
    {}
  ]
}`),
    ).toBe(`Identity policy
  Read – Allow s3:GetObject and 1 more on arn:aws:s3:::reports/*
  Deny all but iam:* on a and 2 more under conditions
  Statement
  Statement`);
  });

  it('name data sources of Terraform', () => {
    const text = `data "aws_iam_policy_document" "trust" {
  statement {
    sid     = "Ec2"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
  dynamic "statement" {
    for_each = var.more
    content {
      effect  = "Deny"
      actions = [statement.value]
    }
  }
}
resource "aws_iam_role" "app" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
`;
    expect(outline(text, 'terraform')).toBe(`trust – Trust policy · role app
  Ec2 – Allow ec2.amazonaws.com to sts:AssumeRole
  Deny …`);
  });

  it('say who a policy is for', () => {
    expect(
      outline(`{
  "RoleName": "Deploy",
  "AssumeRolePolicyDocument": {
    "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
  }
}`),
    ).toBe(`Trust policy – role Deploy
  Allow ec2.amazonaws.com to sts:AssumeRole`);
  });

  it('lie in the ranges of their statements', () => {
    const text = '{ "Statement": { "Sid": "A", "Effect": "Allow", "Action": "*", "Resource": "*" } }';
    const [policy] = service.symbols(askOf(text));
    const [statement] = policy?.children ?? [];
    expect(statement?.range.start.character).toBe(text.indexOf('{ "Sid"'));
    expect(statement?.selectionRange.start.character).toBe(text.indexOf('"A"'));
  });

  it('can be had as a list', () => {
    const text = '{ "Statement": { "Sid": "A", "Effect": "Allow", "Action": "*", "Resource": "*" } }';
    const list = service.flatSymbols(askOf(text));
    expect(list.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['Identity policy', undefined],
      ['A', 'Identity policy'],
    ]);
  });

  it('show texts known in part with their holes', () => {
    const text = inTerraform(`      Action   = "s3:GetObject"
      Resource = [var.a, "arn:aws:s3:::\${var.b}/*", "arn:aws:s3:::b"]`);
    expect(outline(text, 'terraform')).toContain('Allow s3:GetObject on arn:aws:s3:::${var.b}/* and 1 more');
  });
});
