// What hovering shows on values that are known only at deployment, and on the text around them.
import { describe, expect, it } from 'vitest';
import { hover } from '../support/checkHover';
import { inTerraform } from '../support/policies';

function hoverIn(lines: string): string {
  return hover(inTerraform(lines), { language: 'terraform' });
}

const UNKNOWN = 'known only at deployment, and Leastwise says nothing about what depends on it.';

describe('hover on a value known only later', () => {
  it('says so', () => {
    const text = hoverIn(`      Action   = "s3:GetObject"
      Resource = var.$0bucket
      #          ^^^^^^^^^^`);
    expect(text).toBe(`**\`var.bucket\`**\n\nIts value is ${UNKNOWN}`);
  });

  it('says so of what fills a hole, over its braces', () => {
    const text = hoverIn(`      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::\${var.buck$0et}/*"
      #                        ^^^^^^^^^^^^^`);
    expect(text).toMatch(/^\*\*`var\.bucket`\*\*\n\nIts value is known only at deployment/);
  });

  it('names both ways of a condition', () => {
    const text = hoverIn(`      Action   = $0var.write ? "s3:PutObject" : "s3:GetObject"
      #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`);
    expect(text).toContain('It is one of `s3:PutObject`, `s3:GetObject`.');
    expect(text).toContain(UNKNOWN);
  });

  it('still explains the ways themselves', () => {
    const text = hoverIn(`      Action   = var.write ? "s3:Put$0Object" : "s3:GetObject"
      #                       ^^^^^^^^^^^^`);
    expect(text).toContain('**`s3:PutObject`** – Amazon S3, Write');
  });

  it('tells a policy variable that lacks its escape', () => {
    const text = hoverIn(`      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::home/\${aws:user$0name}/*"
      #                             ^^^^^^^^^^^^^^^`);
    expect(text).toMatch(/^\*\*`aws:username`\*\* – String/);
  });

  it('says nothing of what cannot be read', () => {
    expect(hoverIn(`      Action   = s3:Get$0Object`)).toBe('');
  });

  it('says it in CloudFormation', () => {
    const text = hover(
      `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: !If [Write, s3:PutObject, s3:GetObject]
            Resource: !Ref Buc$0ket
            #         ^^^^^^^^^^^
`,
      { language: 'yaml' },
    );
    expect(text).toContain(UNKNOWN);
  });
});

describe('hover on text around a hole', () => {
  it('explains an ARN with its holes', () => {
    const text = hoverIn(`      Action   = "s3:GetObject"
      Resource = "arn:aws:s3$0:::\${var.bucket}/*"
      #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^`);
    expect(text).toContain('**`arn:aws:s3:::${var.bucket}/*`**');
    expect(text).toContain('- Service: `s3` (Amazon S3)');
    expect(text).toContain('- Resource: `${var.bucket}/*`');
    expect(text).toMatch(/Resource types: `object`/);
    expect(text).toContain(`What fills \`\${…}\` is ${UNKNOWN}`);
  });

  it('explains the service of an action', () => {
    const text = hoverIn(`      Action   = "s$03:\${var.verb}Object"
      #           ^^`);
    expect(text).toMatch(/^\*\*`s3`\*\* – Amazon S3/);
  });

  it('says what is known where no more can be said', () => {
    const text = hoverIn(`      Action   = "s3:GetObject"
      Resource = "\${var.arn}/re$0ports/*"
      #          ^^^^^^^^^^^^^^^^^^^^^^`);
    expect(text).toContain('It is `${var.arn}/reports/*`.');
    expect(text).toContain(UNKNOWN);
  });

  it('explains policy variables, and values of conditions', () => {
    const text = hoverIn(`      Action    = "s3:GetObject"
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:s3:::\${var.b}/$\${aws:user$0name}" } }
      #                                                                  ^^^^^^^^^^^^^^^^`);
    expect(text).toMatch(/^\*\*`aws:username`\*\*/);
  });

  it('says who a principal is', () => {
    const text = hover(
      `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::\${var.account}:ro$0ot" }
      #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    }]
  })
}`,
      { language: 'terraform' },
    );
    expect(text).toContain('**`arn:aws:iam::${var.account}:root`**');
    expect(text).toContain('The account `${var.account}` as a whole.');
  });
});
