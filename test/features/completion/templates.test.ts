// Completion in texts with holes: what a string gets, and the holes stay.
import { describe, expect, it } from 'vitest';
import { templateWith } from '../../discovery/cloudformation/values';
import { checkCompletion, labelsAt } from '../../support/checkCompletion';
import { inTerraform } from '../../support/policies';

const terraform = { language: 'terraform' } as const;

describe('completion in a text with a hole', () => {
  it('goes on behind it', () => {
    checkCompletion(
      inTerraform(`      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::\${var.bucket}/$0"`),
      'arn:aws:s3:::${var.bucket}/ObjectName',
      inTerraform(`      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::\${var.bucket}/ObjectName"`),
      terraform,
    );
  });

  it('keeps the hole behind the cursor', () => {
    checkCompletion(
      inTerraform(`      Action   = "s3:GetOb$0\${var.rest}"`),
      's3:GetObject',
      inTerraform(`      Action   = "s3:GetObject\${var.rest}"`),
      terraform,
    );
  });

  it('offers policy variables, with their escape', () => {
    const text = inTerraform(`      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::\${var.bucket}/$\${aws:us$0}"`);
    checkCompletion(
      text,
      '${aws:username}',
      inTerraform(`      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::\${var.bucket}/$\${aws:username}"`),
      terraform,
    );
  });

  it('offers nothing of a policy within the hole', () => {
    const text = inTerraform(`      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::\${var.$0}/*"`);
    expect(labelsAt(text, terraform)).toEqual([]);
  });
});

it.each(['arn:aws:s3:::${Bucket}/${aws:us', 'arn:aws:s3:::${Bucket}/${!aws:us'])(
  'escapes a policy variable in Fn::Sub: %s',
  (typed) => {
    const text = (resource: string) => templateWith(`!Sub "${resource}"`);
    checkCompletion(
      text(`${typed}$0/*`),
      '${aws:username}',
      text('arn:aws:s3:::${Bucket}/${!aws:username}/*'),
      { language: 'yaml' },
    );
  },
);

it('goes on in what a template may leave out', () => {
  const inHelm = (action: string) =>
    templateWith(
      '"*"',
      '',
      `\n                  {{- if .Values.read }}\n                  - ${action}\n                  {{- end }}\n                  - s3:ListBucket`,
    );
  checkCompletion(inHelm('s3:GetObjectAc$0'), 's3:GetObjectAcl', inHelm('s3:GetObjectAcl'), {
    language: 'yaml',
  });
  const inHeredoc = (action: string) =>
    `resource "aws_iam_policy" "p" {\n  policy = <<EOT\n{ "Statement": [\n%{ if var.read }\n{ "Effect": "Allow", "Action": "${action}" },\n%{ endif }\n{ "Effect": "Deny" }] }\nEOT\n}`;
  checkCompletion(inHeredoc('s3:GetObjectAc$0'), 's3:GetObjectAcl', inHeredoc('s3:GetObjectAcl'), terraform);
});
