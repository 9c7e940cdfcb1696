data "aws_iam_policy_document" "inline" {
  source_policy_documents = concat(
    [data.aws_iam_policy_document.base.json],
    var.documents...
  )

  statement {
    sid       = "Read\u0041\n\"x\" \\ $${literal} %%{ if }"
    effect    = "Allow"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = [for bucket in var.buckets : "arn:aws:s3:::${bucket}/*" if bucket != ""]

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalTag/team"
      values   = ["$${aws:PrincipalTag/team}"]
    }
  }

  dynamic "statement" {
    for_each = { for key, value in var.extra : key => value... if value.on }
    content {
      actions   = statement.value.actions
      resources = statement.value["resources"]
    }
  }
}

output "sums" {
  value = -1 + 2.5e3 * (3 - var.a) % 4 >= 1 && !var.b || local.c[*].d.0.e != var.list.*.id
}
