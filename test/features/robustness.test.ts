// Half-typed texts: each prefix of a document, and each document with one character gone, goes through every feature
// and every rule without a throw, and every fix that is offered can be applied.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position, Range } from 'vscode-languageserver-types';
import { applyEdits, conflicts } from '../../server/src/base/edit';
import { type Language, rules } from '../../server/src/service';
import { askOf, testService } from '../support/ask';
import { applyWorkspaceEdit } from '../support/checkActions';

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

const users = `resource "aws_iam_user" "a" {
  name = "a"
}
resource "aws_iam_access_key" "a" {
  user = aws_iam_user.a.name
}
resource "aws_iam_user_policy" "a" {
  user   = aws_iam_user.a.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["iam:PassRole", "sqs:*"], Resource = "*" }] })
}
output "a" { value = aws_iam_access_key.a.secret }
`;
const userJson = {
  Resources: {
    A: { Type: 'AWS::IAM::User', Properties: {} },
    K: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: { Ref: 'A' } } },
    P: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        Users: [{ Ref: 'A' }],
        PolicyName: 'p',
        PolicyDocument: {
          Statement: [{ Effect: 'Allow', Action: ['iam:PassRole', 'sqs:*'], Resource: '*' }],
        },
      },
    },
  },
  Outputs: { S: { Value: { 'Fn::GetAtt': ['K', 'SecretAccessKey'] } } },
};
const userTemplate = `Resources:
  A:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument: { Statement: [{ Effect: Allow, Action: [iam:PassRole, "sqs:*"], Resource: "*" }] }
  K: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref A } }
  P:
    Type: AWS::IAM::UserPolicy
    Properties:
      UserName: !Ref A
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: sqs:Get*
            Resource: !Sub "arn:\${AWS::Partition}:sqs:*:*:*"
Outputs:
  S:
    Value: !GetAtt K.SecretAccessKey
`;

const documents: readonly (readonly [name: string, language: Language, text: string])[] = [
  ['a policy', 'jsonc', policy],
  ['a policy in a string', 'jsonc', embedded],
  ['a policy in YAML', 'yaml', policy],
  ['a CloudFormation template', 'yaml', read('template.yaml')],
  ['a SAM template', 'yaml', read('sam.yaml')],
  ['a Serverless file', 'yaml', read('serverless.yml')],
  ['a Terraform file', 'terraform', read('policies.tf')],
  ['a data source', 'terraform', dataSource],
  ['a data source in JSON', 'json', json],
  ['users in a Terraform file', 'terraform', users],
  ['users in a template', 'yaml', userTemplate],
  ['users in a template in JSON', 'json', JSON.stringify(userJson, undefined, 2)],
  ['a manifest', 'yaml', manifest],
  ['a source in TypeScript', 'typescript', script],
  ['a source in Python', 'python', python],
];

const service = testService(rules);
const everything = { only: ['quickfix', 'source'], versionedEdits: true } as const;

function read(name: string): string {
  return readFileSync(path.join(import.meta.dirname, 'texts', name), 'utf8');
}

/** Asks everything of a text, with the cursor at `offset`. */
function askEverything(text: string, language: Language, offset: number): void {
  const asked = askOf(text, { language });
  const lines = text.slice(0, offset).split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  service.hover(asked, position);
  service.completion(asked, position, { snippets: true });
  service.diagnostics(asked);
  for (const { command } of service.codeLenses(asked, 'show')) expect(command?.title).not.toBe('');
  for (const { range: whole, selectionRange, children = [] } of service.symbols(asked)) {
    for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
      expect(isWithin(inner, whole)).toBe(true);
    }
  }
  for (const { title, edit } of service.codeActions(asked, range, everything)) {
    expect(title).not.toBe('');
    expect(edit).toBeDefined();
  }
  refactorEverything(text, language, position);
  for (const finding of service.findings(asked.document)) {
    for (const { edits } of finding.fixes()) {
      expect(conflicts(edits)).toBe(false);
      expect(applyEdits(text, edits)).not.toBe(text);
    }
  }
}

/** Each refactoring at the cursor can be applied, and leaves a text that parses as well as before. */
function refactorEverything(text: string, language: Language, position: Position): void {
  const asked = askOf(text, { language });
  const options = { only: ['refactor'], versionedEdits: true };
  const before = service.analysis(asked.document).problems.length;
  for (const { title, edit } of service.codeActions(asked, { start: position, end: position }, options)) {
    const after = applyWorkspaceEdit(text, edit ?? {});
    expect(after, title).not.toBe(text);
    const { problems } = service.analysis(askOf(after, { language }).document);
    expect(problems.length, `${title}\n${after}`).toBeLessThanOrEqual(before);
  }
}

function isWithin(inner: Range, outer: Range): boolean {
  return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

describe.each(documents)('%s', { timeout: 60_000 }, (_, language, text) => {
  it('is a text that Leastwise speaks of', () => {
    const asked = askOf(text, { language });
    expect([...service.policies(asked), ...service.findings(asked.document)]).not.toEqual([]);
  });

  it('up to each character', () => {
    for (let end = 0; end <= text.length; end++) askEverything(text.slice(0, end), language, end);
  });

  it('without each character', () => {
    for (let gone = 0; gone < text.length; gone++) {
      askEverything(text.slice(0, gone) + text.slice(gone + 1), language, gone);
    }
  });

  it('with other text pasted anywhere over it', () => {
    const scrap = fc.constantFrom(
      '"',
      "'",
      '{',
      '}',
      ']',
      ': ',
      '=',
      '\n',
      '\r\n',
      '\t',
      '*',
      '&a ',
      '${',
      '<<E\n',
      '#',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(40),
        fc.array(scrap, { maxLength: 4 }),
        (start, length, scraps) => {
          const pasted = scraps.join('');
          askEverything(
            text.slice(0, start) + pasted + text.slice(start + length),
            language,
            start + pasted.length,
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
