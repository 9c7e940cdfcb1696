// Statements that may not be there: whatever they say, it is no reason to take another one out. Those that are there in
// any case are one for what may come beside them.
import { describe, expect, it } from 'vitest';
import { ruleFiles } from '../../support/allRules';
import { analysisOf, runRules } from '../../support/ruleSpec';

const rules = (await ruleFiles()).filter(({ group }) => group === 'redundancy').map(({ rule }) => rule);

interface Carrier {
  readonly language: 'yaml' | 'terraform';
  /** A policy of two statements, in JSON: one that may be there, and one that is. */
  write(maybe: string, always: string): string;
}

const heredoc = (statements: string) =>
  `resource "aws_iam_policy" "p" {\n  policy = <<EOT\n{ "Version": "2012-10-17", "Statement": [\n${statements}\n] }\nEOT\n}\n`;
const encoded = (list: string) =>
  `resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = ${list.replaceAll('":', '" =')} })\n}\n`;
const template = (statements: string) =>
  `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n${statements}\n`;
const manifest = (document: string) =>
  `apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Policy\nmetadata: { name: p }\nspec:\n  policyDocument: |\n${document.replace(/^/gm, '    ')}\n`;

const carriers: Readonly<Record<string, Carrier>> = {
  'Fn::If': {
    language: 'yaml',
    write: (maybe, always) =>
      template(`          - !If [c, ${maybe}, !Ref AWS::NoValue]\n          - ${always}`),
  },
  'a condition of Terraform': {
    language: 'terraform',
    write: (maybe, always) => encoded(`concat(var.x ? [${maybe}] : [], [${always}])`),
  },
  'a loop of Terraform': {
    language: 'terraform',
    write: (maybe, always) => encoded(`concat([for x in var.y : ${maybe}], [${always}])`),
  },
  'a directive in a heredoc': {
    language: 'terraform',
    write: (maybe, always) => heredoc(`%{ if var.x ~}\n${maybe},\n%{ endif ~}\n${always}`),
  },
  'a template of Helm': {
    language: 'yaml',
    write: (maybe, always) =>
      template(
        `          {{- if .Values.x }}\n          - ${maybe}\n          {{- end }}\n          - ${always}`,
      ),
  },
  'a template of Helm in a text': {
    language: 'yaml',
    write: (maybe, always) =>
      manifest(
        `{ "Version": "2012-10-17", "Statement": [\n  {{- if .Values.x }}\n  ${maybe},\n  {{- end }}\n  ${always}\n] }`,
      ),
  },
};

const statement = (effect: string, action: string) =>
  `{ "Effect": "${effect}", "Action": "${action}", "Resource": "arn:aws:s3:::b/*" }`;

function found({ language, write }: Carrier, maybe: string, always: string): readonly string[] {
  const analysis = analysisOf({ language }, write(maybe, always));
  expect(analysis.policies.map(({ policy }) => policy.statements.length)).toEqual([2]);
  return runRules(rules, analysis).map(({ rule }) => rule);
}

describe.each(Object.entries(carriers))('%s', (_, carrier) => {
  it.each([
    ['says the same', statement('Allow', 's3:GetObject'), statement('Allow', 's3:GetObject')],
    ['says more', statement('Allow', 's3:*'), statement('Allow', 's3:GetObject')],
    ['denies', statement('Deny', 's3:*'), statement('Allow', 's3:GetObject')],
  ])('makes no statement superfluous that %s', (__, maybe, always) => {
    expect(found(carrier, maybe, always)).toEqual([]);
  });

  it.each([
    ['subsumed-statement', statement('Allow', 's3:GetObject'), statement('Allow', 's3:*')],
    ['unreachable-allow', statement('Allow', 's3:GetObject'), statement('Deny', 's3:*')],
  ])('adds one that is: %s', (rule, maybe, always) => {
    expect(found(carrier, maybe, always)).toEqual([rule]);
  });
});

it('branches are no statements beside each other', () => {
  const text = template(
    `          - !If [c, ${statement('Allow', 's3:*')}, ${statement('Allow', 's3:Get*')}]\n          - !If [c, ${statement('Deny', '*')}, ${statement('Allow', 's3:Get*')}]`,
  );
  expect(runRules(rules, analysisOf({ language: 'yaml' }, text))).toEqual([]);
});

it('lists that are put together are there in any case', () => {
  const text = encoded(
    `concat([${statement('Allow', 's3:*')}], var.more, [${statement('Allow', 's3:Get*')}])`,
  );
  expect(runRules(rules, analysisOf({ language: 'terraform' }, text)).map(({ rule }) => rule)).toEqual([
    'subsumed-statement',
  ]);
});
