// Half-typed texts: each prefix of a policy, and each policy with one character gone, goes through every feature and
// every rule without a throw.
import { describe, expect, it } from 'vitest';
import type { Position, Range } from 'vscode-languageserver-types';
import { type Language, rules } from '../../server/src/service';
import { askOf, testService } from '../support/ask';

const policy = String.raw`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Rea\u0064", "Effect": "Allow",
      "Principal": { "AWS": ["arn:aws:iam::123456789012:root", "*"], "Service": "ec2.amazonaws.com" },
      "Action": ["s3:Get*", "iam:PassRole"], "NotResource": "arn:aws:s3:::a/${'${aws:username}'}/*",
      "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-1/*"] }, "Bool": { "aws:SecureTransport": true } }
    }
  ]
}`;
const embedded = `{ "PolicyName": "p", "PolicyDocument": ${JSON.stringify(policy.replace(/\n\s*/g, ' '))} }`;

const manifest = `{{- if .Values.on }}
apiVersion: iam.services.k8s.aws/v1alpha1
kind: User
metadata: { name: {{ .name }} }
spec:
  policies: [arn:aws:iam::aws:policy/ReadOnlyAccess]
  inlinePolicies:
    p: |
      { "Version": "2012-10-17", "Statement": [
        {{- range .Values.s }}
        {{ toJson . }},
        {{- end }}
        { "Effect": {{ .e | quote }}, "Action": ["s3:Get{{ .x }}", "s3:GetObjekt"], "Resource": "*" } ] }
`;
const script = `import { PolicyStatement } from 'aws-cdk-lib/aws-iam'; // it's
const re = /["'/]/, t = \`a \${ '}' } b\`;
s.addActions('s3:GetObjekt', "s3:\\u0047et", other([1]));
new PolicyStatement({ effect, actions: ['s3:GetObject', ...more, \`s3:\${x}\`], notActions: ["sqs:SendMesage"] });
`;
const python = `from aws_cdk import aws_iam as iam  # it's
"""doc "string" """
iam.PolicyStatement(effect=ALLOW, actions=["s3:GetObjekt", f"s3:{x}", r's3:\\x'], **more)
s.add_not_actions('dyanmodb:PutItem')
`;

const dataSource = String.raw`data "aws_iam_policy_document" "a" {
  count                   = var.on ? 1 : 0
  source_policy_documents = [data.aws_iam_policy_document.b.json]
  statement {
    sid     = "Read one" # why
    actions = ["s3:Get*", "s3:GetObject", "iam:PassRole"]
    not_resources = ["arn:aws:s3:::${'${var.b}'}/&{aws:username}/*", "*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringLike"
      variable = "aws:PrincipalTag/team"
      values   = ["a\u0062", true, var.x]
    }
  }
  dynamic "statement" {
    for_each = var.more
    content {
      effect  = statement.value.effect
      Action = try(statement.value.actions, null)
      dynamic "principals" {
        for_each = statement.value.principals
        content {
          type        = "AWS"
          identifiers = principals.value
        }
      }
    }
  }
}
resource "aws_iam_role" "r" { assume_role_policy = local.trust }
locals { trust = data.aws_iam_policy_document.a[0].json }
`;
const json = JSON.stringify({
  data: {
    aws_iam_policy_document: {
      a: {
        statement: [
          {
            actions: ['s3:GetObject', 's3:*'],
            resources: '*',
            principals: { type: 'AWS', identifiers: ['*'] },
            condition: [
              { test: 'Bool', variable: 'aws:SecureTransport', values: ['true'] },
              { test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] },
            ],
          },
        ],
      },
    },
  },
});

/** A busy machine takes its time over some thousand texts. */
const TIMEOUT_MS = 60_000;

const texts: readonly (readonly [string, string, Language])[] = [
  ['a policy', policy, 'jsonc'],
  ['a policy in a string', embedded, 'jsonc'],
  ['a manifest', manifest, 'yaml'],
  ['a source in TypeScript', script, 'typescript'],
  ['a source in Python', python, 'python'],
  ['a data source', dataSource, 'terraform'],
  ['a data source in JSON', json, 'json'],
];

const service = testService(rules);

/** Asks everything of a text, with the cursor at its end and at `offset`. */
function askEverything(text: string, language: Language, offset: number): void {
  const asked = askOf(text, { language });
  const lines = text.slice(0, offset).split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  service.hover(asked, position);
  service.completion(asked, position, { snippets: true });
  service.diagnostics(asked);
  for (const { range: whole, selectionRange, children = [] } of service.symbols(asked)) {
    for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
      expect(isWithin(inner, whole)).toBe(true);
    }
  }
  for (const { title, edit } of service.codeActions(asked, range, {
    only: ['quickfix', 'source'],
    versionedEdits: true,
  })) {
    expect(title).not.toBe('');
    expect(edit).toBeDefined();
  }
}

function isWithin(inner: Range, outer: Range): boolean {
  return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

describe('half-typed texts', () => {
  it.each(texts)(
    '%s, up to each character',
    (_, text, language) => {
      for (let end = 0; end <= text.length; end++) askEverything(text.slice(0, end), language, end);
    },
    TIMEOUT_MS,
  );

  it.each(texts)(
    '%s, without each character',
    (_, text, language) => {
      for (let gone = 0; gone < text.length; gone++) {
        askEverything(text.slice(0, gone) + text.slice(gone + 1), language, gone);
      }
    },
    TIMEOUT_MS,
  );
});
