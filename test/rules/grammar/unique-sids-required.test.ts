import rule from '../../../server/src/rules/grammar/unique-sids-required';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const rest = `"Effect": "Allow", "Action": "s3:*", "Resource": "*"`;
const topic = `"Effect": "Allow", "Principal": "*", "Action": "sns:Publish", "Resource": "*"`;

ruleSpec(rule, {
  clean: {
    'a Sid of what a dynamic block makes': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "x" {
  statement {
    sid       = "A"
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
  dynamic "statement" {
    for_each = var.on ? [] : [1]
    content {
      sid       = "A"
      actions   = ["s3:PutObject"]
      resources = ["*"]
    }
  }
}`,
    },
    'a Sid in both branches of an If': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`{ "Fn::If": ["C", { "Sid": "A", ${rest} }, { "Sid": "A", ${rest} }] }`),
    ),
    'different Sids': inPolicy(`{ "Sid": "A", ${rest} }, { "Sid": "B", ${rest} }`),
    'Sids that differ in case': inPolicy(`{ "Sid": "A", ${rest} }, { "Sid": "a", ${rest} }`),
    'empty Sids': inPolicy(`{ "Sid": "", ${rest} }, { "Sid": "", ${rest} }`),
    'no Sids': inPolicy(`{ ${rest} }, { ${rest} }`),
    'a bucket policy, where AWS accepts it': inPolicy(`
    { "Sid": "A", "Principal": "*", ${rest} },
    { "Sid": "A", "Principal": "*", ${rest} }`),
    'Sids known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`{ "Sid": { "Ref": "A" }, ${rest} }, { "Sid": { "Ref": "A" }, ${rest} }`),
    ),
  },
  flagged: {
    'the same Sid three times': {
      text: inPolicy(`
    { "Sid": "A", ${rest} },
    { "Sid": "A", ${rest} },
    #        ^^^ unique-sids-required
    { "Sid": "A2", ${rest} },
    { "Sid": "A", ${rest} }
    #        ^^^ unique-sids-required`),
      fixed: [
        inPolicy(`
    { "Sid": "A", ${rest} },
    { "Sid": "A3", ${rest} },
    { "Sid": "A2", ${rest} },
    { "Sid": "A", ${rest} }`),
      ],
      access: ['same'],
    },
    'an inline policy in a string': String.raw`{
  "RoleName": "reader",
  "PolicyName": "read",
  "PolicyDocument": "{\"Statement\": [{\"Sid\": \"A\", \"Effect\": \"Deny\"}, {\"Sid\": \"A\"}]}"
  #                                                                                     ^^^^^ unique-sids-required
}`,
    'a topic policy': inTemplate(
      'AWS::SNS::TopicPolicy',
      'PolicyDocument',
      inPolicy(`
    { "Sid": "A", ${topic} },
    { "Sid": "A", ${topic} }
    #        ^^^ unique-sids-required`),
    ),
  },
});
