// Refactorings of a statement: whole texts before and after, in each syntax.
import { describe, expect, it } from 'vitest';
import { foundIn, refactored, titles } from '../../support/refactor';

const yaml = { language: 'yaml' } as const;
const terraform = { language: 'terraform' } as const;

const passRole = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:Pass$0Role", "Resource": "*" }
  ]
}`;

describe('scope-pass-role', () => {
  it('asks for one service, the usual ones where the document names none', () => {
    expect(titles(passRole)).toEqual([
      'Pass roles to ec2.amazonaws.com only (access: narrower)',
      'Pass roles to lambda.amazonaws.com only (access: narrower)',
      'Pass roles to ecs-tasks.amazonaws.com only (access: narrower)',
    ]);
    const after = refactored(passRole, 'Pass roles to lambda.amazonaws.com only (access: narrower)');
    expect(after).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": {
        "StringEquals": {
          "iam:PassedToService": "lambda.amazonaws.com"
        }
      } }
  ]
}`);
    expect(foundIn(passRole)).toContain('pass-role-with-star-in-resource');
    expect(foundIn(after)).toEqual([]);
  });

  it('knows the services that the document speaks of, and parts the other actions from it', () => {
    const template = `Resources:
  Job:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: glue.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: p
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Sid: Make
                Effect: Allow
                Action:
                  - glue:CreateJob # why
                  - iam:Pass$0Role
                Resource: "*"
`;
    const after = refactored(
      template,
      'Pass roles to glue.amazonaws.com only, in a statement of its own (access: narrower)',
      yaml,
    );
    expect(after).toBe(
      template.replace(
        `                  - iam:Pass$0Role
                Resource: "*"
`,
        `                Resource: "*"
              - Effect: Allow
                Action: iam:PassRole
                Resource: "*"
                Condition:
                  StringEquals:
                    iam:PassedToService: glue.amazonaws.com
`,
      ),
    );
    expect(foundIn(after, yaml)).toEqual([]);
  });

  it('writes a block in a data source', () => {
    const after = refactored(
      `data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["iam:Pass$0Role", "ecs:RunTask"]
    resources = ["*"]
  }
}
`,
      'Pass roles to ecs-tasks.amazonaws.com only, in a statement of its own (access: narrower)',
      terraform,
    );
    expect(after).toBe(`data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["ecs:RunTask"]
    resources = ["*"]
  }
  statement {
    actions   = ["iam:PassRole"]
    resources = ["*"]
    effect    = "Allow"
    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ecs-tasks.amazonaws.com"]
    }
  }
}
`);
    // That it can run what it passes a role to stays true.
    expect(foundIn(after, terraform)).toEqual(['privilege-escalation']);
  });

  it.each([
    ['a Deny', passRole.replace('Allow', 'Deny')],
    ['one role', passRole.replace('"*"', '"arn:aws:iam::123456789012:role/app"')],
    [
      'a limit that is there',
      passRole.replace(
        '"*"',
        '"*", "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } }',
      ),
    ],
    ['other statements', passRole.replace('iam:Pass$0Role', 'iam:Get$0Role')],
    ['a place outside of statements', passRole.replace('$0', '').replace('Version', 'Ver$0sion')],
  ])('offers nothing for %s', (_, text) => {
    expect(titles(text)).toEqual([]);
  });
});

describe('add-organization', () => {
  const bucket = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": "$0*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`;

  it('keeps a wildcard principal within an organization', () => {
    const after = refactored(bucket, 'Let in callers of your organization only (access: narrower)');
    expect(after).toContain(`"Condition": {
        "StringEquals": {
          "aws:PrincipalOrgID": "o-xxxxxxxxxx"
        }
      }`);
    expect(foundIn(bucket)).toContain('principal-wildcard');
    expect(foundIn(after)).toEqual([]);
    expect(titles(after.replace('"Principal"', '"Prin$0cipal"'))).toEqual([]);
  });
});

describe('add-external-id', () => {
  const trust = `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:Assume$0Role"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::999999999999:root"]
    }
  }
}

resource "aws_iam_role" "partner" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
`;

  it('adds a condition for another account', () => {
    const title = 'Ask callers of the other account for an external ID (access: narrower)';
    const after = refactored(trust, title, terraform);
    expect(after).toBe(
      trust.replace('$0', '').replace(
        `    }
  }
}
`,
        `    }
    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = ["REPLACE-WITH-A-UNIQUE-ID"]
    }
  }
}
`,
      ),
    );
    expect(titles(after.replace('sts:Assume', 'sts:$0Assume'), terraform)).toEqual([]);
  });

  it('is nothing for a user, who cannot send one from the console, or a service', () => {
    expect(titles(trust.replace(':root', ':user/anna'), terraform)).toEqual([]);
    const ec2 = trust
      .replace('"AWS"', '"Service"')
      .replace('arn:aws:iam::999999999999:root', 'ec2.amazonaws.com');
    expect(titles(ec2, terraform)).toEqual([]);
  });
});

describe('limit-service-source', () => {
  const queue = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "sns.amazonaws.com" },
      "Action": "sqs:Send$0Message",
      "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders"
    }
  ]
}`;

  it('takes the account of the resource', () => {
    const [account = '', resources = ''] = titles(queue).filter((title) => title.startsWith('Let it act'));
    expect([account, resources]).toEqual([
      'Let it act for the account 123456789012 only (access: narrower)',
      'Let it act for resources of sns in the account 123456789012 only (access: narrower)',
    ]);
    expect(refactored(queue, account)).toContain(`"StringEquals": {
          "aws:SourceAccount": "123456789012"
        }`);
    expect(refactored(queue, resources)).toContain(`"ArnLike": {
          "aws:SourceArn": "arn:aws:sns:*:123456789012:*"
        }`);
    expect(foundIn(queue)).toContain('restrict-access-to-service-principal');
    for (const title of [account, resources]) expect(foundIn(refactored(queue, title))).toEqual([]);
  });

  it('takes the account of the stack in a template', () => {
    const template = `Resources:
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: sns.amazonaws.com }
            Action: sqs:Send$0Message
            Resource: !GetAtt Queue.Arn
`;
    const account = 'Let it act for the account of the stack only (access: narrower)';
    expect(refactored(template, account, yaml)).toBe(
      `${template.replace('$0', '')}            Condition:
              StringEquals:
                aws:SourceAccount:
                  Ref: AWS::AccountId
`,
    );
    const resources = 'Let it act for resources of sns in the account of the stack only (access: narrower)';
    expect(refactored(template, resources, yaml)).toBe(
      `${template.replace('$0', '')}            Condition:
              ArnLike:
                aws:SourceArn:
                  Fn::Sub: arn:\${AWS::Partition}:sns:*:\${AWS::AccountId}:*
`,
    );
  });
});

describe('scope-github-subject', () => {
  const trust = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
      "Action": "sts:AssumeRole$0WithWebIdentity",
      "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }
    }
  ]
}`;

  it('names a repository with its branch or environment', () => {
    expect(titles(trust)).toEqual([
      'Let in the main branch of OWNER/REPOSITORY only (access: narrower)',
      'Let in one environment of OWNER/REPOSITORY only (access: narrower)',
    ]);
    const after = refactored(trust, 'Let in the main branch of OWNER/REPOSITORY only (access: narrower)');
    expect(after).toBe(
      trust
        .replace('$0', '')
        .replace(
          '"sts.amazonaws.com" }',
          '"sts.amazonaws.com", "token.actions.githubusercontent.com:sub": "repo:OWNER/REPOSITORY:ref:refs/heads/main" }',
        ),
    );
    expect(foundIn(trust)).toContain('missing-github-repo-condition-key');
    expect(foundIn(after)).toEqual([]);
  });

  it.each([
    ['repo:acme/app:*', 'acme/app'],
    ['repo:acme/*', 'acme/REPOSITORY'],
    ['repo:*', 'OWNER/REPOSITORY'],
  ])('narrows %s', (subject, name) => {
    const wide = trust.replace(
      '"Condition": {',
      `"Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "${subject}" },`,
    );
    const offered = titles(wide);
    expect(offered).toEqual([
      `Let in the main branch of ${name} only (access: narrower)`,
      `Let in one environment of ${name} only (access: narrower)`,
    ]);
    expect(refactored(wide, offered[1] ?? '')).toBe(
      wide.replace('$0', '').replace(subject, `repo:${name}:environment:production`),
    );
  });

  it.each(['repo:acme/app:ref:refs/heads/main', 'repo:acme/app-*:*'])(
    'leaves %s, which is narrow or a choice of names',
    (subject) => {
      const narrow = trust.replace(
        '"Condition": {',
        `"Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "${subject}" },`,
      );
      expect(titles(narrow)).toEqual([]);
    },
  );
});

describe('wildcard actions', () => {
  const queue = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "sqs:$0*", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders" }
  ]
}`;

  it('keep-access-levels keeps the weaker ones, by first words that cover nothing else', () => {
    const after = refactored(queue, 'Keep only Read of sqs:* (access: narrower)');
    expect(after).toBe(
      queue.replace(
        '"sqs:$0*"',
        `[
      "sqs:Get*",
      "sqs:List*",
      "sqs:ReceiveMessage"
    ]`,
      ),
    );
  });

  it('write-out-actions writes what is covered, among the others of the list', () => {
    const policy = `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sqs:Get$0*", "sqs:GetQueueUrl", "sqs:SendMessage"]
      Resource = "arn:aws:sqs:eu-west-1:123456789012:orders"
    }]
  })
}
`;
    const title = 'Write out sqs:Get* as the 2 actions that it covers today (access: same)';
    expect(refactored(policy, title, terraform)).toBe(
      policy.replace(
        '["sqs:Get$0*", "sqs:GetQueueUrl", "sqs:SendMessage"]',
        `[
        "sqs:GetQueueAttributes",
        "sqs:GetQueueUrl",
        "sqs:SendMessage",
      ]`,
      ),
    );
  });

  it('write out in a data source', () => {
    const after = refactored(
      `data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["sqs:Get$0*"]
    resources = ["*"]
  }
}
`,
      'Write out sqs:Get* as the 2 actions that it covers today (access: same)',
      terraform,
    );
    expect(after).toContain('"sqs:GetQueueAttributes",\n      "sqs:GetQueueUrl",');
  });

  it('keeps nothing back of what is denied, which would give access', () => {
    const denied = titles(queue.replace('Allow', 'Deny'));
    expect(denied).toEqual(['Write out sqs:* as the 20 actions that it covers today (access: same)']);
  });

  it('writes no long lists, and loses no comments', () => {
    expect(titles(queue.replace('sqs:$0*', 'ec2:$0*')).filter((title) => title.startsWith('Write'))).toEqual(
      [],
    );
    const commented = `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action:
      - sqs:Get$0* # why
      - sqs:SendMessage
    Resource: "*"
`;
    expect(titles(commented, yaml)).toEqual([]);
    expect(titles(commented.replace(' # why', ''), yaml)).not.toEqual([]);
  });
});
