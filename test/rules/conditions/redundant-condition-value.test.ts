import rule from '../../../server/src/rules/conditions/redundant-condition-value';
import { inTemplate, inTerraform, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'nothing covered': withCondition(`      "StringLike": { "aws:PrincipalTag/team": ["a*", "b*", "*c"] }`),
    'one value': withCondition(`      "StringEquals": { "aws:PrincipalTag/team": ["a"] }`),
    'a star that is none': withCondition(`      "StringEquals": { "aws:PrincipalTag/team": ["a*", "ab"] }`),
    'another case': withCondition(
      `      "StringEquals": { "aws:PrincipalTag/team": ["Red", "red"] }, "StringLike": { "aws:PrincipalTag/unit": ["A*", "ab"] }`,
    ),
    'the same value of another key': withCondition(
      `      "StringEquals": { "aws:PrincipalTag/team": ["a"], "aws:PrincipalTag/unit": ["a"] }, "StringLike": { "aws:PrincipalTag/team": ["a"] }`,
    ),
    'a clause that any text matches': withCondition(
      `      "StringLike": { "aws:PrincipalTag/team": ["*", "red"] }, "StringNotLike": { "aws:PrincipalTag/unit": ["*", "a"] }`,
    ),
    'a star that would reach over a colon': withCondition(
      `      "ArnLike": { "aws:SourceArn": ["arn:aws:*:eu-west-1:111122223333:a", "arn:aws:s3:x:eu-west-1:111122223333:a", "arn:aws:*:a"] }`,
    ),
    'a variable that a wildcard does not cover': withCondition(
      `      "StringLike": { "s3:prefix": ["\${aws:username}", "a*", "\${aws:userid}/*"] }`,
    ),
    'a variable in an ARN that may hold a colon': withCondition(
      `      "ArnLike": { "aws:SourceArn": ["arn:aws:sns:*:111122223333:a", "arn:aws:sns:\${aws:userid}:111122223333:a"] }`,
    ),
    'bounds of numbers, which another rule compares': withCondition(
      `      "NumericLessThan": { "s3:max-keys": ["10", "10"] }, "Bool": { "aws:SecureTransport": ["true", "true"] }`,
    ),
    'networks beside each other': withCondition(
      `      "IpAddress": { "aws:SourceIp": ["203.0.113.0/25", "203.0.113.128/25", "2001:db8::/32", "203.0.114.0"] }`,
    ),
    'what other rules say of addresses': withCondition(
      `      "IpAddress": { "aws:SourceIp": ["0.0.0.0/0", "203.0.113.0/24", "10.0.0.0/8", "10.1.0.0/16"] }`,
    ),
    'values known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      withCondition(
        `      "StringEquals": { "aws:PrincipalTag/team": [{ "Ref": "A" }, { "Ref": "B" }, { "Fn::If": ["C", "a", "b"] }, "a"] }`,
      ),
    ),
  },
  flagged: {
    'a wildcard': {
      text: withCondition(
        `      "StringLike": { "aws:PrincipalArn": ["arn:aws:iam::*:role/*", "arn:aws:iam::*:role/Admin"] }
      #                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-condition-value`,
      ),
      fixed: [withCondition(`      "StringLike": { "aws:PrincipalArn": ["arn:aws:iam::*:role/*"] }`)],
      access: ['same'],
      messages: [
        'arn:aws:iam::*:role/Admin is covered by arn:aws:iam::*:role/* in the same list. Remove it, or narrow arn:aws:iam::*:role/*.',
      ],
    },
    'the same twice': {
      text: withCondition(
        `      "StringEquals": { "aws:PrincipalTag/team": ["a", "b", "a"] }
      #                                                     ^^^ redundant-condition-value`,
      ),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalTag/team": ["a", "b"] }`)],
    },
    'the same three times': {
      text: withCondition(
        `      "StringEquals": { "aws:PrincipalTag/team": ["a", "a", "a"] }
      #                                                ^^^ redundant-condition-value`,
      ),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalTag/team": ["a"] }`)],
      messages: ['a is in this list 3 times. Keep one of them.'],
    },
    'nothing, twice': {
      text: withCondition(
        `      "StringLike": { "s3:prefix": ["", "home/*", ""] }
      #                                           ^^ redundant-condition-value`,
      ),
      fixed: [withCondition(`      "StringLike": { "s3:prefix": ["", "home/*"] }`)],
      messages: ['"" is in this list twice. Remove one of the two.'],
    },
    'without regard to case': withCondition(
      `      "StringEqualsIgnoreCase": { "aws:PrincipalTag/team": ["Red", "red"] }
      #                                                            ^^^^^ redundant-condition-value`,
    ),
    'negated, and on a set': withCondition(
      `      "StringNotLike": { "aws:PrincipalTag/team": ["a*", "ab"] },
      #                                                  ^^^^ redundant-condition-value
      "ForAllValues:StringLike": { "aws:TagKeys": ["b*", "b?"] },
      #                                                  ^^^^ redundant-condition-value
      "ForAnyValue:StringNotEqualsIfExists": { "aws:TagKeys": ["c", "c"] }
      #                                                             ^^^ redundant-condition-value`,
    ),
    'ARNs, field by field': withCondition(
      `      "ArnEquals": { "aws:SourceArn": ["arn:aws:sns:*:111122223333:*", "arn:aws:sns:eu-west-1:111122223333:a:b"] }
      #                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-condition-value`,
    ),
    'a variable in the name of an ARN': withCondition(
      `      "ArnNotLike": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:user/*", "arn:aws:iam::111122223333:user/\${aws:username}"] }
      #                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-condition-value`,
    ),
    networks: {
      text: withCondition(
        `      "NotIpAddress": { "aws:SourceIp": ["203.0.113.7", "203.0.113.0/24", "203.0.113.9/32", "2001:db8::1", "2001:DB8::/32"] }
      #                                  ^^^^^^^^^^^^^ redundant-condition-value
      #                                                                                     ^^^^^^^^^^^^^ redundant-condition-value`,
      ),
      messages: [
        '203.0.113.7 and 1 more are covered by 203.0.113.0/24 in the same list. Remove them, or narrow 203.0.113.0/24.',
        '2001:db8::1 is covered by 2001:DB8::/32 in the same list. Remove it, or narrow 2001:DB8::/32.',
      ],
    },
    'private networks within a VPC': withCondition(
      `      "IpAddress": { "aws:VpcSourceIp": ["10.0.0.0/8", "10.1.0.0/16"] }
      #                                                ^^^^^^^^^^^^^ redundant-condition-value`,
    ),
    'a number twice': withCondition(
      `      "NumericEquals": { "s3:max-keys": ["10", "20", "10"] }
      #                                              ^^^^ redundant-condition-value`,
    ),
    'the same hole twice': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = "*"
      Condition = { StringEquals = { "aws:PrincipalTag/team" = ["\${var.a}x", "b", "\${var.a}x"] } }
      #                                                                           ^^^^^^^^^^^ redundant-condition-value`),
    },
    'two blocks that are one list': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "p" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
    condition {
      test     = "StringLike"
      variable = "aws:PrincipalTag/team"
      values   = ["a*"]
    }
    condition {
      test     = "StringLike"
      variable = "aws:PrincipalTag/team"
      values   = ["b", "ab"]
      #                ^^^^ redundant-condition-value
    }
  }
}
`,
    },
  },
});
