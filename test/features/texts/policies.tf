locals { bucket = "arn:aws:s3:::${var.name}" }
resource "aws_iam_user_policy" "read" {
  policy = jsonencode({ # 😀
    Version = "2012-10-17"
    Statement = [{
      Sid = "Rea\u0064", "Effect" : "Allow"
      Action   = ["s3:GetObjekt", "iam:PassRole", "s3:*"]
      Resource = [local.bucket, "${local.bucket}/$${aws:username}/*", "*"]
      Condition = { StringEquals = { (var.key) = var.yes ? "a" : "b" } }
    }]
  })
}
resource "aws_iam_role" "heredoc" {
  assume_role_policy = <<-EOT
    {
      "Statement": [{ "Effect": "allow", "Principal": { "Service": "ec2.amazonaws.com" },
        "Action": "sts:AssumeRole", "Condition": ${jsonencode({})} }]
    }
  EOT
}
