// The texts that the benchmarks run on, made here, the same each time.

/** What the policies allow, by turns: an action, and the ARN of a resource that it works on, behind its partition. */
const grants = [
  ['s3:GetObject', (i: number | string) => `s3:::b${i}/*`],
  ['ec2:StartInstances', (i: number | string) => `ec2:*:*:instance/i-${i}`],
  ['lambda:InvokeFunction', (i: number | string) => `lambda:*:*:function:f${i}`],
  ['dynamodb:GetItem', (i: number | string) => `dynamodb:*:*:table/t${i}`],
  ['sqs:SendMessage', (i: number | string) => `sqs:*:*:q${i}`],
  ['sns:Publish', (i: number | string) => `sns:*:*:t${i}`],
  ['kms:Decrypt', (i: number | string) => `kms:*:*:key/k${i}`],
  ['logs:PutLogEvents', (i: number | string) => `logs:*:*:log-group:g${i}:*`],
] as const;

/** `name`: what tells the resource from others; left out, its number. */
function grantOf(i: number, name: number | string = i): { readonly action: string; readonly arn: string } {
  const [action, arnOf] = grants[i % grants.length] ?? grants[0];
  return { action, arn: `arn:aws:${arnOf(name)}` };
}

/** A policy of so many statements, one a line, about 95 characters each. */
export function policyText(statements: number): string {
  const lines = Array.from({ length: statements }, (_, i) => {
    const { action, arn } = grantOf(i);
    return `{"Sid":"S${i}","Effect":"Allow","Action":"${action}","Resource":"${arn}"}`;
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
                  - ${grantOf(i).action}
                Resource: !Sub '${grantOf(i, `-\${AWS::StackName}-${i}`).arn}'
`;
  return `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n${times(roles, role).join('')}`;
}

/** A Terraform file with so many policy documents: most as data, some with the policy that uses them, some in `jsonencode`. */
export function terraformFile(documents: number): string {
  const data = (i: number) => `data "aws_iam_policy_document" "d${i}" {
  statement {
    actions   = ["${grantOf(i).action}"]
    resources = ["${grantOf(i, `-\${var.stage}-${i}`).arn}"]
  }
}
`;
  const use = (i: number) => `resource "aws_iam_policy" "p${i}" {
  policy = data.aws_iam_policy_document.d${i}.json
}
`;
  const encoded = (i: number) => `resource "aws_iam_policy" "p${i}" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "${grantOf(i).action}", Resource = "${grantOf(i).arn}" }]
  })
}
`;
  return times(documents, (i) => {
    if (i % 5 === 0) return encoded(i);
    return i % 5 === 1 ? `${data(i)}\n${use(i)}` : data(i);
  }).join('\n');
}

/** YAML of about so many bytes that holds no policy. */
export function plainYaml(bytes: number): string {
  const row = (i: number) =>
    `- id: ${i}\n  name: item ${i}\n  tags: [red, green]\n  nested:\n    a: "${i * 2}"\n`;
  return times(Math.ceil(bytes / row(10_000).length), row).join('');
}

function times(count: number, make: (i: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, i) => make(i));
}
