// The command line over folders: what one file says of another.
import { describe, expect, it } from 'vitest';
import { leastwise } from '../support/commandLine';

const policy = `resource "aws_iam_policy" "read" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [local.read]
  })
}
`;

interface Linted {
  readonly files: readonly {
    readonly path: string;
    readonly policies: readonly { readonly type: string; readonly attachedTo: readonly unknown[] }[];
    readonly findings: readonly { readonly ruleId: string }[];
  }[];
}

function lint(paths: readonly string[], files: Readonly<Record<string, string>>): Linted['files'] {
  const { stdout } = leastwise(['lint', '--format', 'json', ...paths], files);
  const { files: linted }: Linted = JSON.parse(stdout);
  return linted;
}

const rulesOf = (files: Linted['files']) =>
  files.flatMap(({ path, findings }) => findings.map(({ ruleId }) => `${path} ${ruleId}`));

describe('a Terraform module', () => {
  const files = {
    'policy.tf': policy,
    'locals.tf':
      'locals {\n  read = { Effekt = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::b/*" }\n}\n',
    'users.tf': `resource "aws_iam_user" "anna" { name = "anna" }
resource "aws_iam_user_policy_attachment" "a" {
  user       = aws_iam_user.anna.name
  policy_arn = aws_iam_policy.read.arn
}
`,
    'other/locals.tf':
      'locals {\n  read = { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::b/*" }\n}\n',
  };

  it('is all files of a folder, also where one of them is named', () => {
    expect(rulesOf(lint(['policy.tf'], files))).toEqual([
      'policy.tf user-attached-policy',
      'policy.tf invalid-policy-element',
    ]);
    expect(rulesOf(lint(['.'], files))).toContain('policy.tf invalid-policy-element');
    const [linted] = lint(['policy.tf'], files);
    expect(linted?.policies).toMatchObject([{ attachedTo: [{ kind: 'user', name: 'anna' }] }]);
  });

  it('is listed with what its files say', () => {
    const { stdout } = leastwise(['list', 'policy.tf'], files);
    expect(stdout).toContain('user anna');
  });

  it('is none in another folder, or in too many files', () => {
    const { 'locals.tf': _, ...without } = files;
    expect(rulesOf(lint(['policy.tf'], without))).toEqual(['policy.tf user-attached-policy']);
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, i) => [`f${i}.tf`, '']));
    expect(rulesOf(lint(['policy.tf'], { ...files, ...many }))).toEqual([]);
  });
});

describe('a file that a configuration reads as a policy', () => {
  const trust = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "\${account}" }, "Action": "\${action}" }]
}`;

  it('is of the type that it is used for', () => {
    const main = `resource "aws_iam_role" "app" {
  assume_role_policy = templatefile("\${path.module}/policies/trust.json", { account = var.account })
}
`;
    const files = { 'main.tf': main, 'policies/trust.json': trust, 'policies/other.json': trust };
    const types = lint(['policies'], files).map(({ path, policies }) => [path, policies[0]?.type]);
    expect(types).toEqual([
      ['policies/other.json', 'resource'],
      ['policies/trust.json', 'trust'],
    ]);
  });

  it('may have holes where values stand, and directives', () => {
    const main = 'resource "aws_sqs_queue" "q" { policy = templatefile("queue.tpl", {}) }\n';
    const template = `{
  "Version": "2012-10-17",
  "Statement": [
    %{ for name in names ~}
    { "Effect": "Allow", "Principal": \${jsonencode(principal)}, "Action": "sqs:SendMessag", "Resource": "*" },
    %{ endfor ~}
    { "Effect": "Deny", "Principal": "*", "Action": \${actions}, "Resource": "*" }
  ]
}
`;
    const files = lint(['queue.tpl'], { 'main.tf': main, 'queue.tpl': template });
    expect(rulesOf(files)).toEqual(['queue.tpl invalid-action']);
    expect(files[0]?.policies).toMatchObject([{ type: 'resource', attachedTo: [{ kind: 'resource' }] }]);
  });
});

describe('a finding that speaks of two files', () => {
  const policy = (label: string, action: string) => `resource "aws_iam_role_policy" "${label}" {
  role   = aws_iam_role.ci.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }]
  })
}
`;
  const files = {
    'm/pass.tf': policy('pass', 'iam:PassRole'),
    'm/run.tf': policy('run', 'ec2:RunInstances'),
  };
  const reported = (...args: readonly string[]) => leastwise(['lint', ...args], files).stdout;

  it('is told once, with the place in the other', () => {
    for (const paths of [['m'], ['m/run.tf', 'm/pass.tf']]) {
      const told = reported(...paths);
      expect(told.match(/ {2}privilege-escalation\n/g)).toEqual(['  privilege-escalation\n']);
      expect(told).toContain('m/pass.tf:5:47  security  privilege-escalation');
      expect(told).toContain('m/run.tf:5:47  Here ec2:RunInstances is allowed.');
    }
    expect(reported('m/run.tf')).not.toContain('privilege-escalation');
  });

  it('names the other file for programs', () => {
    const { files: linted } = JSON.parse(reported('--format', 'json', 'm'));
    const { findings } = linted.find(({ path }: { path: string }) => path === 'm/pass.tf');
    const [{ related }] = findings.filter(
      ({ ruleId }: { ruleId: string }) => ruleId === 'privilege-escalation',
    );
    const range = { start: { line: 4, character: 46 }, end: { line: 4, character: 64 } };
    expect(related).toEqual([{ message: 'Here ec2:RunInstances is allowed.', path: 'm/run.tf', range }]);
    const [{ results }] = JSON.parse(reported('--format', 'sarif', 'm')).runs;
    const result = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'privilege-escalation');
    expect(result.relatedLocations).toMatchObject([
      {
        physicalLocation: {
          artifactLocation: { uri: 'm/run.tf' },
          region: { startLine: 5, startColumn: 47 },
        },
      },
    ]);
  });
});
