// The texts that the benchmarks run on, made here, the same each time.

const services = ['s3', 'ec2', 'lambda', 'dynamodb', 'sqs', 'sns', 'kms', 'logs'] as const;
const actions: Readonly<Record<(typeof services)[number], string>> = {
  s3: 's3:GetObject',
  ec2: 'ec2:DescribeInstances',
  lambda: 'lambda:InvokeFunction',
  dynamodb: 'dynamodb:GetItem',
  sqs: 'sqs:SendMessage',
  sns: 'sns:Publish',
  kms: 'kms:Decrypt',
  logs: 'logs:PutLogEvents',
};

/** A policy of so many statements, one a line, about 95 characters each. */
export function policyText(statements: number): string {
  const lines = Array.from({ length: statements }, (_, i) => {
    const service = services[i % services.length] ?? 's3';
    return `{"Sid":"S${i}","Effect":"Allow","Action":"${actions[service]}","Resource":"arn:aws:${service}:::b${i}/*"}`;
  });
  return `{"Version":"2012-10-17","Statement":[\n${lines.join(',\n')}\n]}\n`;
}

/** JSON of about so many bytes that holds no policy. */
export function plainJson(bytes: number): string {
  const rows: string[] = [];
  for (let size = 0, i = 0; size < bytes; i++) {
    const row = JSON.stringify({
      id: i,
      name: `item ${i}`,
      tags: ['red', 'green', 'blue'],
      nested: { a: i * 2 },
    });
    rows.push(row);
    size += row.length + 2;
  }
  return `[\n${rows.join(',\n')}\n]\n`;
}

/** The same size, with one policy in the CLI's form of an embedded document. */
export function jsonWithPolicy(bytes: number): string {
  return `{"PolicyName":"p","PolicyDocument":${policyText(20).trim()},"Rest":${plainJson(bytes).trim()}}\n`;
}

/** A CloudFormation template in YAML with so many roles, each with an inline policy and a trust policy; 535 bytes each. */
export function yamlTemplate(roles: number): string {
  const role = (i: number) => `  Role${i}:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub '\${AWS::StackName}-role-${i}'
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: p${i}
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Sid: Own${i}
                Effect: Allow
                Action:
                  - ${actionOf(i)}
                Resource: !Sub 'arn:aws:s3:::bucket-\${AWS::Region}/${i}/*'
`;
  return `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n${times(roles, role).join('')}`;
}

/** A Terraform file with so many policy documents: as data with the policy that uses it, and in `jsonencode`, by turns. */
export function terraformFile(documents: number): string {
  const document = (i: number) => `data "aws_iam_policy_document" "d${i}" {
  statement {
    actions   = ["${actionOf(i)}"]
    resources = ["arn:aws:s3:::bucket-\${var.stage}/${i}/*"]
  }
}

resource "aws_iam_policy" "p${i}" {
  policy = data.aws_iam_policy_document.d${i}.json
}
`;
  const encoded = (i: number) => `resource "aws_iam_policy" "p${i}" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "${actionOf(i)}", Resource = "*" }]
  })
}
`;
  return times(documents, (i) => (i % 2 ? encoded(i) : document(i))).join('\n');
}

/** YAML of about so many bytes that holds no policy. */
export function plainYaml(bytes: number): string {
  const row = (i: number) =>
    `- id: ${i}\n  name: item ${i}\n  tags: [red, green]\n  nested:\n    a: "${i * 2}"\n`;
  return times(Math.ceil(bytes / row(10_000).length), row).join('');
}

function actionOf(i: number): string {
  return actions[services[i % services.length] ?? 's3'];
}

function times(count: number, make: (i: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, i) => make(i));
}
