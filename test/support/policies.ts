// Frames around what a test is about: a policy around statements, a template around a policy. Lines of drawing in
// what is framed stay where they are.

/** A policy of the current version with these statements, each on lines of its own. */
export function inPolicy(statements: string): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
${statements}
  ]
}`;
}

/** A CloudFormation template with one resource, whose property holds the value that is given as JSON. */
export function inTemplate(type: string, property: string, value: string, others = ''): string {
  return `{
  "Resources": {
    "Thing": {
      "Type": "${type}",
      "Properties": {
        ${others}"${property}": ${value}
      }
    }
  }
}`;
}

/** A Terraform configuration with one managed policy, whose statement has these lines. */
export function inTerraform(lines: string): string {
  return `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
${lines}
    }]
  })
}
`;
}

/** What a statement around a condition has, as JSON; left out: an Allow of reading the objects of a bucket. */
export interface Surroundings {
  readonly effect?: string;
  readonly principal?: string;
  readonly action?: string;
  /** `NotAction`; left out: `Action`. */
  readonly actionElement?: string;
  readonly resource?: string;
}

/** A policy with one statement whose Condition holds these lines. */
export function withCondition(condition: string, surroundings: Surroundings = {}): string {
  const { effect = 'Allow', principal, action = '"s3:GetObject"' } = surroundings;
  const { resource = '"arn:aws:s3:::reports/*"', actionElement = 'Action' } = surroundings;
  const who = principal === undefined ? '' : ` "Principal": ${principal},`;
  const where = resource === '' ? '' : ` "Resource": ${resource},`;
  return inPolicy(`    { "Effect": "${effect}",${who} "${actionElement}": ${action},${where} "Condition": {
${condition}
    } }`);
}
