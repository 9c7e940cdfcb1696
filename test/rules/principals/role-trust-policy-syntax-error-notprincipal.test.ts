import rule from '../../../server/src/rules/principals/role-trust-policy-syntax-error-notprincipal';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'principals that may come to nothing': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "x" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
    dynamic "not_principals" {
      for_each = var.principals
      content {
        type        = "AWS"
        identifiers = not_principals.value
      }
    }
  }
}`,
    },
    'a Principal': inPolicy(`
    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }`),
    'a resource policy': {
      text: inPolicy(`
    { "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*" }`),
      type: 'resource',
    },
  },
  flagged: {
    'a NotPrincipal': inPolicy(`
    { "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }
    #                   ^^^^^^^^^^^^^^ role-trust-policy-syntax-error-notprincipal`),
  },
});
