// Configurations in Terraform's JSON syntax: what HCL has as expressions stands in the holes of strings.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/base/edit';
import { checkCompletion } from '../../support/checkCompletion';
import { hover } from '../../support/checkHover';
import { checkLens } from '../../support/checkLens';
import { draw, fixture } from '../../support/fixture';
import { findingsOf, moduleOf, outlineOf } from '../../support/terraform';

const policy = (action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::b/*' },
  });

function outline(configuration: object): readonly string[] {
  return outlineOf(moduleOf({ 'main.tf.json': JSON.stringify(configuration) }));
}

it('tells by its references whose policy it is', () => {
  expect(
    outline({
      resource: {
        aws_iam_user: { anna: { name: 'anna' } },
        aws_iam_policy: { read: { policy: policy('s3:GetObject') } },
        aws_iam_user_policy_attachment: {
          a: { user: '${aws_iam_user.anna.name}', policy_arn: '${aws_iam_policy.read.arn}' },
        },
        aws_iam_user_policy: { own: { user: '${aws_iam_user.anna["x"].name}', policy: policy('sqs:*') } },
      },
    }),
  ).toEqual([
    'identity → user anna (managed): s3:GetObject',
    'identity → user anna (inline): sqs:*',
    'user anna +0',
  ]);
});

it('finds a mistake in a local where it is set, and mends it there', () => {
  const { text, marks } = fixture(
    `{
  "locals": {
    "read": ["s3:GetObjekt"],
    #        ^^^^^^^^^^^^^^ invalid-action
    "document": {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Action": "\${local.read}", "Resource": "\${concat(["arn:aws:s3:::b/*"], var.more)}" }
      ]
    }
  },
  "resource": { "aws_iam_policy": { "p": { "policy": "\${jsonencode(local.document)}" } } }
}`.replace('["arn:aws:s3:::b/*"]', '[\\"arn:aws:s3:::b/*\\"]'),
  );
  const found = findingsOf({ 'main.tf.json': text });
  expect(
    draw(
      text,
      found.map(({ span, rule }) => ({ span, label: rule })),
    ),
  ).toBe(draw(text, marks));
  expect(applyEdits(text, found[0]?.fixes()[0]?.edits ?? [])).toBe(text.replace('Objekt', 'Object'));
});

it('reads what jsonencode gets in a string, and edits nothing of it', () => {
  const encoded =
    '${jsonencode({Version = "2012-10-17", Statement = [{Effekt = "Allow", Action = "s3:GetObjekt"}]})}';
  const text = JSON.stringify({ resource: { aws_iam_policy: { p: { policy: encoded } } } });
  const found = findingsOf({ 'main.tf.json': text });
  expect(found.map(({ rule }) => rule)).toContain('invalid-action');
  expect(found.flatMap((each) => each.fixes())).toEqual([]);
});

it('says nothing of keys that are known later', () => {
  const document = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        '${var.element}': 'arn:aws:s3:::b/*',
        Condition: { StringEquals: { '${local.issuer}:sub': 'a' }, '${var.test}': { 'aws:username': 'b' } },
      },
    ],
  };
  expect(findingsOf({ 'main.tf.json': JSON.stringify({ locals: { document } }) })).toEqual([]);
});

const configuration = (resource: string, service = 'lambda.amazonaws.com') => `{
  "data": {
    "aws_iam_policy_document": {
      "read": { "statement": [{ "actions": ["s3:GetObject"], "resources": ["${resource}"] }] },
      "trust": {
        "statement": {
          "actions": ["sts:AssumeRole"],
          "principals": { "type": "Service", "identifiers": ["${service}"] }
        }
      }
    }
  },
  "resource": {
    "aws_iam_role": {
      "app": { "assume_role_policy": "\${data.aws_iam_policy_document.trust.json}" }
    }
  }
}`;

describe('data sources', () => {
  it('are completed, and keep their holes', () => {
    checkCompletion(
      configuration('arn:aws:s3:::${var.bucket}/$0'),
      'arn:aws:s3:::${var.bucket}/ObjectName',
      configuration('arn:aws:s3:::${var.bucket}/ObjectName'),
    );
    checkCompletion(
      configuration('arn:aws:s3:::${var.bucket}/&{aws:usern$0'),
      '${aws:username}',
      configuration('arn:aws:s3:::${var.bucket}/&{aws:username}'),
    );
  });

  it('are explained', () => {
    const marked = configuration('*').replace(
      '"s3:GetObject"],',
      `"s3:Get$0Object"],\n      #${' '.repeat(38)}${'^'.repeat(12)}\n     `,
    );
    expect(hover(marked)).toContain('Amazon S3, Read');
  });

  it('say above a role who may assume it', () => {
    checkLens(
      configuration('*').replace(
        '.trust.json}" }',
        '.trust.json}" }\n    # ^^^^^ assumable by lambda.amazonaws.com',
      ),
    );
  });
});
