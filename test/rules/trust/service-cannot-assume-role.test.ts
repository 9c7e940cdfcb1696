import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis';
import rule from '../../../server/src/rules/trust/service-cannot-assume-role';
import { inPolicy } from '../../support/policies';
import { ruleSpec, runRules } from '../../support/ruleSpec';

const trusting = (principal: string, others = '') =>
  inPolicy(`    { "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole"${others} }`);

const template = (trust: string, role = '{ "Fn::GetAtt": ["Role", "Arn"] }') => `{
  "Resources": {
    "Worker": { "Type": "AWS::Lambda::Function", "Properties": { "Role": ${role} } },
    "Role": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "AssumeRolePolicyDocument": ${trust}
      }
    }
  }
}`;

const tasks = (identifiers: string) => `resource "aws_ecs_task_definition" "web" {
  family             = "web"
  task_role_arn      = aws_iam_role.web.arn
  execution_role_arn = aws_iam_role.start.arn
}

resource "aws_iam_role" "web" {
  name               = "web"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

data "aws_iam_policy_document" "tasks" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = [
        ${identifiers}
      ]
    }
  }
}`;

ruleSpec(rule, {
  clean: {
    'the service': template(trusting('{ "Service": "lambda.amazonaws.com" }')),
    'the service among others': template(
      trusting('{ "Service": ["ec2.amazonaws.com", "lambda.amazonaws.com"] }'),
    ),
    'the service in a Region': template(trusting('{ "Service": "lambda.eu-west-1.amazonaws.com" }')),
    'a principal known only later': template(trusting('{ "Service": { "Ref": "Service" } }')),
    'one of two': template(
      trusting('{ "Service": { "Fn::If": ["A", "lambda.amazonaws.com", "ec2.amazonaws.com"] } }'),
    ),
    'another trust policy in some cases': template(
      `{ "Fn::If": ["A", ${trusting('{ "Service": "ec2.amazonaws.com" }')}, { "Ref": "Trust" }] }`,
    ),
    'a name that there is not, which unknown-service-principal speaks of': template(
      trusting('{ "Service": "lamda.amazonaws.com" }'),
    ),
    'a principal that is not yet written': template(trusting('{ }')),
    'a service that is not yet written': template(trusting('{ "Service": [] }')),
    'a service whose name is being written': template(trusting('{ "Service": "" }')),
    'identifiers that are not yet written': {
      language: 'terraform',
      text: tasks(''),
    },
    everyone: template(trusting('"*"')),
    'all but some': template(
      trusting('{ "Service": "ec2.amazonaws.com" }').replace('"Principal"', '"NotPrincipal"'),
    ),
    'a role of another template in the same file': {
      language: 'yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: ec2.amazonaws.com }
            Action: sts:AssumeRole
---
Parameters:
  Role:
    Type: String
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: !Ref Role
`,
    },
    'a role of another template': template(
      trusting('{ "Service": "ec2.amazonaws.com" }'),
      '{ "Fn::ImportValue": "Role" }',
    ),
    'one of two roles': template(
      trusting('{ "Service": "ec2.amazonaws.com" }'),
      '{ "Fn::If": ["A", { "Fn::GetAtt": "Role.Arn" }, { "Ref": "Other" }] }',
    ),
    'statements from elsewhere': {
      language: 'terraform',
      text: tasks('"ec2.amazonaws.com"').replace(
        '  statement',
        '  source_policy_documents = [var.trust]\n  statement',
      ),
    },
    'statements of another data source': {
      language: 'terraform',
      text: `${tasks('"ec2.amazonaws.com"').replace(
        '  statement',
        '  source_policy_documents = [data.aws_iam_policy_document.more.json]\n  statement',
      )}

data "aws_iam_policy_document" "more" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}`,
    },
    'a statement of a dynamic block': {
      language: 'terraform',
      text: tasks('"ec2.amazonaws.com"').replace(
        '  statement {',
        `  dynamic "statement" {
    for_each = var.services
    content {
      actions = ["sts:AssumeRole"]
      principals {
        type        = "Service"
        identifiers = [statement.value]
      }
    }
  }
  statement {`,
      ),
    },
    'more statements in jsonencode': {
      language: 'terraform',
      text: `resource "aws_glue_job" "job" {
  role_arn = aws_iam_role.job.arn
}

resource "aws_iam_role" "job" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat([{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }], var.more)
  })
}`,
    },
    'names from elsewhere': { language: 'terraform', text: tasks('var.service') },
    'a default': {
      language: 'terraform',
      text: `variable "service" {
  default = "ec2.amazonaws.com"
}

${tasks('var.service')}`,
    },
    'a role to which a macro puts something': template(
      trusting('{ "Service": "ec2.amazonaws.com" }'),
    ).replace(
      '"AssumeRolePolicyDocument"',
      '"Fn::Transform": { "Name": "Trust" },\n        "AssumeRolePolicyDocument"',
    ),
    'a cluster on an Outpost, whose role EC2 assumes': {
      language: 'yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: ec2.amazonaws.com }
            Action: sts:AssumeRole
  Cluster:
    Type: AWS::EKS::Cluster
    Properties:
      RoleArn: !GetAtt Role.Arn
      OutpostConfig: { ControlPlaneInstanceType: m5.large, OutpostArns: [!Ref Outpost] }
`,
    },
    'a cluster on an Outpost in Terraform': {
      language: 'terraform',
      text: `resource "aws_eks_cluster" "web" {
  role_arn = aws_iam_role.web.arn
  outpost_config {
    control_plane_instance_type = "m5.large"
    outpost_arns                = [var.outpost]
  }
}

${tasks('"ec2.amazonaws.com"').slice(tasks('').indexOf('resource "aws_iam_role"'))}`,
    },
    'a data source of many': {
      language: 'terraform',
      text: tasks('"ec2.amazonaws.com"').replace('tasks.json', 'tasks[each.key].json'),
    },
  },
  flagged: {
    'in CloudFormation': {
      text: template(
        trusting(`{ "Service":
      "ec2.amazonaws.com"
    # ^^^^^^^^^^^^^^^^^^^ service-cannot-assume-role
    }`),
      ),
      fixed: [
        template(
          trusting(`{ "Service":
      [
        "ec2.amazonaws.com",
        "lambda.amazonaws.com"
      ]
    }`),
        ),
      ],
      access: ['wider'],
      messages: [
        'Worker runs with this role, and its service cannot assume it. Add lambda.amazonaws.com to the trust policy.',
      ],
    },
    'in YAML, by Fn::Sub, and without any service': {
      language: 'yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
#           ^^^^^^^^^ service-cannot-assume-role
              AWS: "111122223333"
            Action: sts:AssumeRole
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Role: !Sub \${Role.Arn}
`,
      fixed: [],
    },
    'under a condition, which the other service may not meet': {
      text: template(
        trusting(
          `{ "Service":
      "ec2.amazonaws.com"
    # ^^^^^^^^^^^^^^^^^^^ service-cannot-assume-role
    }`,
          ', "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }',
        ),
      ),
      fixed: [],
    },
    'in Terraform': {
      language: 'terraform',
      text: tasks(`"ecs.amazonaws.com",
#       ^^^^^^^^^^^^^^^^^^^ service-cannot-assume-role`),
      fixed: [
        tasks(`"ecs.amazonaws.com",
        "ecs-tasks.amazonaws.com",`),
      ],
      messages: [
        'web runs with this role, and its service cannot assume it. Add ecs-tasks.amazonaws.com to the trust policy.',
      ],
    },
    'once, where two roles have the same trust policy': {
      language: 'terraform',
      text: `${tasks(`"ecs.amazonaws.com",
#       ^^^^^^^^^^^^^^^^^^^ service-cannot-assume-role`)}

resource "aws_ecs_task_definition" "job" {
  task_role_arn = aws_iam_role.job.arn
}

resource "aws_iam_role" "job" {
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}`,
      messages: [
        'web runs with this role, and its service cannot assume it. Add ecs-tasks.amazonaws.com to the trust policy.',
      ],
    },
    'of an instance profile, which has a list of one': {
      language: 'yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
#                                 ^^^^^^^^^^^^^^^^^^^^ service-cannot-assume-role
            Action: sts:AssumeRole
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles: [!Ref Role]
`,
      messages: [
        'Profile runs with this role, and its service cannot assume it. Add ec2.amazonaws.com to the trust policy.',
      ],
    },
    'of a target in the list of a rule': {
      language: 'yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: states.amazonaws.com }
#                                 ^^^^^^^^^^^^^^^^^^^^ service-cannot-assume-role
            Action: sts:AssumeRole
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - { Id: a, Arn: !Ref Queue }
        - { Id: b, Arn: !Ref Machine, RoleArn: !GetAtt Role.Arn }
`,
      messages: [
        'Nightly runs with this role, and its service cannot assume it. Add events.amazonaws.com to the trust policy.',
      ],
    },
    'of the target of a schedule, in a block': {
      language: 'terraform',
      text: `resource "aws_scheduler_schedule" "nightly" {
  schedule_expression = "rate(1 day)"
  target {
    arn      = aws_sqs_queue.jobs.arn
    role_arn = aws_iam_role.nightly.arn
  }
}

resource "aws_iam_role" "nightly" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
#                             ^^^^^^^^^^^^^^^^^^^^^^ service-cannot-assume-role
      Action    = "sts:AssumeRole"
    }]
  })
}
`,
      messages: [
        'nightly runs with this role, and its service cannot assume it. Add scheduler.amazonaws.com to the trust policy.',
      ],
    },
    'in a heredoc': {
      language: 'terraform',
      text: `resource "aws_codebuild_project" "build" {
  service_role = "\${aws_iam_role.build.arn}"
}

resource "aws_iam_role" "build" {
  assume_role_policy = <<EOF
${trusting(`{ "Service":
  "codepipeline.amazonaws.com"
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ service-cannot-assume-role
}`)}
EOF
}
`,
    },
  },
});

describe('service-cannot-assume-role in several files of a module', () => {
  const fileOf = (name: string, text: string) => ({
    uri: `file:///module/${name}.tf`,
    languageId: 'terraform',
    version: 1,
    text,
  });
  const work = fileOf('work', 'resource "aws_lambda_function" "f" {\n  role = aws_iam_role.r.arn\n}\n');
  const role = fileOf(
    'role',
    'resource "aws_iam_role" "r" {\n  assume_role_policy = data.aws_iam_policy_document.trust.json\n}\n',
  );
  const trust = fileOf(
    'trust',
    `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}`,
  );
  const files = [work, role, trust];

  it('is not told of a name that several files have', () => {
    const again = fileOf('again', 'resource "aws_iam_role" "r" {\n  assume_role_policy = var.trust\n}\n');
    expect(runRules([rule], analyze(trust, { neighbours: [...files, again] }))).toEqual([]);
  });

  it('is not told of a data source that several files have', () => {
    const again = fileOf('again', 'data "aws_iam_policy_document" "trust" {\n}\n');
    expect(runRules([rule], analyze(trust, { neighbours: [...files, again] }))).toEqual([]);
  });

  it('is told where the trust policy stands, with the place of what runs with the role', () => {
    const found = files.map((file) => runRules([rule], analyze(file, { neighbours: files })));
    expect(found.map(({ length }) => length)).toEqual([0, 0, 1]);
    const [finding] = found.flat();
    expect(trust.text.slice(finding?.span.start, finding?.span.end)).toBe('"ec2.amazonaws.com"');
    const [related] = finding?.related ?? [];
    expect(related?.document).toEqual(work);
    expect(work.text.slice(related?.span.start, related?.span.end)).toBe('aws_iam_role.r.arn');
  });
});
