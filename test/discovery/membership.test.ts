// Who is in which group, wherever that is written.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis';
import { policyHolders } from '../../server/src/analysis/principals';
import { membershipsIn } from '../../server/src/discovery/membership';
import { parseText } from '../../server/src/syntax/languages';

function memberships(text: string, languageId: string): readonly string[] {
  return membershipsIn(parseText(text, languageId), []).map(
    ({ kind, name, groups }) => `${kind} ${name}: ${groups.join(' ')}`,
  );
}

describe('what puts users into groups', () => {
  it('in CloudFormation', () => {
    const text = `Resources:
  Anna: { Type: AWS::IAM::User, Properties: { UserName: anna } }
  Admins: { Type: AWS::IAM::Group }
  Add:
    Type: AWS::IAM::UserToGroupAddition
    Properties: { GroupName: !Ref Admins, Users: [!Ref Anna, ben, !GetAtt Other.Name] }
  Later:
    Type: AWS::IAM::UserToGroupAddition
    Properties: { GroupName: !ImportValue group, Users: [carl] }
  HalfTyped:
    Type: AWS::IAM::UserToGroupAddition
`;
    expect(memberships(text, 'yaml')).toEqual(['user anna: Admins', 'user ben: Admins']);
  });

  it('in Terraform', () => {
    const text = `
resource "aws_iam_user_group_membership" "a" {
  user   = aws_iam_user.anna.name
  groups = [aws_iam_group.admins.name, "ops", var.other]
}
resource "aws_iam_group_membership" "b" {
  name  = "b"
  users = ["ben", aws_iam_user.anna.name]
  group = aws_iam_group.ops.name
}
`;
    expect(memberships(text, 'terraform')).toEqual([
      'user anna: admins ops',
      'user ben: ops',
      'user anna: ops',
    ]);
  });
});

it('counts what a user gets of a group', () => {
  const policy = (action: string) =>
    `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }] })`;
  const text = `
resource "aws_iam_user" "anna" { name = "anna" }
resource "aws_iam_user_policy" "own" {
  user   = aws_iam_user.anna.name
  policy = ${policy('lambda:CreateFunction')}
}
resource "aws_iam_group_policy" "ops" {
  group  = aws_iam_group.ops.name
  policy = ${policy('iam:PassRole')}
}
resource "aws_iam_group_membership" "b" {
  users = [aws_iam_user.anna.name]
  group = aws_iam_group.ops.name
}
`;
  const analysis = analyze({ uri: 'file:///m.tf', languageId: 'terraform', version: 0, text });
  const holders = policyHolders(analysis).map(
    ({ kind, name, policies }) => `${kind} ${name} ${policies.length}`,
  );
  expect(holders.sort()).toEqual(['group ops 1', 'user anna 2']);
});

it('knows the boundary of a role by its declaration, whichever block that is', () => {
  const text = `
resource "aws_iam_group" "ops" {}
resource "aws_iam_policy" "edge" {}
resource "aws_iam_role" "ci" { permissions_boundary = aws_iam_policy.edge.arn }
`;
  const [ci] = membershipsIn(parseText(text, 'terraform'), []);
  expect(ci?.name).toBe('ci');
  expect(text.slice(0, ci?.boundary?.declaredAt?.node.span.start)).toMatch(/"edge" $/);
});
