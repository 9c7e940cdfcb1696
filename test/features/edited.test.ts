// A document that is being edited: after each key all that is said of it is what a service says that never saw the
// versions before.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index';
import { emptyConfig, type Hints, languageOf, type Service } from '../../server/src/service';
import { testService } from '../support/ask';

const root = path.join(import.meta.dirname, '../..');

/** The files of a folder that a service reads, by their names. */
function filesIn(folder: string): readonly (readonly [name: string, text: string])[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => languageOf(undefined, name) !== undefined)
    .map((name) => [name, readFileSync(path.join(root, folder, name), 'utf8')] as const);
}

const pad = ' '.repeat(600);

/** Long enough that a part of it is read by itself. */
const written: readonly (readonly [string, string])[] = [
  [
    'long.json',
    `{
  "Version": "2012-10-17",
  "Id": "${pad}",
  "Statement": [
    { "Sid": "A", "Effect": "Allow", "Action": ["s3:GetObject", "s3:GetObjekt"], "Resource": "arn:aws:s3:::a/*" },
    { "Sid": "B", "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::a/*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } },
    { "Sid": "A", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" },
    { "Effect": "Allow", "Action": ["ec2:RunInstances", "s3:*"], "Resource": ["*", "arn:aws:s3:::a"] },
    { "Sid": "A", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" },
    { "Sid": "Last", "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:PrincipalOrgID": "o-abcdefghij" } } }
  ]
}
`,
  ],
  [
    'module.tf',
    `# ${pad}
locals {
  bucket  = "reports"
  actions = ["s3:GetObject", "s3:GetObjekt"]
}

variable "stage" {
  default = "test"
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

data "aws_iam_policy_document" "read" {
  statement {
    sid       = "Read"
    actions   = local.actions
    resources = ["arn:aws:s3:::\${local.bucket}-\${var.stage}/*"]
  }
  statement {
    sid       = "Read"
    actions   = ["iam:PassRole", "ec2:RunInstances"]
    resources = ["*"]
    condition {
      test     = "StringEqual"
      variable = "aws:PrincipalTag/team"
      values   = [var.stage, local.bucket]
    }
  }
  source_policy_documents = [data.aws_iam_policy_document.more.json]
}

data "aws_iam_policy_document" "more" {
  statement {
    actions   = ["sts:AssumeRole"]
    resources = [aws_iam_role.r.arn, aws_s3_bucket.b.arn]
  }
  dynamic "statement" {
    for_each = { a = "s3:ListBucket", b = "s3:ListBukket" }
    content {
      actions   = [statement.value]
      resources = ["arn:aws:s3:::\${statement.key}"]
    }
  }
}

resource "aws_s3_bucket" "b" {
  bucket = "b-\${var.stage}"
}

resource "aws_iam_role" "r" {
  name               = "r"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "p" {
  role   = aws_iam_role.r.id
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_user" "u" {
  name = "anna"
}

resource "aws_iam_user_policy" "u" {
  user = aws_iam_user.u.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = local.actions, Resource = "*" },
      { Effect = "Allow", Action = "s3:GetObjekt", Resource = "arn:aws:s3:::\${local.bucket}/*" },
    ]
  })
}

resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "\${aws_s3_bucket.b.arn}/*" }]
    }
  EOT
}
`,
  ],
  [
    'resources.yaml',
    `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Path: /app/
      Description: ${pad}
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: ec2.amazonaws.com }
            Action: sts:AssumeRole
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
  Logs:
    Type: AWS::S3::Bucket
  Images:
    Type: AWS::S3::Bucket
  LogsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Logs
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:role/\${Role}" }
            Action: s3:GetObject
            Resource: [!Sub "\${Images.Arn}/*", "arn:aws:s3:::\${AWS::StackName}/*"]
`,
  ],
  [
    'resources.tf',
    `# ${pad}
resource "aws_iam_role" "r" {
  path               = "/app/"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_lambda_function" "f" {
  role = aws_iam_role.r.arn
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket" "images" {
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/\${aws_iam_role.r.name}" }
      Action    = "s3:GetObject"
      Resource  = ["\${aws_s3_bucket.images.arn}/*", "arn:aws:s3:::images/*"]
    }]
  })
}
`,
  ],
];

const texts = [...written, ...filesIn('examples')];

const settings = { config: emptyConfig, path: 'a' };

/** All that a service says of a text, fixes included. */
function said(service: Service, name: string, version: number, text: string, hints: Hints): string {
  const document = {
    uri: `file:///${name}`,
    languageId: languageOf(undefined, name) ?? 'json',
    version,
    text,
  };
  const asked = { document, hints, settings };
  const findings = service
    .findings(document, hints)
    .map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes() }));
  const others = [service.policies(asked), service.symbols(asked), service.codeLenses(asked, undefined)];
  return JSON.stringify([findings, service.diagnostics(asked), others], null, 1);
}

/** Places in a text, the same ones each time. */
function placesIn(text: string, count: number): readonly number[] {
  const step = Math.max(1, Math.floor(text.length / count));
  return Array.from(
    { length: Math.min(count, text.length) },
    (_, i) => (i * step + ((i * 7919) % step)) % text.length,
  );
}

/** What is typed, key by key; each `\b` takes the character in front away. */
const typing = ['x\b', '"', '\b\b', 's3:', '\n', ' }', '{', '*\b', 'Get'];

describe.each(texts)('%s, edited', (name, text) => {
  const hints: Hints = name.endsWith('.tf')
    ? {
        neighbours: [
          {
            uri: 'file:///other.tf',
            languageId: 'terraform',
            version: 0,
            text: 'resource "aws_iam_role_policy" "x" {\n  role = aws_iam_role.r.id\n  policy = data.aws_iam_policy_document.more.json\n}\n',
          },
        ],
      }
    : {};

  it.each([{}, hints])('says after each key what it says by itself', (given) => {
    const service = testService(rules);
    const fresh = () => testService(rules);
    let version = 0;
    said(service, name, version, text, given);
    for (const [index, place] of placesIn(text, 40).entries()) {
      let edited = text;
      let at = place;
      for (const key of typing[index % typing.length] ?? '') {
        edited =
          key === '\b'
            ? edited.slice(0, at - 1) + edited.slice(at)
            : edited.slice(0, at) + key + edited.slice(at);
        at += key === '\b' ? -1 : 1;
        version += 1;
        expect(said(service, name, version, edited, given), edited).toBe(
          said(fresh(), name, 0, edited, given),
        );
      }
    }
  });
});

it('keeps nothing that was found with another list of accounts', () => {
  const service = testService(rules);
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: '999988887777' }, Action: 'sts:AssumeRole' }],
  };
  const isForeign = (version: number, listed?: readonly string[]) => {
    const text = JSON.stringify(policy, null, version);
    const document = { uri: 'file:///trust.json', languageId: 'json', version, text };
    const config = { ...emptyConfig, accounts: listed && new Set(listed) };
    return service
      .report(document, {}, { ...settings, config })
      .some(({ rule }) => rule === 'foreign-account');
  };
  const others = ['111122223333'];
  const own = ['111122223333', '999988887777'];
  const found = [
    isForeign(1),
    isForeign(1, others),
    isForeign(1, own),
    isForeign(2, others),
    isForeign(2),
    isForeign(3, own),
  ];
  expect(found).toEqual([false, true, false, true, false, false]);
});
