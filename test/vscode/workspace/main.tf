resource "aws_iam_policy" "reports_reader" {
  name = "reports-reader"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "ReadReports"
      Effect   = "Allow"
      Action   = ["s3:GetObjekt", "s3:ListBucket"]
      Resource = "arn:aws:s3:::reports-${var.region}/*"
    }]
  })
}
