resource "aws_iam_role" "partner" {
  name = "partner"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_user" "reports" {
  name = "reports"
}

resource "aws_iam_access_key" "reports" {
  user = aws_iam_user.reports.name
}

resource "aws_iam_user_policy" "reports" {
  name = "reports"
  user = aws_iam_user.reports.name

  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Action": ["s3:GetObjekt", "s3:List*"],
        "Resource": ["arn:aws:s3:acme-reports", "arn:aws:s3:::acme-reports/*"]
      }
    }
  EOT
}
