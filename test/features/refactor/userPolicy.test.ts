// Moving a user's inline policy: whole texts before and after, in each syntax.
import { describe, expect, it } from 'vitest';
import { foundIn, refactored, refactorings, titles } from '../../support/refactor';

const yaml = { language: 'yaml' } as const;
const terraform = { language: 'terraform' } as const;

const managed = 'Move to a managed policy of the same user (access: same)';
const group = 'Move to a new group that the user is in (access: same)';
const role = 'Move to a role that the user may assume with MFA (access: unknown)';

const document = `          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::reports/*
`;

describe('a policy in a user of a template', () => {
  const template = `Resources:
  Bucket:
    Type: AWS::S3::Bucket
  Anna:
    Type: AWS::IAM::User
    Condition: HasPeople
    Properties:
      UserName: anna
      Policies:
        - PolicyName: re$0ports
${document}`;
  const user = `Resources:
  Bucket:
    Type: AWS::S3::Bucket
`;
  const anna = `  Anna:
    Type: AWS::IAM::User
    Condition: HasPeople
    Properties:
      UserName: anna
`;

  it('becomes a managed policy', () => {
    const after = refactored(template, managed, yaml);
    expect(after).toBe(`${user}  AnnaReportsPolicy:
    Type: AWS::IAM::ManagedPolicy
    Condition: HasPeople
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: arn:aws:s3:::reports/*
      Users:
        - Ref: Anna
${anna}`);
    expect(foundIn(template, yaml)).toContain('user-inline-policy');
    expect(foundIn(after, yaml)).not.toContain('user-inline-policy');
  });

  it('becomes that of a group', () => {
    const after = refactored(template, group, yaml);
    expect(after).toBe(`${user}  AnnaGroup:
    Type: AWS::IAM::Group
    Condition: HasPeople
    Properties:
      Policies:
        - PolicyName: reports
${document}  AnnaGroupMembers:
    Type: AWS::IAM::UserToGroupAddition
    Condition: HasPeople
    Properties:
      GroupName:
        Ref: AnnaGroup
      Users:
        - Ref: Anna
${anna}`);
    expect(foundIn(after, yaml)).toEqual(['user-resource']);
  });

  it('becomes that of a role', () => {
    const after = refactored(template, role, yaml);
    expect(after).toBe(`${user}  AnnaRole:
    Type: AWS::IAM::Role
    Condition: HasPeople
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS:
                Fn::GetAtt:
                  - Anna
                  - Arn
            Action: sts:AssumeRole
            Condition:
              Bool:
                aws:MultiFactorAuthPresent: "true"
      Policies:
        - PolicyName: reports
${document}${anna}`);
    expect(foundIn(after, yaml)).toEqual(['user-resource']);
  });

  it('leaves the other policies', () => {
    const two = template
      .replace('re$0ports', 'orders')
      .concat(`        - PolicyName: re$0ports\n${document}`);
    const after = refactored(two, managed, yaml);
    expect(after).toContain(`      Policies:\n        - PolicyName: orders\n${document}`);
    expect(after.match(/PolicyName/g)).toHaveLength(1);
  });

  it('stays where a comment would be lost, and where the cursor is elsewhere', () => {
    const commented = template.replace('s3:GetObject', 's3:GetObject # why');
    expect(titles(commented, yaml).filter((title) => title.startsWith('Move'))).toEqual([]);
    const elsewhere = template.replace('$0', '').replace('UserName', 'User$0Name');
    expect(titles(elsewhere, yaml)).toEqual([]);
  });

  it('is no role where it asks for the name of the user', () => {
    const own = template.replace('reports/*', 'reports/${aws:username}/*');
    expect(titles(own, yaml)).toContain(group);
    expect(titles(own, yaml)).not.toContain(role);
  });
});

describe('AWS::IAM::UserPolicy', () => {
  const policy = `"PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
        }`;
  const template = `{
  "Resources": {
    "Anna": { "Type": "AWS::IAM::User" },
    "Reports": {
      "Type": "AWS::IAM::UserPolicy",
      "Properties": {
        "UserName": { "Ref": "Anna" },
        "PolicyName": "Re$0ports",
        ${policy}
      }
    }
  }
}`;

  it('becomes another type under another logical ID', () => {
    const after = refactored(template, managed);
    expect(after).toBe(`{
  "Resources": {
    "Anna": { "Type": "AWS::IAM::User" },
    "ReportsManaged": {
      "Type": "AWS::IAM::ManagedPolicy",
      "Properties": {
        "Users": [
          {
            "Ref": "Anna"
          }
        ],
        ${policy}
      }
    }
  }
}`);
  });

  it('becomes that of a group or a role', () => {
    const grouped = refactored(template, group);
    expect(grouped).toContain('"ReportsOfGroup": {\n      "Type": "AWS::IAM::GroupPolicy"');
    expect(grouped).toContain(
      '"GroupName": {\n          "Ref": "ReportsGroup"\n        },\n        "PolicyName"',
    );
    expect(foundIn(grouped)).toEqual(['user-resource']);
    const assumed = refactored(template, role);
    expect(assumed).toContain('"Fn::GetAtt": [\n                    "Anna",\n                    "Arn"');
    expect(foundIn(assumed)).toEqual(['user-resource']);
  });

  it('stays where something names it', () => {
    const named = template.replace('"Anna": { "Type"', '"Anna": { "DependsOn": "Reports", "Type"');
    expect(titles(named)).toEqual([]);
  });
});

it('AWS::IAM::Policy stays what it is for a group or a role', () => {
  const template = `Resources:
  Reports:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: reports
      PolicyDocument: # why
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: s3:Get$0Object
            Resource: arn:aws:s3:::reports/*
      Users: [anna, !Ref UserName]
`;
  const after = refactored(template, group, yaml);
  expect(after).toBe(`${template
    .replace('$0', '')
    .replace('Users: [anna, !Ref UserName]', 'Groups:\n        - Ref: ReportsGroup')}  ReportsGroup:
    Type: AWS::IAM::Group
  ReportsGroupMembers:
    Type: AWS::IAM::UserToGroupAddition
    Properties:
      GroupName:
        Ref: ReportsGroup
      Users:
        - anna
        - Ref: UserName
`);
  expect(foundIn(after, yaml)).toEqual([]);
  expect(refactored(template, managed, yaml)).toContain(
    'ReportsManaged:\n    Type: AWS::IAM::ManagedPolicy\n',
  );
  expect(refactored(template, role, yaml)).toContain('user/${UserName}');
});

describe('aws_iam_user_policy', () => {
  const policy = `  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject" # why
      Resource = "arn:aws:s3:::reports/*"
    }]
  })
}
`;
  const configuration = `resource "aws_iam_user" "anna" {
  name = "anna"
}

resource "aws_iam_user_policy" "reports" {
  name = "re$0ports"
  user = aws_iam_user.anna.name

${policy}`;
  const user = `resource "aws_iam_user" "anna" {
  name = "anna"
}

`;

  it('becomes a managed policy', () => {
    const after = refactored(configuration, managed, terraform);
    expect(after).toBe(`${user}resource "aws_iam_policy" "reports" {
  name = "reports"

${policy}
resource "aws_iam_user_policy_attachment" "reports" {
  user       = aws_iam_user.anna.name
  policy_arn = aws_iam_policy.reports.arn
}
`);
    expect(foundIn(configuration, terraform)).toContain('user-inline-policy');
    expect(foundIn(after, terraform)).not.toContain('user-inline-policy');
  });

  it('becomes that of a group', () => {
    const after = refactored(configuration, group, terraform);
    expect(after).toBe(`${user}resource "aws_iam_group_policy" "reports" {
  name = "reports"
  group = aws_iam_group.reports.name

${policy}
resource "aws_iam_group" "reports" {
  name = "reports"
}

resource "aws_iam_user_group_membership" "reports" {
  user   = aws_iam_user.anna.name
  groups = [aws_iam_group.reports.name]
}
`);
    expect(foundIn(after, terraform)).toEqual(['user-resource']);
  });

  it('becomes that of a role, under a name that is free', () => {
    const taken = `${configuration}\nresource "aws_iam_role" "reports" {\n}\n`;
    const after = refactored(taken, role, terraform);
    expect(after).toBe(`${user}resource "aws_iam_role_policy" "reports_2" {
  name = "reports"
  role = aws_iam_role.reports_2.id

${policy}
data "aws_iam_policy_document" "reports_2_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [aws_iam_user.anna.arn]
    }
    condition {
      test     = "Bool"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["true"]
    }
  }
}

resource "aws_iam_role" "reports_2" {
  name               = "reports_2"
  assume_role_policy = data.aws_iam_policy_document.reports_2_trust.json
}

resource "aws_iam_role" "reports" {
}
`);
    expect(foundIn(after, terraform)).toEqual(['user-resource']);
  });

  it('stays where it is made several times, or something names it', () => {
    expect(titles(configuration.replace('  name = "re', '  count = 2\n  name = "re'), terraform)).toEqual([]);
    const named = `${configuration}\noutput "id" {\n  value = aws_iam_user_policy.reports.id\n}\n`;
    expect(titles(named, terraform)).toEqual([]);
  });

  it('has no role where the ARN of the user is not known', () => {
    expect(titles(configuration.replace('aws_iam_user.anna.name', '"anna"'), terraform)).toEqual([
      managed,
      group,
    ]);
  });
});

it('has the kind of a move', () => {
  const [first] = refactorings(
    'resource "aws_iam_user_policy" "a" {\n  u$0ser = "anna"\n  policy = "{}"\n}\n',
    terraform,
  );
  expect(first?.kind).toBe('refactor.move');
});
