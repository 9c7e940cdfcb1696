// Ways to more permissions that the files of one Terraform configuration open together, told once, in one of them.
import { describe, expect, it } from 'vitest';
import { openWays } from '../../../server/src/analysis/escalations';
import { type Files, findingsOf, moduleOf } from '../../support/terraform';

const id = 'privilege-escalation';

function policy(action: string): string {
  return `jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }]
  })`;
}

function rolePolicy(label: string, action: string, role = 'aws_iam_role.ci.id'): string {
  return `resource "aws_iam_role_policy" "${label}" {
  role   = ${role}
  policy = ${policy(action)}
}
`;
}

const role = (more = '') => `resource "aws_iam_role" "ci" {\n${more}}\n`;
const pass = rolePolicy('pass', 'iam:PassRole');
const run = rolePolicy('run', 'ec2:RunInstances');

/** What is found with each file in front, by the text of the place: `a.tf: iam:PassRole, with b.tf: …`. */
function told(files: Files): readonly string[] {
  return Object.keys(files).flatMap((name) => {
    const { [name]: text = '', ...others } = files;
    return findingsOf({ [name]: text, ...others })
      .filter(({ rule }) => rule === id)
      .map(({ span, related }) => {
        const places = related.map(({ document, span: at }) => {
          const file = document?.uri.split('/').at(-1);
          return `${file ?? 'here'}: ${(document?.text ?? text).slice(at.start, at.end)}`;
        });
        return `${name}: ${[text.slice(span.start, span.end), ...places].join(', with ')}`;
      });
  });
}

describe('policies of one role in several files', () => {
  it('count together, in the file of the first permission, whichever is looked at', () => {
    const expected = ['pass.tf: "iam:PassRole", with run.tf: "ec2:RunInstances"'];
    expect(told({ 'pass.tf': pass, 'run.tf': run, 'roles.tf': role() })).toEqual(expected);
    expect(told({ 'run.tf': run, 'roles.tf': role(), 'pass.tf': pass })).toEqual(expected);
  });

  it('name the role', () => {
    const [found] = findingsOf({ 'pass.tf': pass, 'run.tf': run }).filter(({ rule }) => rule === id);
    expect(found?.message).toBe(
      'With iam:PassRole and ec2:RunInstances the role ci can start an EC2 instance with the permissions of any role that trusts ec2.amazonaws.com, those of administrators included. Name the roles in the Resource of iam:PassRole.',
    );
  });

  it('are managed ones too, however they are attached', () => {
    const managed = `resource "aws_iam_policy" "run" {\n  policy = ${policy('ec2:RunInstances')}\n}\n`;
    const attachment = `resource "aws_iam_role_policy_attachment" "run" {
  role       = aws_iam_role.ci.name
  policy_arn = aws_iam_policy.run.arn
}
`;
    expect(told({ 'a.tf': pass, 'b.tf': managed, 'c.tf': attachment, 'd.tf': role() })).toEqual([
      'a.tf: "iam:PassRole", with b.tf: "ec2:RunInstances"',
    ]);
  });

  it('are data sources that another file uses', () => {
    const data = `data "aws_iam_policy_document" "run" {
  statement {
    actions   = ["ec2:RunInstances"]
    resources = ["*"]
  }
}
`;
    const use = `resource "aws_iam_role_policy" "run" {
  role   = aws_iam_role.ci.id
  policy = data.aws_iam_policy_document.run.json
}
`;
    expect(told({ 'a.tf': pass, 'b.tf': data, 'c.tf': use })).toEqual([
      'a.tf: "iam:PassRole", with b.tf: "ec2:RunInstances"',
    ]);
  });

  it('are some in Terraform’s JSON syntax', () => {
    const document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' }],
    };
    const own = { role: '${aws_iam_role.ci.id}', policy: JSON.stringify(document) };
    const json = JSON.stringify({ resource: { aws_iam_role_policy: { run: own } } });
    expect(told({ 'a.tf': pass, 'b.tf.json': json })).toEqual([
      'a.tf: "iam:PassRole", with b.tf.json: \\"ec2:RunInstances\\"',
    ]);
    expect(told({ 'b.tf.json': json.replace('ec2:RunInstances', 'iam:PassRole'), 'a.tf': run })).toEqual([
      'b.tf.json: \\"iam:PassRole\\", with a.tf: "ec2:RunInstances"',
    ]);
  });

  it('are told once where two files allow the same', () => {
    expect(told({ 'c.tf': run, 'b.tf': pass, 'a.tf': rolePolicy('other', 'iam:Pass*') })).toEqual([
      'a.tf: "iam:Pass*", with c.tf: "ec2:RunInstances"',
    ]);
  });

  it('stay apart where they are of two roles', () => {
    const other = rolePolicy('run', 'ec2:RunInstances', 'aws_iam_role.other.id');
    expect(told({ 'a.tf': pass, 'b.tf': other })).toEqual([]);
  });

  it('stay apart in two configurations', () => {
    expect([...told({ 'a.tf': pass }), ...told({ 'a.tf': run })]).toEqual([]);
  });
});

describe('what another file says of a role', () => {
  const grant = rolePolicy('grant', 'iam:PutRolePolicy');
  const both = (other: string) => told({ 'a.tf': grant, 'b.tf': other });

  it('may take it away', () => {
    expect(both('')).toEqual(['a.tf: "iam:PutRolePolicy"']);
    expect(both(rolePolicy('no', 'iam:PutRolePolicy').replace('Allow', 'Deny'))).toEqual([]);
  });

  it('may be a permissions boundary that stands elsewhere', () => {
    expect(both(role('  permissions_boundary = var.edge\n'))).toEqual([]);
  });

  it('may be a boundary of a third file', () => {
    const edge = (action: string) => `resource "aws_iam_policy" "edge" {\n  policy = ${policy(action)}\n}\n`;
    const bounded = role('  permissions_boundary = aws_iam_policy.edge.arn\n');
    const files = (action: string) => ({ 'a.tf': grant, 'b.tf': bounded, 'c.tf': edge(action) });
    expect(told(files('s3:*'))).toEqual([]);
    expect(told(files('iam:*'))).toEqual(['a.tf: "iam:PutRolePolicy"']);
  });

  it('may make it an administrator, who gains nothing', () => {
    const administrator = `resource "aws_iam_role_policy_attachment" "all" {
  role       = aws_iam_role.ci.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
`;
    expect(both(administrator)).toEqual([]);
  });

  it.each([
    'local.ci',
    'one(aws_iam_role.ci[*].name)',
    'try(aws_iam_role.ci[0].name, null)',
    'element(local.all, 0)',
  ])('may be said of %s', (role) => {
    const locals = 'locals {\n  ci  = local.all\n  all = aws_iam_role.ci.name\n}\n';
    const files = (boundary: string) => ({
      'a.tf': rolePolicy('grant', 'iam:PutRolePolicy', role),
      'b.tf': `resource "aws_iam_role" "ci" {\n${boundary}}\n`,
      'c.tf': locals,
    });
    expect(told(files('  permissions_boundary = var.edge\n'))).toEqual([]);
    expect(told(files(''))).toEqual(['a.tf: "iam:PutRolePolicy"']);
  });

  it.each(['local.a', 'one(local.a)', 'var.role', 'one()', 'local.missing'])('is nothing of %s', (role) => {
    const locals = 'locals {\n  a = local.b\n  b = local.a\n}\n';
    const bounded = 'resource "aws_iam_role" "ci" {\n  permissions_boundary = var.edge\n}\n';
    const grants = rolePolicy('grant', 'iam:PutRolePolicy', role);
    expect(told({ 'a.tf': grants, 'b.tf': bounded, 'c.tf': locals })).toEqual(['a.tf: "iam:PutRolePolicy"']);
  });

  it('may put a user into a group', () => {
    const user = `resource "aws_iam_user_policy" "run" {
  user   = aws_iam_user.anna.name
  policy = ${policy('iam:PassRole')}
}
`;
    const group = `resource "aws_iam_group_policy" "ops" {
  group  = aws_iam_group.ops.name
  policy = ${policy('ec2:RunInstances')}
}
`;
    const membership = `resource "aws_iam_user_group_membership" "a" {
  user   = aws_iam_user.anna.name
  groups = [aws_iam_group.ops.name]
}
`;
    expect(told({ 'a.tf': user, 'b.tf': group, 'c.tf': membership })).toEqual([
      'a.tf: "iam:PassRole", with b.tf: "ec2:RunInstances"',
    ]);
  });

  it.each(['resource "aws_iam_role" "ci" {', 'aws_iam_ = ((', '# aws_iam_role\n\u0000'])(
    'may be broken off: %j',
    (broken) => {
      expect(both(broken)).toEqual(['a.tf: "iam:PutRolePolicy"']);
    },
  );
});

describe('the other files', () => {
  /** For whom they are asked for, in looking at one file. */
  function askedFor(text: string): readonly (readonly string[])[] {
    const asked: (readonly string[])[] = [];
    const beside = (names: readonly string[]) => {
      asked.push(names);
      return [];
    };
    openWays({ ...moduleOf({ 'a.tf': text, 'b.tf': run }), beside });
    return asked;
  }

  it('are asked for only where a permission may begin a way', () => {
    expect(askedFor(rolePolicy('read', 's3:GetObject'))).toEqual([]);
    expect(askedFor(pass)).toEqual([['ci']]);
  });

  it('are those that name the role, or what such files name', () => {
    const other = rolePolicy('other', 'ec2:RunInstances', 'aws_iam_role.ci-2.id');
    const document = `locals {\n  run = ${policy('ec2:RunInstances')}\n}\n# aws_iam_\n`;
    const use =
      'resource "aws_iam_role_policy" "run" {\n  role   = aws_iam_role.ci.id\n  policy = local.run\n}\n';
    const files = { 'a.tf': pass, 'b.tf': other, 'c.tf': use, 'd.tf': document, 'e.tf': 'locals {}' };
    const beside = moduleOf(files).beside?.(['ci']);
    expect(beside?.map(({ document: { uri } }) => uri.split('/').at(-1))).toEqual(['c.tf', 'd.tf']);
    expect(moduleOf(files).beside?.(['ci/other', 'a+b', ''])).toEqual([]);
  });

  it('are left where they are too long together', () => {
    const long = `${run}# ${'x'.repeat(200_000)}`;
    expect(told({ 'a.tf': pass, 'b.tf': long })).toEqual([]);
  });
});
