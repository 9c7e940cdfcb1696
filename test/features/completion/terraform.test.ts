// Completion in data sources that write policies: elements as attributes and blocks, values as anywhere.
import { describe, expect, it } from 'vitest';
import { checkCompletion, completionAt, labelsAt } from '../../support/checkCompletion';

const terraform = { language: 'terraform' } as const;

/** A data source whose policy is a bucket's. */
const inDocument = (lines: string) => `data "aws_iam_policy_document" "x" {
${lines}
}
resource "aws_s3_bucket_policy" "b" {
  policy = data.aws_iam_policy_document.x.json
}
`;

const inStatement = (lines: string) => inDocument(`  statement {\n${lines}\n  }`);

function labels(marked: string): readonly string[] {
  return labelsAt(marked, terraform);
}

function check(frame: (lines: string) => string, before: string, label: string, after: string): void {
  checkCompletion(frame(before), label, frame(after), terraform);
}

describe('in a document', () => {
  it('offers what it may have', () => {
    expect(labels(inDocument('  $0'))).toEqual([
      'version',
      'policy_id',
      'statement',
      'source_policy_documents',
      'override_policy_documents',
    ]);
    expect(labels(inDocument('  version = "2012-10-17"\n  statement {}\n  $0'))).toEqual([
      'policy_id',
      'statement',
      'source_policy_documents',
      'override_policy_documents',
    ]);
  });

  it('writes a statement', () => {
    check(
      inDocument,
      '  sta$0',
      'statement',
      `  statement {
    effect = "Allow"
    principals {
      type        = "AWS"
      identifiers = [""]
    }
    actions   = [""]
    resources = [""]
  }`,
    );
  });

  it('knows its values', () => {
    check(inDocument, '  version = "$0"', '2012-10-17', '  version = "2012-10-17"');
    check(inDocument, '  source$0', 'source_policy_documents', '  source_policy_documents = []');
  });
});

describe('in a statement', () => {
  it('offers the elements that are missing by their names here', () => {
    expect(labels(inStatement('    sid = "A"\n    actions = ["s3:*"]\n    $0'))).toEqual([
      'effect',
      'principals',
      'resources',
      'condition',
      'not_principals',
      'not_resources',
    ]);
  });

  it('writes attributes and blocks', () => {
    check(inStatement, '    act$0', 'actions', '    actions = [""]');
    check(inStatement, '    effect = $0', 'Allow', '    effect = "Allow"');
    check(
      inStatement,
      '    cond$0',
      'condition',
      '    condition {\n      test     = ""\n      variable = ""\n      values   = [""]\n    }',
    );
    check(inStatement, '    principals$0 {}', 'principals', '    principals {}');
  });

  it('completes values', () => {
    check(inStatement, '    effect = "De$0"', 'Deny', '    effect = "Deny"');
    check(
      inStatement,
      '    actions = ["s3:GetObjectAc$0"]',
      's3:GetObjectAcl',
      '    actions = ["s3:GetObjectAcl"]',
    );
    check(
      inStatement,
      '    actions = ["s3:GetObjectAc$0',
      's3:GetObjectAcl',
      '    actions = ["s3:GetObjectAcl"',
    );
    check(inStatement, '    actions = $0', 's3:', '    actions = ["s3:"]');
    expect(labels(inStatement('    actions = ["$0"]'))[0]).toBe('s3:');
    expect(labels(inStatement('    actions = ["s3:GetObject"]\n    resources = ["$0"]'))).toContain('*');
  });

  it('writes policy variables as the data source wants them', () => {
    const actions = '    actions = ["s3:GetObject"]\n';
    check(
      inStatement,
      `${actions}    resources = ["arn:aws:s3:::b/&{aws:usern$0"]`,
      '${aws:username}',
      `${actions}    resources = ["arn:aws:s3:::b/&{aws:username}"]`,
    );
    check(
      inStatement,
      `${actions}    resources = ["\${aws_s3_bucket.b.arn}/&{aws:usern$0"]`,
      '${aws:username}',
      `${actions}    resources = ["\${aws_s3_bucket.b.arn}/&{aws:username}"]`,
    );
  });
});

describe('in a document whose use is not written yet', () => {
  const unused = (lines: string) => `data "aws_iam_policy_document" "x" {\n  statement {\n${lines}\n  }\n}\n`;

  it('offers principals as long as it may become a trust policy', () => {
    expect(labels(unused('    $0'))).toContain('principals');
    expect(labels(unused('    actions = ["sts:AssumeRole"]\n    $0'))).toContain('principals');
    expect(labels(unused('    actions = ["s3:GetObject"]\n    $0'))).not.toContain('principals');
  });
});

describe('in principals', () => {
  const principals = (lines: string) => inStatement(`    principals {\n${lines}\n    }`);

  it('offers the attributes, then kinds and principals', () => {
    expect(labels(principals('      $0'))).toEqual(['type', 'identifiers']);
    expect(labels(principals('      type = "AWS"\n      $0'))).toEqual(['identifiers']);
    expect(labels(principals('      type = "$0"'))).toEqual(['AWS', 'Service', 'Federated', 'CanonicalUser']);
    check(principals, '      ident$0', 'identifiers', '      identifiers = [""]');
    check(principals, '      type = $0', 'Service', '      type = "Service"');
    check(
      principals,
      '      type = "Service"\n      identifiers = ["lambd$0"]',
      'lambda.amazonaws.com',
      '      type = "Service"\n      identifiers = ["lambda.amazonaws.com"]',
    );
    expect(labels(principals('      type = "*"\n      identifiers = ["$0"]'))).toEqual(['*']);
  });

  it('goes by the kind wherever it stands', () => {
    expect(labels(principals('      identifiers = ["$0"]\n      type = "Federated"'))).toContain(
      'accounts.google.com',
    );
    expect(labels(principals('      identifiers = ["$0"]'))).toEqual([]);
  });
});

describe('in a condition', () => {
  const condition = (lines: string) =>
    inStatement(`    actions = ["s3:GetObject"]\n    condition {\n${lines}\n    }`);

  it('offers the attributes, then operators, keys and values', () => {
    expect(labels(condition('      $0'))).toEqual(['test', 'variable', 'values']);
    check(condition, '      test = "StringL$0"', 'StringLike', '      test = "StringLike"');
    check(condition, '      test = "StringL$0', 'StringLike', '      test = "StringLike"');
    check(
      condition,
      '      test = "StringEquals"\n      variable = "s3:ResourceAcc$0"',
      's3:ResourceAccount',
      '      test = "StringEquals"\n      variable = "s3:ResourceAccount"',
    );
    expect(
      labels(condition('      test = "Bool"\n      variable = "aws:SecureTransport"\n      values = ["$0"]')),
    ).toEqual(['true', 'false']);
  });
});

describe('in dynamic blocks', () => {
  const dynamic = (lines: string) =>
    inDocument(`  dynamic "statement" {\n    for_each = var.all\n    content {\n${lines}\n    }\n  }`);

  it('offers the same', () => {
    expect(labels(dynamic('      $0'))).toContain('not_actions');
    expect(labels(dynamic('      actions = ["s3:GetObjectA$0"]'))).toContain('s3:GetObjectAcl');
    const inner = dynamic(
      '      dynamic "condition" {\n for_each = []\n content {\n test = "$0"\n variable = "a"\n}\n}',
    );
    expect(labels(inner)[0]).toBe('StringEquals');
    expect(labels(dynamic('').replace('var.all', '$0'))).toEqual([]);
  });
});

describe('in half-typed text', () => {
  it('goes by what is open', () => {
    expect(labels('data "aws_iam_policy_document" "x" {\n  $0')).toContain('statement');
    expect(labels('data "aws_iam_policy_document" "x" {\n  statement {\n    $0')).toContain('actions');
    expect(
      labels('data "aws_iam_policy_document" "x" {\n  statement {\n    actions = ["s3:GetObjectA$0'),
    ).toContain('s3:GetObjectAcl');
    expect(
      labels('data "aws_iam_policy_document" "x" {\n  statement {\n    condition {\n      test = "$0'),
    ).toContain('StringEquals');
  });

  it('stays out of what is none of the policy', () => {
    expect(labels('data "aws_iam_policy_document" "$0" {\n  statement {}\n}')).toEqual([]);
    expect(labels(inDocument('  count = $0\n  statement {}'))).toEqual([]);
    expect(labels('data "aws_region" "x" {\n  $0\n}')).toEqual([]);
  });
});

describe('in Terraform’s JSON syntax', () => {
  const json = (statement: string) =>
    `{ "data": { "aws_iam_policy_document": { "x": { "statement": [${statement}] } } },
    "resource": { "aws_s3_bucket_policy": { "b": { "policy": "\${data.aws_iam_policy_document.x.json}" } } } }`;

  it('completes names and values', () => {
    checkCompletion(json('{ "act$0" }'), 'actions', json('{ "actions": [""] }'));
    checkCompletion(
      json('{ "actions": ["s3:GetObjectAc$0"] }'),
      's3:GetObjectAcl',
      json('{ "actions": ["s3:GetObjectAcl"] }'),
    );
    expect(labelsAt(json('{ "condition": [{ "test": "Bool", "$0" }] }'))).toEqual(['variable', 'values']);
    checkCompletion(json('{ "condition": [{ "te$0" }] }'), 'test', json('{ "condition": [{ "test": "" }] }'));
  });

  it('writes blocks as lists', () => {
    const item = completionAt(json('{ "princ$0" }')).items.find(({ label }) => label === 'principals');
    expect(item?.textEdit?.newText.replace(/\s+/g, ' ')).toBe(
      'principals": [ { "type": "${1|AWS,Service,Federated|}", "identifiers": [ "$2" ] } ]',
    );
  });
});

it('keeps the holes of JSON in a heredoc, and escapes what is written', () => {
  const inHeredoc = (resource: string) => `resource "aws_iam_policy" "p" {
  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "${resource}" }]
    }
  JSON
}
`;
  const completed = 'arn:aws:s3:::${ var.bucket }/$${aws:username}';
  checkCompletion(
    inHeredoc('arn:aws:s3:::${ var.bucket }/$${aws:usern$0'),
    '${aws:username}',
    inHeredoc(completed),
    terraform,
  );
});
