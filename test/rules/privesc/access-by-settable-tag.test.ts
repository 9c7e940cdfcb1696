import { describe, expect, it } from 'vitest';
import rule from '../../../server/src/rules/privesc/access-by-settable-tag';
import { inPolicy } from '../../support/policies';
import { findingsIn, ruleSpec } from '../../support/ruleSpec';
import { findingsOf } from '../../support/terraform';

type Statement = Readonly<Record<string, unknown>>;

const ending = (condition: string) => `    {
      "Effect": "Allow", "Action": "ec2:TerminateInstances", "Resource": "*",
      "Condition": { ${condition} }
    }`;
const byTeam = ending('"StringEquals": { "aws:ResourceTag/team": "blue" }');
const tagging = `    { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*" }`;
const limited = (condition: string) => `    {
      "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*",
      "Condition": { ${condition} }
    }`;
const all = (...statements: readonly string[]) => inPolicy(statements.join(',\n'));
const flagged = `    {
      "Effect": "Allow", "Action": "ec2:TerminateInstances", "Resource": "*",
      "Condition": { "StringEquals": { "aws:ResourceTag/team": "blue" } }
    #                                  ^^^^^^^^^^^^^^^^^^^^^^ access-by-settable-tag
    }`;

ruleSpec(rule, {
  clean: {
    'tags that nobody sets': all(byTeam),
    'tags given on creation': all(byTeam, limited('"StringEquals": { "ec2:CreateAction": "RunInstances" }')),
    'other tags': all(byTeam, limited('"ForAllValues:StringEquals": { "aws:TagKeys": ["cost"] }')),
    'the value that one has': all(
      byTeam,
      limited('"StringEquals": { "aws:RequestTag/team": "${aws:PrincipalTag/team}" }'),
    ),
    'resources that have the tag already': all(
      byTeam,
      limited('"StringEquals": { "aws:ResourceTag/team": "blue" }'),
    ),
    'a Deny of the tag': all(
      byTeam,
      tagging,
      `    {
      "Effect": "Deny", "Action": ["ec2:CreateTags", "ec2:DeleteTags"], "Resource": "*",
      "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": "team" } }
    }`,
    ),
    'taking tags away': all(byTeam, `    { "Effect": "Allow", "Action": "ec2:DeleteTags", "Resource": "*" }`),
    'tags of other resources': all(
      byTeam,
      `    { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:*:*:volume/*" }`,
    ),
    'tags of one instance': all(
      byTeam,
      `    { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:*:*:instance/i-1" }`,
    ),
    'tags in another Region': all(
      byTeam.replace('"*"', '["arn:aws:ec2:eu-west-1:*:instance/*", "arn:aws:ec2:*:*:volume/*"]'),
      `    { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:us-east-1:*:instance/*" }`,
    ),
    'tags in another account': all(
      byTeam.replace('"*"', '"arn:aws:ec2:*:111122223333:instance/*"'),
      `    { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:*:444455556666:*" }`,
    ),
    'tags of another service': all(
      byTeam,
      `    { "Effect": "Allow", "Action": ["s3:*", "sqs:TagQueue"], "Resource": "*" }`,
    ),
    'tags of one of two resources that it takes': all(
      byTeam.replace('TerminateInstances', 'AttachVolume'),
      `    { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:*:*:volume/*" }`,
    ),
    'a tag that only AWS sets': all(
      ending('"StringLike": { "aws:ResourceTag/aws:cloudformation:stack-name": "web-*" }'),
      tagging,
    ),
    'a tag that only AWS sets, beside another': all(
      ending(
        '"StringEquals": { "aws:ResourceTag/aws:autoscaling:groupName": "a", "aws:ResourceTag/b": "c" }',
      ),
      tagging,
    ),
    'all but a tag': all(ending('"StringNotEquals": { "aws:ResourceTag/team": "blue" }'), tagging),
    'access that is there without the tag': all(
      byTeam,
      tagging,
      `    { "Effect": "Allow", "Action": "ec2:Terminate*", "Resource": "*" }`,
    ),
    'all of EC2': all(byTeam, `    { "Effect": "Allow", "Action": "ec2:*", "Resource": "*" }`),
    'access that is denied': all(
      byTeam,
      tagging,
      `    { "Effect": "Deny", "Action": "ec2:Terminate*", "Resource": "*" }`,
    ),
    'setting tags where one has the tag': all(
      byTeam.replace('ec2:TerminateInstances', 'ec2:CreateTags'),
      tagging,
    ),
    'a Deny by tag': all(byTeam.replace('Allow', 'Deny'), tagging),
    'a service control policy': { text: all(byTeam, tagging), type: 'scp' },
    'objects of a tagged bucket': all(
      `    {
      "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
      "Condition": { "StringEquals": { "aws:ResourceTag/team": "blue" } }
    }`,
      `    { "Effect": "Allow", "Action": "s3:PutObjectTagging", "Resource": "*" }`,
    ),
    'one’s own tag, which nobody sets': all(
      ending('"StringEquals": { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" }'),
    ),
    'tags of roles, where users have the policy': all(
      ending('"StringEquals": { "aws:PrincipalTag/team": "blue" }'),
      `    { "Effect": "Allow", "Action": "iam:TagRole", "Resource": "*" }`,
    ),
    'the tag of the own role, where those of others count': `{
  "RoleName": "deploy",
  "PolicyName": "deploy",
  "PolicyDocument": {
    "Version": "2012-10-17",
    "Statement": [
      {
        "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*",
        "Condition": { "StringEquals": { "iam:ResourceTag/team": "blue" } }
      },
      { "Effect": "Allow", "Action": "iam:TagRole", "Resource": "arn:aws:iam::123456789012:role/deploy" }
    ]
  }
}`,
    'one who may write the own policies': all(
      ending('"StringEquals": { "aws:PrincipalTag/team": "blue" }'),
      `    { "Effect": "Allow", "Action": "iam:*", "Resource": "*" }`,
    ),
    'the controller for load balancers, as it is published': all(
      `    {
      "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:*:*:security-group/*",
      "Condition": { "StringEquals": { "ec2:CreateAction": "CreateSecurityGroup" } }
    }`,
      `    {
      "Effect": "Allow", "Action": "elasticloadbalancing:AddTags",
      "Resource": ["arn:aws:elasticloadbalancing:*:*:listener/net/*/*/*", "arn:aws:elasticloadbalancing:*:*:listener-rule/app/*/*/*"]
    }`,
      `    {
      "Effect": "Allow", "Action": ["elasticloadbalancing:DeleteLoadBalancer", "elasticloadbalancing:DeleteTargetGroup"], "Resource": "*",
      "Condition": { "StringEquals": { "aws:ResourceTag/elbv2.k8s.aws/cluster": "blue" } }
    }`,
    ),
    'policies of which one or the other is there': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "end" {
  count = var.end ? 1 : 0
  statement {
    actions   = ["ec2:TerminateInstances"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/team"
      values   = ["blue"]
    }
  }
}
data "aws_iam_policy_document" "tag" {
  count = var.tag ? 1 : 0
  statement {
    actions   = ["ec2:CreateTags"]
    resources = ["*"]
  }
}
resource "aws_iam_role_policy" "ci" {
  role   = aws_iam_role.ci.name
  policy = try(data.aws_iam_policy_document.end[0].json, data.aws_iam_policy_document.tag[0].json)
}
`,
    },
  },
  flagged: {
    'any tag of any instance': {
      text: all(flagged, tagging),
      messages: [
        'With ec2:CreateTags one can set the tag team, which therefore does not limit ec2:TerminateInstances. Name in Resource what may be tagged, or limit the tags in a condition.',
      ],
    },
    'any tag of instances': all(
      flagged,
      `    { "Effect": "Allow", "Action": "ec2:Create*", "Resource": ["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:volume/*"] }`,
    ),
    'a tag, once for all that depends on it': all(flagged, byTeam.replace('Terminate', 'Stop'), tagging),
    'a key in any case, and beside other conditions': all(
      `    {
      "Effect": "Allow", "Action": "ec2:Terminate*", "Resource": "arn:aws:ec2:eu-west-1:*:instance/*",
      "Condition": { "Bool": { "aws:SecureTransport": "true" }, "StringLike": { "EC2:resourcetag/Team": "b*" } }
      #                                                                         ^^^^^^^^^^^^^^^^^^^^^^ access-by-settable-tag
    }`,
      tagging,
    ),
    'commands on instances of another service': all(
      `    {
      "Effect": "Allow", "Action": "ssm:SendCommand", "Resource": "arn:aws:ec2:*:*:instance/*",
      "Condition": { "StringEquals": { "ssm:resourceTag/team": "blue" } }
      #                                ^^^^^^^^^^^^^^^^^^^^^^ access-by-settable-tag
    }`,
      `    { "Effect": "Allow", "Action": "ec2:*", "Resource": "*" }`,
    ),
    'tags of instances, whose Region is not the only one': all(
      flagged,
      `    { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:eu-*:111122223333:instance/*" }`,
    ),
    'tags of both resources that it takes': all(
      flagged.replace('TerminateInstances', 'AttachVolume'),
      `    { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": ["arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:instance/*"] }`,
    ),
    'one’s own tag': {
      text: all(
        `    {
      "Effect": "Allow", "Action": "ec2:TerminateInstances", "Resource": "*",
      "Condition": { "StringEquals": { "aws:ResourceTag/team": "\${aws:PrincipalTag/team}" } }
      #                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ access-by-settable-tag
    }`,
        `    { "Effect": "Allow", "Action": ["iam:TagUser", "iam:TagRole"], "Resource": "*" }`,
      ),
      messages: [
        'With iam:TagUser one can set one’s own tag team, which therefore does not limit ec2:TerminateInstances. Name in Resource what may be tagged, or limit the tags in a condition.',
      ],
    },
    'the tag of the own role': `{
  "RoleName": "deploy",
  "PolicyName": "deploy",
  "PolicyDocument": {
    "Version": "2012-10-17",
    "Statement": [
      {
        "Effect": "Allow", "Action": "sqs:ListQueues", "Resource": "*",
        "Condition": { "StringEquals": { "aws:PrincipalTag/team": "blue" } }
        #                                ^^^^^^^^^^^^^^^^^^^^^^^ access-by-settable-tag
      },
      { "Effect": "Allow", "Action": "iam:TagRole", "Resource": "arn:aws:iam::123456789012:role/ci/deploy" }
    ]
  }
}`,
    'half-typed': `{
  "Version": "2012-10-17",
  "Statement": [
${flagged},
${tagging},
    { "Effect": "Allow", "Action":`,
  },
});

const allow = (Action: string, more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});
const deny = (Action: string, more: Statement = {}): Statement => ({
  ...allow(Action, more),
  Effect: 'Deny',
});
const policy = (...Statement: readonly Statement[]) => ({ Version: '2012-10-17', Statement });

/** Roles with these inline policies, within a boundary of these statements. */
function account(roles: readonly (readonly object[])[], edge?: readonly Statement[]): object {
  return {
    UserDetailList: [],
    GroupDetailList: [],
    RoleDetailList: roles.map((policies, i) => ({
      RoleName: `role${i}`,
      RolePolicyList: policies.map((PolicyDocument, j) => ({ PolicyName: `inline${j}`, PolicyDocument })),
      AttachedManagedPolicies: [],
      ...(edge && {
        PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::123456789012:policy/edge' },
      }),
    })),
    Policies: edge
      ? [
          {
            PolicyName: 'edge',
            PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: policy(...edge) }],
          },
        ]
      : [],
  };
}

function counted(document: object): number {
  const text = JSON.stringify(document);
  return findingsIn(rule, text, text).length;
}

describe.each([
  ['ec2:TerminateInstances', 'aws:ResourceTag/', 'ec2:CreateTags'],
  ['ec2:DeleteSnapshot', 'ec2:ResourceTag/', 'ec2:CreateTags'],
  ['ssm:StartSession', 'ssm:resourceTag/', 'ec2:CreateTags'],
  ['ssm:GetParameter', 'aws:ResourceTag/', 'ssm:AddTagsToResource'],
  ['sts:AssumeRole', 'aws:ResourceTag/', 'iam:TagRole'],
  ['iam:PassRole', 'iam:ResourceTag/', 'iam:TagRole'],
  ['iam:CreateAccessKey', 'iam:ResourceTag/', 'iam:TagUser'],
  ['secretsmanager:GetSecretValue', 'secretsmanager:ResourceTag/', 'secretsmanager:TagResource'],
  ['s3:GetObject', 's3:ExistingObjectTag/', 's3:PutObjectTagging'],
  ['kms:Decrypt', 'aws:ResourceTag/', 'kms:TagResource'],
  ['ecs:ExecuteCommand', 'ecs:ResourceTag/', 'ecs:TagResource'],
  ['sqs:SendMessage', 'aws:ResourceTag/', 'sqs:TagQueue'],
  ['lambda:InvokeFunction', 'aws:ResourceTag/', 'lambda:TagResource'],
  ['rds:DeleteDBInstance', 'aws:ResourceTag/', 'rds:AddTagsToResource'],
  ['autoscaling:SetDesiredCapacity', 'aws:ResourceTag/', 'autoscaling:CreateOrUpdateTags'],
])('%s by %s, and %s', (action, key, setter) => {
  const access = allow(action, { Condition: { StringEquals: { [`${key}team`]: 'blue' } } });

  it('is found in one policy, and in two of one principal', () => {
    expect(counted(policy(access, allow(setter)))).toBe(1);
    expect(counted(policy(access, allow(`${setter.slice(0, -1).toUpperCase()}?`)))).toBe(1);
    expect(counted(account([[policy(access), policy(allow(setter))]]))).toBe(1);
  });

  it('is not found where something is missing, or somebody else has it', () => {
    expect(counted(policy(access))).toBe(0);
    expect(counted(policy(allow(setter)))).toBe(0);
    expect(counted(account([[policy(access)], [policy(allow(setter))]]))).toBe(0);
  });

  it('is not found where one of them is denied', () => {
    expect(counted(policy(access, allow(setter), deny(setter)))).toBe(0);
    expect(counted(policy(access, allow(setter), deny(action)))).toBe(0);
    const condition = { Condition: { Null: { 'aws:RequestTag/team': 'false' } } };
    expect(counted(policy(access, allow(setter), deny(setter, condition)))).toBe(0);
  });

  it('is not found where setting tags is limited', () => {
    const condition = { Condition: { StringEquals: { 'aws:RequestTag/team': 'green' } } };
    expect(counted(policy(access, allow(setter, condition)))).toBe(0);
    expect(counted(policy(access, allow(setter, { Resource: 'arn:aws:sns:*:*:other' })))).toBe(0);
  });

  it('is not found where the boundary leaves one of them out', () => {
    const own = [policy(access, allow(setter))];
    expect(counted(account([own], [allow('*')]))).toBe(1);
    expect(counted(account([own], [allow(action)]))).toBe(0);
    expect(counted(account([own], [allow(setter)]))).toBe(0);
    expect(counted(account([own], [allow('*'), deny(setter)]))).toBe(0);
  });

  it('is not found where the access is there without the tag', () => {
    expect(counted(policy(access, allow(setter), allow(action)))).toBe(0);
    expect(counted(policy(access, allow('*')))).toBe(0);
  });
});

describe('a Terraform module', () => {
  const rolePolicy = (label: string, statement: string) => `resource "aws_iam_role_policy" "${label}" {
  role   = aws_iam_role.ci.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [${statement}] })
}
`;
  const end = rolePolicy(
    'end',
    '{ Effect = "Allow", Action = "ec2:StopInstances", Resource = "*", Condition = { StringEquals = { "aws:ResourceTag/team" = "blue" } } }',
  );
  const tag = rolePolicy('tag', '{ Effect = "Allow", Action = "ec2:CreateTags", Resource = "*" }');
  const told = (files: Readonly<Record<string, string>>) =>
    findingsOf(files)
      .filter((each) => each.rule === rule.id)
      .flatMap(({ related }) => related.map(({ document }) => document?.uri.split('/').at(-1)));

  it('is taken together, and told where access depends on the tag', () => {
    expect(told({ 'end.tf': end, 'tag.tf': tag })).toEqual(['tag.tf']);
    expect(told({ 'tag.tf': tag, 'end.tf': end })).toEqual([]);
    expect(told({ 'end.tf': end, 'tag.tf': tag.replace('role.ci', 'role.other') })).toEqual([]);
  });
});
