# A role with its policies
locals {
  account = "123456789012" // of the platform team
  names   = ["a", "b", ]
  tags = {
    Team = "platform", "cost-center" : 42
    (local.key)    = true
  }
}

resource "aws_iam_role" "worker" {
  count = var.enabled ? 1 : 0
  name  = "${var.prefix}-worker"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.this[0].arn }
      Condition = {
        StringEquals = {
          "${local.issuer}:sub" = "system:serviceaccount:$${namespace}:x"
          "sts:ExternalId"      : null
        }
      }
    }]
  })

  lifecycle { create_before_destroy = true }

  /* An inline policy
     over two lines */
  inline_policy {
    name   = "inline"
    policy = data.aws_iam_policy_document.inline.json
  }
}

resource aws_iam_user bare {}
