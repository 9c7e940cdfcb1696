// Templates that Terraform gives to CloudFormation: found in every way to write them, and edited where they stand.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/base/edit';
import type { Finding } from '../../../server/src/rules/rule';
import { checkCompletion } from '../../support/checkCompletion';
import { hover } from '../../support/checkHover';
import { draw, fixture } from '../../support/fixture';
import { type Files, findingsOf, moduleOf, outlineOf } from '../../support/terraform';

const stack = (body: string, type = 'aws_cloudformation_stack') =>
  `resource "${type}" "s" {\n  name          = "s"\n  template_body = ${body}\n}\n`;

/** A template in a heredoc that is indented; `$${…}` is CloudFormation's own. */
const heredoc = (action: string, resource = 'arn:aws:s3:::${var.bucket}-$${AWS::AccountId}/*') =>
  stack(`<<-EOT
    Description: \${var.description}
    Resources:
      Read:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: ${action}
                Resource: !Sub "${resource}"
  EOT`);

function check(marked: string): readonly Finding[] {
  const { text, marks } = fixture(marked);
  const found = findingsOf({ 'main.tf': text });
  const drawn = found.map(({ span, rule }) => ({ span, label: rule }));
  expect(draw(text, drawn)).toBe(draw(text, marks));
  return found;
}

describe('a heredoc of YAML', () => {
  it('is checked and mended', () => {
    const [found] = check(
      heredoc(`s3:GetObjekt
                #       ^^^^^^^^^^^^ invalid-action`),
    );
    expect(applyEdits(heredoc('s3:GetObjekt'), found?.fixes()[0]?.edits ?? [])).toBe(heredoc('s3:GetObject'));
  });

  it('gets new lines in its own columns', () => {
    const text = heredoc('s3:GetObject').replace('Allow', 'Alow');
    const fixed = findingsOf({ 'main.tf': text.replace('Effect: Alow\n                ', '') }).flatMap(
      (each) =>
        each
          .fixes()
          .map(({ edits }) => applyEdits(text.replace('Effect: Alow\n                ', ''), edits)),
    );
    expect(fixed).toContain(text.replace('Alow', 'Allow'));
  });

  it('is completed and explained', () => {
    checkCompletion(heredoc('s3:GetObjectA$0'), 's3:GetObjectAcl', heredoc('s3:GetObjectAcl'), {
      language: 'terraform',
    });
    const marked = heredoc(`s3:Get$0Object
                #       ^^^^^^^^^^^^`);
    expect(hover(marked, { language: 'terraform' })).toContain('Amazon S3');
  });

  it('keeps its holes where a text is completed, and doubles what is to reach CloudFormation', () => {
    checkCompletion(
      heredoc('s3:GetObject', 'arn:aws:s3:::${var.bucket}/$${aws:userna$0'),
      '${aws:username}',
      heredoc('s3:GetObject', 'arn:aws:s3:::${var.bucket}/$${!aws:username}'),
      { language: 'terraform' },
    );
  });

  it('keeps what stands behind a variable', () => {
    checkCompletion(
      heredoc('s3:GetObject', 'arn:aws:s3:::$${Bucket}/$${aws:userna$0}/*'),
      '${aws:username}',
      heredoc('s3:GetObject', 'arn:aws:s3:::$${Bucket}/$${!aws:username}/*'),
      { language: 'terraform' },
    );
  });

  it('is completed on a line that is still empty', () => {
    const line = '                Resource: !Sub "arn:aws:s3:::b"\n';
    const text = heredoc('s3:GetObject', 'arn:aws:s3:::b');
    const effect = '              - Effect: Allow\n';
    checkCompletion(
      text.replace(effect, `${effect}                $0\n`).replace(line, ''),
      'Resource',
      text.replace(effect, `${effect}                Resource:\n                  - ''\n`).replace(line, ''),
      { language: 'terraform' },
    );
  });

  it('may leave lines to conditions and loops', () => {
    check(
      stack(`<<EOT
Resources:
%{ for name in var.names ~}
  Read\${name}:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
%{ if var.all ~}
          - Effect: Allow
            Action: s3:GetObjekt
            #       ^^^^^^^^^^^^ invalid-action
            Resource: arn:aws:s3:::b/*
%{ else ~}
          - Effect: Deny
            Action: s3:GetObject
            Resource: "*"
%{ endif ~}
\${indent(10, var.more)}
%{ endfor ~}
\${file("more.yaml")}
EOT`),
    );
  });

  it('takes its comments into account', () => {
    const text = heredoc('s3:GetObject');
    expect(moduleOf({ 'main.tf': text }).comments).toEqual([]);
    const commented = text.replace('Resources:', '# why\n    Resources:');
    expect(moduleOf({ 'main.tf': commented }).comments.map(({ text: comment }) => comment)).toEqual([
      '# why',
    ]);
  });
});

describe('is found in', () => {
  const statement = '{ Effect = "Allow", Action = "s3:GetObject", Resource = { Ref = "B" } }';
  const document = `{ Version = "2012-10-17", Statement = [${statement}] }`;
  const resources = `{ P = { Type = "AWS::IAM::ManagedPolicy", Properties = { PolicyDocument = ${document} } } }`;
  const json = JSON.stringify({
    Resources: {
      P: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
          },
        },
      },
    },
  });
  const forms: Readonly<Record<string, Files>> = {
    jsonencode: { 'main.tf': stack(`jsonencode({ Resources = ${resources} })`) },
    yamlencode: {
      'main.tf': stack(`yamlencode({ Resources = ${resources} })`, 'aws_cloudformation_stack_set'),
    },
    'a condition': { 'main.tf': stack(`var.x ? null : jsonencode({ Resources = ${resources} })`) },
    'JSON in a heredoc': { 'main.tf': stack(`<<EOT\n${json}\nEOT`, 'awscc_cloudformation_stack') },
    'JSON in a string': { 'main.tf': stack(JSON.stringify(json)) },
    'a configuration in JSON': {
      'main.tf.json': JSON.stringify({
        resource: { aws_cloudformation_stack: { s: { template_body: json } } },
      }),
    },
    'YAML in a configuration in JSON': {
      'main.tf.json': JSON.stringify({
        resource: {
          aws_cloudformation_stack: {
            s: { template_body: `Resources: ${JSON.stringify(JSON.parse(json).Resources)}\n` },
          },
        },
      }),
    },
    'a plan': {
      'plan.json': JSON.stringify({
        format_version: '1.2',
        planned_values: {
          root_module: {
            resources: [
              {
                type: 'aws_cloudformation_stack',
                name: 's',
                values: { template_body: json, policy_body: null },
              },
            ],
          },
        },
      }),
    },
  };

  it.each(Object.entries(forms))('%s', (_, files) => {
    expect(outlineOf(moduleOf(files))).toEqual(['identity → nobody (managed): s3:GetObject']);
  });

  it('no stack of another name, and no text without resources', () => {
    const other = stack(`<<EOT\n${json}\nEOT`, 'aws_other');
    const empty = stack('<<EOT\nStatement: [{ Effect: Allow }]\nEOT');
    expect([other, empty].map((text) => moduleOf({ 'main.tf': text }).policies)).toEqual([[], []]);
  });
});

it('roles of the same name in two templates are two roles', () => {
  const role = (actions: string) => `<<EOT
Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: p
          PolicyDocument:
            Version: '2012-10-17'
            Statement: { Effect: Allow, Action: [${actions}], Resource: '*' }
EOT`;
  const ways = (...bodies: readonly string[]) => {
    const text = bodies.map((body, i) => stack(body).replace('"s"', `"s${i}"`)).join('');
    return findingsOf({ 'main.tf': text }).filter(({ rule }) => rule === 'privilege-escalation').length;
  };
  expect(ways(role("'iam:PassRole'"), role("'ec2:RunInstances'"))).toBe(0);
  expect(ways(role("'iam:PassRole', 'ec2:RunInstances'"))).toBe(1);
});
