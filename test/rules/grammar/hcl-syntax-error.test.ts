import { describe, expect, it } from 'vitest';
import invalidAction from '../../../server/src/rules/actions/invalid-action';
import rule from '../../../server/src/rules/grammar/hcl-syntax-error';
import { fixture } from '../../support/fixture';
import { analysisOf, type DescribedText, findingsIn, ruleSpec, runRules } from '../../support/ruleSpec';

/** A policy with these lines in its one statement, and a role behind it. */
function around(lines: string): DescribedText {
  const text = `resource "aws_iam_policy" "reports" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
${lines}
      Resource = "*"
    }]
  })
}

resource "aws_iam_role" "reports" {
  name = "reports"
}
`;
  return { text, language: 'terraform' };
}

/** A policy whose text is another's business. */
const policy = `policy = jsonencode({ Version = "2012-10-17", Statement = [] })`;

ruleSpec(rule, {
  clean: {
    'a policy document': around(`
    Sid     = "Read\${var.n}" # "all
    Action = ["s3:GetObject", /* "x */ "s3:ListBucket",]`),
    'tabs, which HCL allows': around(`
\t\tAction\t= ["s3:GetObject"]`),
    'text that holds no policy': {
      text: `resource "aws_s3_bucket" "x" {\n  bucket = "x\n}`,
      language: 'terraform',
    },
  },
  flagged: {
    'a missing quote': around(`
    Action = ["s3:GetObject, "s3:ListBucket"]
    #         ^^^^^^^^^^^^^ hcl-syntax-error`),
    'a text without quotes': around(`
    Action = [s3:GetObject]
    #         ^^^^^^^^^^^^ hcl-syntax-error`),
    'a text in single quotes': around(`
    Action = ['s3:GetObject']
    #         ^^^^^^^^^^^^^^ hcl-syntax-error`),
    'a lost quote, which turns the rest of its line inside out, once': around(`
    Action = [s3:GetObject", "s3:ListBucket"]
    #         ^^^^^^^^^^^^ hcl-syntax-error`),
    'a missing comma': around(`
    Action = ["s3:GetObject" "s3:ListBucket"]
    #                      ^ hcl-syntax-error`),
    'a missing bracket': around(`
    Action = ["s3:GetObject"
    #                      ^ hcl-syntax-error`),
    'a hole that is not closed': around(`
    Sid = "Read\${var.n"
    #                ^ hcl-syntax-error`),
    'an escape that HCL does not have': around(`
    Sid = "\\d"
    #      ^^ hcl-syntax-error`),
    'a missing value': around(`
    Action =
    #      ^ hcl-syntax-error`),
    'a comment without an end, and nothing that comes of it': around(`
    Action = ["s3:GetObject" /*
    #                        ^^ hcl-syntax-error`),
    'a key that is being typed': around(`
    Act
    # ^ hcl-syntax-error`),
    'the first three of many': around(`
    a
   #^ hcl-syntax-error
    b
   #^ hcl-syntax-error
    c
   #^ hcl-syntax-error
    d`),
    'a heredoc without an end': {
      language: 'terraform',
      text: `resource "aws_iam_policy" "x" {
  policy = <<EOT
  #        ^^^^^ hcl-syntax-error
{ "Version": "2012-10-17", "Statement": [] }
  EOT.
}`,
      messages: ['This text has no end. Write EOT on a line of its own behind it.'],
    },
    'a missing brace': {
      language: 'terraform',
      text: `resource "aws_iam_policy" "x" {
  ${policy}
  name = "x"
  #        ^ hcl-syntax-error

resource "aws_iam_policy" "y" {
  name = "y"
}`,
    },
    'a header without its brace': {
      language: 'terraform',
      text: `resource "aws_iam_policy" "x"
#                           ^ hcl-syntax-error
  name = "x"
}

resource "aws_iam_policy" "y" {
  ${policy}
}`,
    },
    'a place behind an emoji and a byte order mark': {
      language: 'terraform',
      text: `\ufeffresource "aws_iam_policy" "x" {
  ${policy}
  name = "😀" "y"
  #         ^ hcl-syntax-error
}`,
    },
  },
});

describe('around a problem', () => {
  const { text } = fixture(
    around(`
    Sid     = "Read
    Action = ["s3:GetObjekt"]`).text,
  );

  it.each([
    ['line breaks of Unix', text],
    ['line breaks of Windows', text.replaceAll('\n', '\r\n')],
  ])('the rest is checked: %s', (_, written) => {
    const analysis = analysisOf({ language: 'terraform' }, written);
    const found = runRules([rule, invalidAction], analysis).map(
      ({ rule: id, span }) => `${id} «${written.slice(span.start, span.end)}»`,
    );
    expect(found).toEqual(['hcl-syntax-error «"Read»', 'invalid-action «"s3:GetObjekt"»']);
  });

  it('problems of JSON in a heredoc are another rule’s', () => {
    const written = 'resource "aws_iam_policy" "x" {\n  policy = <<E\n{ "Statement": [,] }\nE\n}\n';
    expect(findingsIn(rule, { text: '', language: 'terraform' }, written)).toEqual([]);
    expect(analysisOf({ language: 'terraform' }, written).problems).not.toEqual([]);
  });
});
