resource "aws_iam_policy" "plain" {
  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }]
}
EOF
}

resource "aws_iam_policy" "flush" {
  policy = <<-POLICY
    {
      "Version": "2012-10-17",

      "Statement": [
        %{~ for arn in var.arns ~}
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "${arn}/$${aws:username}" },
        %{ endfor ~}
        { "Effect": ${jsonencode(var.deny ? "Deny" : "Allow")}, "Action": "*", "Resource": "*" }
      ]
    }
  POLICY
  tags = { a = provider::aws::arn_parse(var.arn).region, b = <<-A
    nested
  A
  }
}

variable "old" {
  type    = map(object({ a = string, b = optional(list(string), ["x"]) }))
  default = { "a/b" = { a = "é😀" } }

  validation {
    condition = can(regex("^[a-z]+$", "${merge(
      { a = "x" },
      { b = "y" },
    )["a"]}"))
    error_message = "Only a-z, 50%, $5 and 100%."
  }
}

/* resource "aws_iam_role" "gone" {
resource "aws_iam_role" "gone" {
*/
