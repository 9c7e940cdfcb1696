// Terraform that cannot be read. Only of files that hold a policy.
import { rootProblems } from '../rootProblems';
import { defineRule } from '../rule';

export default defineRule({
  id: 'hcl-syntax-error',
  group: 'grammar',
  category: 'error',
  on: 'document',
  summary: 'The text is not valid HCL, the language of Terraform.',
  why:
    'Terraform refuses the file before it reads any policy in it. In HCL texts stand in double quotes, a list has ' +
    'commas between its items, and a text that begins with <<EOT ends with a line that holds nothing but EOT.',
  source:
    'https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/introduction.html',
  examples: [
    {
      language: 'terraform',
      bad: `resource "aws_iam_role_policy" "reports" {
  role = aws_iam_role.reports.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = ["s3:GetObject, "s3:PutObject"], Resource = "*" }]
  })
}`,
      good: `resource "aws_iam_role_policy" "reports" {
  role = aws_iam_role.reports.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = ["s3:GetObject", "s3:PutObject"], Resource = "*" }]
  })
}`,
    },
    {
      language: 'terraform',
      bad: `resource "aws_iam_policy" "reports" {
  name   = "reports"
  policy = <<EOT
{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*" } }
}`,
      good: `resource "aws_iam_policy" "reports" {
  name   = "reports"
  policy = <<EOT
{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*" } }
EOT
}`,
    },
  ],

  when: ({ problems }) => problems.length > 0,

  *check({ document, problems }) {
    const own = problems.filter(({ format }) => format === 'HCL');
    yield* rootProblems(own, document.text);
  },
});
