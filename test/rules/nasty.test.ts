// Texts that look wrong and are right: nothing false is said of them, and what is wrong in them is found all the same.
import { expect, it } from 'vitest';
import type { Language } from '../../server/src/syntax/languages';
import { ruleFiles } from '../support/allRules';
import { draw, fixture } from '../support/fixture';
import { analysisOf, runRules } from '../support/ruleSpec';

const rules = (await ruleFiles()).map(({ rule }) => rule);

/** Finds just what is drawn, and reads without a complaint. */
function check(marked: string, language: Language): void {
  const { text, marks } = fixture(marked);
  const analysis = analysisOf({ language }, text);
  expect(analysis.problems).toEqual([]);
  const found = runRules(rules, analysis).map(({ rule, span }) => ({ span, label: rule }));
  expect(draw(text, found)).toBe(draw(text, marks));
}

const template = (statements: string) => `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
${statements}`;

const yaml: Readonly<Record<string, string>> = {
  'a macro beside the keys of a condition': template(`          - Effect: Allow
            Action: s3:GetObject
            Resource: arn:aws:s3:::reports/*
            Condition:
              StringEquals: { aws:PrincipalOrgID: !ImportValue org }
              Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://bucket/condition.yaml } }
`),
  'statements of a macro, and branches within branches':
    template(`          - Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://bucket/statement.yaml } }
          - !If
            - A
            - !If [B, { Effect: Allow, Action: s3:GetObjekt, Resource: !Sub '\${Bucket.Arn}/*' }, !Ref AWS::NoValue]
            #                                  ^^^^^^^^^^^^ invalid-action
            - !Ref AWS::NoValue
          - Effect: !If [A, Allow, Deny]
            Action: !If [A, [s3:GetObject, !Ref AWS::NoValue], !Ref AWS::NoValue]
            NotAction: !If [A, !Ref AWS::NoValue, 'iam:*']
            Resource: [!If [A, 'arn:aws:s3:::a/*', !Ref AWS::NoValue], !ImportValue arn, '{{resolve:ssm:/arn}}']
            Condition: !If [A, !Ref AWS::NoValue, { Bool: { aws:SecureTransport: false } }]
`),
  'templates of Helm around statements with functions': template(`          {{- if .Values.read }}
          - Effect: Allow
            Action: s3:GetObjekt
            #       ^^^^^^^^^^^^ invalid-action
            Resource: { 'Fn::Sub': 'arn:\${AWS::Partition}:s3:::reports/*' }
            Condition: { StringEquals: { aws:SourceAccount: { Ref: AWS::AccountId } } }
          {{- else }}
          - Effect: Deny
            Action: s3:GetObject
            Resource: { 'Fn::GetAtt': [Bucket, Arn] }
          {{- end }}
`),
  'a policy in a list that Helm makes': `Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        {{- if .Values.read }}
        - PolicyName: read
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: s3:GetObjekt, Resource: !GetAtt B.Arn }] }
          #                                                                             ^^^^^^^^^^^^ invalid-action
        {{- end }}
        - PolicyName: write
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: s3:PutObject, Resource: !Sub '\${B.Arn}/*' }] }
`,
  'a list of Helm in a text': `apiVersion: iam.services.k8s.aws/v1alpha1
kind: Role
metadata: { name: r }
spec:
  assumeRolePolicyDocument: |
    {
      "Version": "2012-10-17",
      "Statement": [
        {{- range $i, $account := .Values.accounts }}
        {{- if $i }},{{ end }}
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::{{ $account }}:root" }, "Action": "sts:AssumeRole" }
        {{- end }}
      ]
    }
`,
  'every form of policies in SAM': `Transform: AWS::Serverless-2016-10-31
Globals:
  Function: { VpcConfig: !If [InVpc, { SubnetIds: [a] }, !Ref AWS::NoValue] }
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AWSLambdaBasicExecutionRole
        - arn:aws:iam::aws:policy/ReadOnlyAccess
        - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/AWSXrayWriteOnlyAccess'
        - DynamoDBCrudPolicy: { TableName: !Ref T }
        - Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://bucket/policy.yaml } }
        - !If [InVpc, { Statement: { Effect: Allow, Action: ec2:DescribeNetworkInterfaces, Resource: '*' } }, !Ref AWS::NoValue]
        - Statement: [{ Effect: Allow, Action: sns:Publisch, Resource: !Ref Topic }]
        #                                      ^^^^^^^^^^^^ invalid-action
  G: { Type: AWS::Serverless::Function, Properties: { Policies: AmazonS3ReadOnlyAccess } }
`,
  'files and functions in a service': `service: s
custom: \${file(./custom.yml)}
provider:
  name: aws
  iam:
    role:
      statements:
        - \${file(./read.yml)}
        - \${file(./all.yml):statements, ''}
        - Effect: \${self:custom.effect}
          Action: ['\${self:custom.action}', { 'Fn::Sub': 's3:\${Verb}Object' }, s3:GetObjekt]
          #                                                                    ^^^^^^^^^^^^ invalid-action
          Resource:
            - Fn::Sub: 'arn:\${AWS::Partition}:s3:::\${self:custom.bucket}/\${!aws:username}/*'
#                                                                        ^^^^^^^^^^^^^^^^ variable-never-present
            - \${cf:other-\${self:provider.stage}.BucketArn}
            - \${env:BUCKET_ARN, 'arn:aws:s3:::x'}
  resourcePolicy:
    - Effect: Allow
      Principal: '*'
      Action: execute-api:Invoke
      Resource: [execute-api:/*/*/*]
      Condition: { IpAddress: { aws:SourceIp: '\${self:custom.ips}' } }
functions:
  a: { handler: a.b, iamRoleStatements: '\${file(./a.yml)}' }
`,
};

it.each(Object.entries(yaml))('%s', (_, text) => {
  check(text, 'yaml');
});

const terraform: Readonly<Record<string, string>> = {
  'blocks that are made, with a name of their own': `data "aws_iam_policy_document" "d" {
  source_policy_documents   = concat([data.aws_iam_policy_document.base.json], var.more, [file("x.json")])
  override_policy_documents = [for d in var.documents : d.json if d.on]
  dynamic "statement" {
    for_each = var.rules
    iterator = rule
    content {
      sid       = rule.key
      effect    = lookup(rule.value, "effect", "Allow")
      actions   = concat(rule.value.actions, ["s3:GetObjekt"])
      #                                       ^^^^^^^^^^^^^^ invalid-action
      resources = rule.value.resources
      dynamic "condition" {
        for_each = rule.value.org == null ? [] : [rule.value.org]
        content {
          test     = var.negate ? "StringNotEquals" : "StringEquals"
          variable = "aws:PrincipalTag/\${var.tag}"
          values   = [condition.value]
        }
      }
    }
  }
}
`,
  'a loop in a heredoc': `resource "aws_iam_policy" "p" {
  policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        %{ for i, b in var.buckets ~}
        {
          "Sid": "S\${i}",
          "Effect": "Allow",
          "Action": \${jsonencode(local.actions)},
          "Resource": ["arn:aws:s3:::\${b}", "arn:aws:s3:::\${b}/$\${aws:username}/*"]
        }%{ if i < length(var.buckets) - 1 },%{ endif }
        %{ endfor ~}
        %{ if var.extra },
        { "Effect": "Allow", "Action": "sqs:SendMessag", "Resource": "arn:aws:sqs:*:*:q" }
        #                              ^^^^^^^^^^^^^^^^ invalid-action
        %{ endif }
      ]
    }
  EOF
}
`,
  'one of several documents': `resource "aws_iam_policy" "p" {
  policy = var.x == "" ? data.aws_iam_policy_document.d.json : var.y ? templatefile("p.tpl", { a = jsonencode(["b"]) }) : <<POLICY
{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObjekt"],"Resource":"\${aws_s3_bucket.b[0].arn}/*"}]}
#                                                                ^^^^^^^^^^^^^^ invalid-action
POLICY
}
`,
  'loops over loops': `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      for name, actions in { read = ["s3:GetObjekt"], write = ["s3:PutObject"] } : {
        #                            ^^^^^^^^^^^^^^ invalid-action
        Sid = title(name), Effect = "Allow", Action = actions
        Resource  = [for b in toset([for x in ["a", "b"] : lower(x)]) : "arn:\${local.partition}:s3:::\${b}/*"]
        Condition = { for k, v in { "aws:SecureTransport" = "true" } : "Bool" => { (k) = v } }
      } if var.on[name]
    ]
  })
}
`,
  'keys that are known later': `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version    = "2012-10-17"
    (var.id)   = "x"
    Statement  = [{ Effect = "Allow", Action = "s3:GetObjekt", (var.resource) = "*", Condition = { (var.test) = { (var.key) = "x" } } }]
    #                                          ^^^^^^^^^^^^^^ invalid-action
  })
}
resource "aws_iam_policy" "q" {
  policy = <<EOF
{ "Version": "2012-10-17", "\${var.id}": "x", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObjekt", "\${var.resource}": "*" }] }
#                                                                                         ^^^^^^^^^^^^^^ invalid-action
EOF
}
resource "aws_cloudformation_stack" "s" {
  template_body = <<EOF
Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        \${var.id}: x
        Statement: [{ Effect: Allow, Action: 's3:GetObjekt', \${var.not}Resource: { "\${var.fn}": b } }]
        #                                    ^^^^^^^^^^^^^^ invalid-action
EOF
}
`,
  'a policy on the updates of a stack': `locals {
  stack = { Statement = [{ Effect = "Deny", Action = "Update:*", Principal = "*", Resource = "LogicalResourceId/Db" }] }
}
resource "aws_cloudformation_stack" "s" {
  policy_body = jsonencode({ Statement = [{ Effect = "Allow", Action = "Update:Modify", Principal = "*", Resource = "*" }] })
}
`,
  'functions in a template that a loop makes': `resource "aws_cloudformation_stack" "s" {
  template_body = <<-EOT
    Resources:
      P:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
            %{ for name in var.names }
            - Effect: Allow
              Action: s3:GetObject
              Resource: { "Fn::Sub": "arn:$\${AWS::Partition}:s3:::\${name}/*" }
              Condition: { StringEquals: { aws:SourceAccount: { Ref: AWS::AccountId } } }
            %{ endfor }
  EOT
}
`,
};

it.each(Object.entries(terraform))('%s', (_, text) => {
  check(text, 'terraform');
});

it('a policy on the updates of a stack, alone', () => {
  const Statement = [
    { Effect: 'Allow', Action: ['Update:Replace', 'Update:Delete'], Principal: '*', Resource: '*' },
  ];
  check(JSON.stringify({ Statement }, null, 2), 'json');
});

it.each([
  [
    'json',
    '{ "Version": "2012-10-17",\r\n\t"Statement": [{\r\n\t\t"Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "arn:aws:s3:::b/*"\r\n\t}]\r\n}\r\n',
  ],
  [
    'yaml',
    template(
      '        -   Effect: Allow\t# tab\n            Action:\t[s3:GetObjekt]\n            Resource: >-\n              arn:aws:s3:::b/*\n',
    ).replaceAll('\n', '\r\n'),
  ],
  [
    'terraform',
    'resource "aws_iam_policy" "p" {\r\n\tpolicy = <<EOF\r\n{\r\n\t"Version": "2012-10-17", "Statement": [{\r\n\t\t"Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "arn:aws:s3:::${var.x}/*"\r\n\t}]\r\n}\r\nEOF\r\n}\r\n',
  ],
] as const)('a byte order mark, tabs and carriage returns in %s', (language, plain) => {
  const text = `\ufeff${plain}`;
  const analysis = analysisOf({ language }, text);
  expect(analysis.problems).toEqual([]);
  const found = runRules(rules, analysis);
  expect(found.map(({ rule }) => rule)).toEqual(['invalid-action']);
  expect(found.map(({ span }) => text.slice(span.start, span.end).replaceAll('"', ''))).toEqual([
    's3:GetObjekt',
  ]);
});
