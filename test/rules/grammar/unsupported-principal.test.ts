import rule from '../../../server/src/rules/grammar/unsupported-principal';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'principals that may come to nothing': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "x" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
  statement {
    dynamic "principals" {
      for_each = var.principals
      content {
        type        = "AWS"
        identifiers = principals.value
      }
    }
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}`,
    },
    'an identity-based policy without': inPolicy(`{ "Effect": "Allow", "Action": "*", "Resource": "*" }`),
    'a resource policy': inPolicy(`
    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" }`),
    'a trust policy': inPolicy(`
    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }`),
    'a service control policy, for which there is another rule': {
      text: inPolicy(`{ "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*" }`),
      type: 'scp',
    },
    'a principal still to be typed': {
      text: inPolicy(`{ "Effect": "Allow", "Principal": , "Action": "*", "Resource": "*" }`),
      type: 'identity',
    },
  },
  flagged: {
    'a managed policy': {
      text: inTemplate(
        'AWS::IAM::ManagedPolicy',
        'PolicyDocument',
        inPolicy(`
    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" }
    #                    ^^^^^^^^^^^ unsupported-principal`),
      ),
      fixed: [
        inTemplate(
          'AWS::IAM::ManagedPolicy',
          'PolicyDocument',
          inPolicy(`
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }`),
        ),
      ],
      access: ['unknown'],
    },
    'a permissions boundary': {
      text: inPolicy(`
    { "NotPrincipal": { "AWS": "111122223333" }, "Effect": "Deny", "Action": "*", "Resource": "*" }
    # ^^^^^^^^^^^^^^ unsupported-principal`),
      type: 'boundary',
      messages: [
        'A permissions boundary cannot have a NotPrincipal: it holds for whom it is attached to. ' +
          'Remove it, or put the statement in a resource or trust policy.',
      ],
    },
    'a session policy': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": "*", "Principal": "*" }
    #                                                    ^^^^^^^^^^^ unsupported-principal`),
      type: 'session',
    },
  },
});
