import rule from '../../../server/src/rules/grammar/data-type-mismatch';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const statement = `{ "Effect": "Allow", "Action": "*", "Resource": "*" }`;

ruleSpec(rule, {
  clean: {
    'all forms': `{
  "Version": "2012-10-17",
  "Id": "all",
  "Statement": [
    {
      "Sid": "A",
      "Effect": "Allow",
      "Principal": { "AWS": ["111122223333"], "Service": "ec2.amazonaws.com" },
      "Action": ["s3:Get*"],
      "Resource": "*",
      "Condition": {
        "Bool": { "aws:SecureTransport": true },
        "NumericLessThan": { "aws:MultiFactorAuthAge": [3600, "7200"] },
        "StringEquals": { "s3:prefix": [] }
      }
    },
    { "Effect": "Deny", "NotPrincipal": "*", "NotAction": "*", "NotResource": ["*"] }
  ]
}`,
    'a statement without a list': `{ "Version": "2012-10-17", "Statement": ${statement} }`,
    'a key that stands for an operator, which another rule tells': inPolicy(
      `{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "aws:SourceVpc": "vpc-0a1b2c3d" } }`,
    ),
    'values still to be typed': inPolicy(`{ "Effect": , "Action": , "Condition": { "Bool": } }`),
    'values known only later': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      `{ "Version": { "Ref": "V" }, "Statement": [{ "Fn::If": ["A", { "Ref": "S" }, { "Ref": "AWS::NoValue" }] }] }`,
    ),
    'numbers and Booleans in a template, which become strings': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(`
    { "Sid": 1, "Effect": "Allow", "Principal": { "AWS": [111122223333] }, "Action": "sts:AssumeRole" }`),
    ),
  },
  flagged: {
    'a list with one string': {
      text: inPolicy(`
    { "Effect": ["Allow"], "Action": "*", "Resource": "*" }
    #           ^^^^^^^^^ data-type-mismatch`),
      fixed: [inPolicy(`\n    ${statement}`)],
      access: ['unknown'],
      messages: ['Effect must be a string, not a list.'],
    },
    'an account id as a number': {
      text: inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": 111122223333 }, "Action": "sts:AssumeRole" }
    #                                          ^^^^^^^^^^^^ data-type-mismatch`),
      fixed: [
        inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }`),
      ],
      messages: ['Principal.AWS must be a string or a list of strings, not a number. Put it in quotes.'],
    },
    'elements of a statement': inPolicy(`
    {
      "Sid": null,
      #      ^^^^ data-type-mismatch
      "Effect": "Allow",
      "Action": [["s3:*"]],
      #          ^^^^^^^^ data-type-mismatch
      "Resource": { "arn": "*" },
      #           ^^^^^^^^^^^^^^ data-type-mismatch
      "Principal": ["*"]
      #            ^^^^^ data-type-mismatch
    }`),
    'a condition': inPolicy(`
    {
      "Effect": "Allow",
      "Action": "*",
      "Resource": "*",
      "Condition": {
        "Bool": "true",
        #       ^^^^^^ data-type-mismatch
        "StringEquals": { "s3:prefix": ["a", ["b"]], "s3:delimiter": null }
        #                                    ^^^^^ data-type-mismatch
        #                                                            ^^^^ data-type-mismatch
      }
    }`),
    'a condition as a list': inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": [] }
    #                                                                 ^^ data-type-mismatch`),
    'the top of a policy': {
      text: `{
  "Version": 2012,
  #          ^^^^ data-type-mismatch
  "Id": {},
  #     ^^ data-type-mismatch
  "Statement": [${statement}, "all"]
  #                                                                    ^^^^^ data-type-mismatch
}`,
      messages: [
        'Version must be a string, not a number. Put it in quotes.',
        'Id must be a string, not an object.',
        'Each statement must be an object, not a string.',
      ],
    },
    'a statement in a string': {
      text: `{
  "Version": "2012-10-17",
  "Statement": "all"
  #            ^^^^^ data-type-mismatch
}`,
      type: 'identity',
      messages: ['Statement must be an object, not a string.'],
    },
  },
});
