import rule from '../../../server/src/rules/grammar/invalid-policy-element';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const statement = `{ "Effect": "Allow", "Action": "*", "Resource": "*" }`;

ruleSpec(rule, {
  clean: {
    'what a data source may have beside': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "x" {
  count                     = 1
  provider                  = aws.other
  override_policy_documents = [var.more]
  max_policy_size           = 6144
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}`,
    },
    'all elements': `{
  "Version": "2012-10-17",
  "Id": "all",
  "Statement": [
    { "Sid": "A", "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {} },
    { "Effect": "Allow", "NotPrincipal": "*", "NotAction": "*", "NotResource": "*" }
  ]
}`,
    'a key still to be typed': inPolicy(`{ "Eff }`),
    'keys known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`{ "Fn::Transform": { "Name": "AWS::Include" }, "Effect": "Allow" }`),
    ),
    'a statement where the policy belongs, which missing-statement speaks of': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      statement,
    ),
    'what is around a policy': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(statement),
      `"Descriptions": "", `,
    ),
  },
  flagged: {
    'names of JSON in a data source, in the words of the data source': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "x" {
  statement {
    Action = ["s3:GetObject"]
#   ^^^^^^ invalid-policy-element
    resource = ["*"]
#   ^^^^^^^^ invalid-policy-element
    conditions {
#   ^^^^^^^^^^ invalid-policy-element
      test = "Bool"
    }
  }
}`,
      messages: [
        '"Action" is not an element of a statement. Did you mean actions?',
        '"resource" is not an element of a statement. Did you mean resources?',
        '"conditions" is not an element of a statement. Did you mean condition?',
      ],
    },
    'a misspelt block of a document': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "x" {
  statements {
# ^^^^^^^^^^ invalid-policy-element
    actions = ["s3:GetObject"]
  }
}`,
      fixed: [
        'data "aws_iam_policy_document" "x" {\n  statement {\n    actions = ["s3:GetObject"]\n  }\n}',
        'data "aws_iam_policy_document" "x" {\n}',
      ],
    },
    'a plural': {
      text: inPolicy(`
    { "Effect": "Allow", "Actions": "*", "Resource": "*" }
    #                    ^^^^^^^^^ invalid-policy-element`),
      fixed: [
        inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": "*" }`),
        inPolicy(`
    { "Effect": "Allow", "Resource": "*" }`),
      ],
      access: ['unknown', 'unknown'],
      messages: ['"Actions" is not an element of a statement. Did you mean Action?'],
    },
    'another case': inPolicy(`
    { "effect": "Allow", "action": "*", "NotResources": "*", "condition": {} }
    # ^^^^^^^^ invalid-policy-element
    #                    ^^^^^^^^ invalid-policy-element
    #                                   ^^^^^^^^^^^^^^ invalid-policy-element
    #                                                        ^^^^^^^^^^^ invalid-policy-element`),
    'a slip beside the element itself': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "*", "Actoin": "*", "Resource": "*" }
    #                                   ^^^^^^^^ invalid-policy-element`),
      access: ['unknown'],
    },
    'a slip beside the opposite': {
      text: inPolicy(`
    { "Effect": "Allow", "NotAction": "*", "Actions": "*", "Resource": "*" }
    #                                      ^^^^^^^^^ invalid-policy-element`),
      access: ['unknown'],
    },
    'a comment': {
      text: inPolicy(`
    { "_comment": "all", "Effect": "Allow", "Action": "*", "Resource": "*" }
    # ^^^^^^^^^^ invalid-policy-element`),
      messages: ['"_comment" is not an element of a statement. Remove it; AWS refuses the policy.'],
    },
    'an element of the policy in a statement': {
      text: inPolicy(`
    { "Version": "2012-10-17", "Effect": "Allow", "Action": "*", "Resource": "*" }
    # ^^^^^^^^^ invalid-policy-element`),
      messages: ['"Version" is not an element of a statement. It belongs at the top of the policy.'],
    },
    'the top of a policy': {
      text: `{
  "version": "2012-10-17",
 #^^^^^^^^^ invalid-policy-element
  "Effect": "Allow",
 #^^^^^^^^ invalid-policy-element
  "Statement": [${statement}]
}`,
      messages: [
        '"version" is not an element of a policy. Did you mean Version?',
        '"Effect" is not an element of a policy. It belongs inside of a statement.',
      ],
    },
    Statements: {
      text: `{
  "Version": "2012-10-17",
  "Statements": [${statement}]
 #^^^^^^^^^^^^ invalid-policy-element
}`,
      fixed: [
        `{\n  "Version": "2012-10-17",\n  "Statement": [${statement}]\n}`,
        `{\n  "Version": "2012-10-17"\n}`,
      ],
    },
    'a policy in a string': String.raw`{
  "RoleName": "reader",
  "PolicyName": "read",
  "PolicyDocument": "{\"Statement\": [{\"Effect\": \"Allow\", \"Actions\": \"s3:*\", \"Resource\": \"*\"}]}"
  #                                                           ^^^^^^^^^^^ invalid-policy-element
}`,
  },
});
