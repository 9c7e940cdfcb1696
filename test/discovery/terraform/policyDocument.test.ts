// Policies that the data source aws_iam_policy_document writes: in which shape they are read.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis';
import { sizeOfNode } from '../../../server/src/policy/size';
import { outline } from '../../support/outline';

/** The policies of a file in IAM's shape, with what each list of statements holds. */
function shapes(text: string, languageId = 'terraform'): readonly string[] {
  const { policies } = analyze({ uri: 'file:///main.tf', languageId, version: 0, text });
  return policies.map(({ site }) => `${site.name}: ${outline(site.node)}`);
}

/** The shape of the one statement with these lines. */
function statement(lines: string): string {
  const [shape] = shapes(`data "aws_iam_policy_document" "x" {\n  statement {\n${lines}\n  }\n}\n`);
  return /^x: \{Statement: \[(.*)\], Version: 2012-10-17\}$/s.exec(shape ?? '')?.[1] ?? `${shape}`;
}

describe('a document', () => {
  it('has the version and the effect that the provider supplies', () => {
    expect(
      shapes(`data "aws_iam_policy_document" "x" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}`),
    ).toEqual([
      'x: {Statement: [{Action: [s3:GetObject], Resource: [*], Effect: Allow}], Version: 2012-10-17}',
    ]);
  });

  it('has those that it says', () => {
    expect(
      shapes(`data "aws_iam_policy_document" "x" {
  version   = "2008-10-17"
  policy_id = "p"
  statement {
    sid    = "One"
    effect = "Deny"
  }
  statement { not_actions = ["iam:*"] }
}`),
    ).toEqual([
      'x: {Version: 2008-10-17, Id: p, Statement: [{Sid: One, Effect: Deny}, {NotAction: [iam:*], Effect: Allow}]}',
    ]);
  });

  it('leaves out what the provider leaves out', () => {
    expect(statement('sid = ""\nactions = []\nresources = null\nnot_resources = ["*"]')).toBe(
      '{NotResource: [*], Effect: Allow}',
    );
    expect(statement('effect = null\nactions = ["*"]')).toBe('{Action: [*], Effect: Allow}');
  });

  it('lacks what comes from other documents', () => {
    const merged = (attribute: string) => shapes(`data "aws_iam_policy_document" "x" {\n  ${attribute}\n}`);
    expect(merged('source_policy_documents = [data.aws_iam_policy_document.y.json]')).toEqual([
      'x: {Statement: [<source_policy_documents>], Version: 2012-10-17}',
    ]);
    expect(merged('override_json = var.more')).toEqual([
      'x: {Statement: [<override_json>], Version: 2012-10-17}',
    ]);
    expect(merged('source_policy_documents = []')).toEqual(['x: {}']);
  });

  it('may be in Terraform’s JSON syntax', () => {
    const text = JSON.stringify({
      data: {
        aws_iam_policy_document: {
          x: {
            statement: [
              { actions: ['s3:*'], principals: { type: 'AWS', identifiers: ['1'] } },
              { condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['true'] }] },
            ],
          },
        },
      },
    });
    expect(shapes(text, 'json')).toEqual([
      'x: {Statement: [{Action: [s3:*], Principal: {AWS: [1]}, Effect: Allow}, ' +
        '{Condition: {Bool: {aws:SecureTransport: [true]}}, Effect: Allow}], Version: 2012-10-17}',
    ]);
  });
});

it('reads the strings of Terraform’s JSON syntax as templates', () => {
  const statement = { sid: '${var.sid}', effect: '${var.effect}', resources: ['arn:aws:s3:::${var.b}/*'] };
  const text = JSON.stringify({ data: { aws_iam_policy_document: { x: { statement } } } });
  expect(shapes(text, 'json')).toEqual([
    'x: {Statement: [{Sid: <var.sid>, Effect: <var.effect>, Resource: [<arn:aws:s3:::${var.b}/*>]}], Version: 2012-10-17}',
  ]);
});

describe('principals', () => {
  const principals = (type: string, identifiers: string) =>
    `principals {\n type = ${type}\n identifiers = ${identifiers}\n}\n`;

  it('stand under their kind', () => {
    expect(statement(principals('"Service"', '["a", "b"]') + principals('"AWS"', '["1"]'))).toBe(
      '{Principal: {Service: [a, b], AWS: [1]}, Effect: Allow}',
    );
    expect(statement(principals('"AWS"', '["1"]') + principals('"AWS"', '["2"]'))).toBe(
      '{Principal: {AWS: [1, 2]}, Effect: Allow}',
    );
  });

  it('are everyone', () => {
    expect(statement(principals('"*"', '["*"]'))).toBe('{Principal: *, Effect: Allow}');
    expect(statement(principals('"AWS"', '["*"]'))).toBe('{Principal: {AWS: [*]}, Effect: Allow}');
  });

  it('are known only later', () => {
    expect(statement(principals('var.type', '["*"]'))).toBe('{Principal: {type: <type>}, Effect: Allow}');
    expect(
      statement(
        'dynamic "principals" {\n for_each = var.x\n content {\n type = "AWS"\n identifiers = ["1"]\n}\n}',
      ),
    ).toBe('{Principal: <dynamic blocks {AWS: [1], type: <type>}>, Effect: Allow}');
  });
});

describe('conditions', () => {
  const condition = (test: string, variable: string, values: string) =>
    `condition {\n test = "${test}"\n variable = "${variable}"\n values = [${values}]\n}\n`;

  it('stand under their operator and key', () => {
    expect(
      statement(
        condition('Bool', 'a', '"true"') +
          condition('StringLike', 'b', '"x", "y"') +
          condition('Bool', 'c', 'true') +
          condition('StringLike', 'b', '"z"'),
      ),
    ).toBe('{Condition: {Bool: {a: [true], c: [true]}, StringLike: {b: [x, y, z]}}, Effect: Allow}');
  });

  it('are known only later', () => {
    expect(statement('condition {\n test = "Bool"\n variable = var.key\n values = ["true"]\n}')).toBe(
      '{Condition: {Bool: {variable: <variable>}}, Effect: Allow}',
    );
  });
});

describe('dynamic statements', () => {
  it('may be there, or not', () => {
    expect(
      shapes(`data "aws_iam_policy_document" "x" {
  dynamic "statement" {
    for_each = var.buckets
    content {
      actions   = ["s3:GetObject"]
      resources = [statement.value]
    }
  }
}`),
    ).toEqual([
      'x: {Statement: [<dynamic "statement" {Action: [s3:GetObject], Resource: [<statement.value>], Effect: Allow}>], Version: 2012-10-17}',
    ]);
  });
});

describe('policy variables', () => {
  it('may be written with &{ and with $${', () => {
    expect(
      statement('resources = ["arn:aws:s3:::a/&{aws:username}", "arn:aws:s3:::b/$${aws:username}"]'),
    ).toBe('{Resource: [arn:aws:s3:::a/${aws:username}, arn:aws:s3:::b/${aws:username}], Effect: Allow}');
    expect(statement('actions = ["s3:&{x}"]')).toBe('{Action: [s3:&{x}], Effect: Allow}');
  });
});

it('is as long as the provider makes it, which writes lists of one without brackets', () => {
  const text = `data "aws_iam_policy_document" "x" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::a/&{aws:username}", "arn:aws:s3:::b"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}`;
  const [found] = analyze({ uri: 'file:///main.tf', languageId: 'terraform', version: 0, text }).policies;
  const sent = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: ['arn:aws:s3:::a/${aws:username}', 'arn:aws:s3:::b'],
        Principal: { AWS: '*' },
      },
    ],
  };
  expect(found && sizeOfNode(found.site.node)).toBe(JSON.stringify(sent).length);
});
