// While a policy is being typed: one mistake, few findings. Every beginning of a policy, and the policy with every
// single character gone, goes through the rules of the grammar.
import { describe, expect, it } from 'vitest';
import { ruleFiles } from '../support/allRules';
import { inPolicy, inTemplate } from '../support/policies';
import { analysisOf, runRules } from '../support/ruleSpec';

const files = await ruleFiles();
const rules = files.filter(({ group }) => group === 'grammar').map(({ rule }) => rule);

const statements = `    {
      "Sid": "A",
      "Effect": "Allow",
      "Principal": { "AWS": ["111122223333"] },
      "Action": ["s3:GetObject", "s3:PutObject"],
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:SourceVpc": ["vpc-1", "vpc-2"] } }
    },
    { "Effect": "Deny", "Principal": "*", "NotAction": "s3:*", "Resource": "arn:aws:s3:::reports" }`;

const template = `Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: A
            Effect: Allow
            Principal: { AWS: ["111122223333"] }
            Action:
              - s3:GetObject
              - "s3:PutObject"
            Resource: !Sub 'arn:aws:s3:::\${B}/*'
            Condition:
              StringEquals:
                aws:SourceVpc: [vpc-1, vpc-2]
          - Effect: Deny
            Principal: '*'
            NotAction: 's3:*'
            Resource: arn:aws:s3:::reports
`;

const configuration = `resource "aws_s3_bucket_policy" "x" {
  bucket = aws_s3_bucket.x.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "A"
        Effect    = "Allow"
        Principal = { AWS = ["111122223333"] }
        Action    = ["s3:GetObject", "s3:PutObject"]
        Resource  = "\${aws_s3_bucket.x.arn}/*"
        Condition = { StringEquals = { "aws:SourceVpc" = ["vpc-1", "vpc-2"] } }
      },
      { Effect = "Deny", Principal = "*", NotAction = "s3:*", Resource = "arn:aws:s3:::reports" },
    ]
  })
}

resource "aws_iam_role" "y" {
  name = "y"
}
`;

/**
 * `most`: enough for a problem of syntax and what is missing in a statement that is closed but not finished. In YAML
 * nothing closes a statement, so that a Sid alone already lacks its four other elements.
 */
const policies = [
  { name: 'a bare policy', language: 'json', most: 3, text: inPolicy(statements) },
  {
    name: 'a template',
    language: 'json',
    most: 3,
    text: inTemplate('AWS::S3::BucketPolicy', 'PolicyDocument', inPolicy(statements)),
  },
  { name: 'a template in YAML', language: 'yaml', most: 4, text: template },
  { name: 'a Terraform file', language: 'terraform', most: 3, text: configuration },
] as const;

type Language = (typeof policies)[number]['language'];

describe.each(policies)('$name', { timeout: 30_000 }, ({ language, most, text }) => {
  it('is clean when it is finished', () => {
    expect(rulesFor(text, language)).toEqual([]);
  });

  it('has few findings at each key press', () => {
    const beginnings = Array.from(text, (_, end) => text.slice(0, end));
    expect(beginnings.filter((each) => rulesFor(each, language).length > most)).toEqual([]);
  });

  it('has few findings with any one character gone', () => {
    const damaged = Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));
    expect(damaged.filter((each) => rulesFor(each, language).length > most)).toEqual([]);
  });
});

/** The ids of what is found; fixes are worked out too, to see that none throws. */
function rulesFor(text: string, language: Language): readonly string[] {
  return runRules(rules, analysisOf({ language }, text)).map((finding) => {
    finding.fixes();
    return finding.rule;
  });
}
