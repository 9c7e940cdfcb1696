import rule from '../../../server/src/rules/principals/role-trust-policy-syntax-error-resource';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a resource that may come to nothing': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "x" {
  statement {
    actions   = ["sts:AssumeRole"]
    resources = var.resources
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}`,
    },
    'no resource': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole" }`,
    ),
    'a resource policy': inPolicy(
      `    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
  },
  flagged: {
    Resource: {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole", "Resource": "*" }
    #                                                                                                          ^^^^^^^^^^ role-trust-policy-syntax-error-resource`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole" }`,
        ),
      ],
      access: ['unknown'],
      messages: [
        'A role trust policy cannot have a Resource: it is about the role that it belongs to. Remove the element.',
      ],
    },
    'NotResource, before the rest': {
      text: inPolicy(`    {
      "NotResource": ["arn:aws:s3:::reports"],
    # ^^^^^^^^^^^^^ role-trust-policy-syntax-error-resource
      "Effect": "Allow",
      "Principal": { "AWS": "123456789012" },
      "Action": "sts:AssumeRole"
    }`),
      fixed: [
        inPolicy(`    {
      "Effect": "Allow",
      "Principal": { "AWS": "123456789012" },
      "Action": "sts:AssumeRole"
    }`),
      ],
    },
  },
});
