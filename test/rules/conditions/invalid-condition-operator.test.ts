import rule from '../../../server/src/rules/conditions/invalid-condition-operator';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'every part that there is':
      withCondition(`      "ForAnyValue:StringNotLikeIfExists": { "aws:TagKeys": "team" },
      "Null": { "aws:TokenIssueTime": "true" }`),
    'another case': withCondition(`      "stringequals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`),
    'an operator that is still being typed': withCondition(`      "StringEq`),
  },
  flagged: {
    'a slip': {
      text: withCondition(`      "StringEqual": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }
     #^^^^^^^^^^^^^ invalid-condition-operator`),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`)],
      access: ['unknown'],
      messages: ['StringEqual is not a condition operator. Did you mean StringEquals?'],
    },
    'a slip in each part': {
      text: withCondition(`      "ForAnyValues:StringLikes": { "aws:TagKeys": "team" }
     #^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-condition-operator`),
      fixed: [withCondition(`      "ForAnyValue:StringLike": { "aws:TagKeys": "team" }`)],
    },
    'a slip in the suffix': {
      text: withCondition(`      "StringLikeIfExist": { "aws:userid": "*:anna" }
     #^^^^^^^^^^^^^^^^^^^ invalid-condition-operator`),
      fixed: [withCondition(`      "StringLikeIfExists": { "aws:userid": "*:anna" }`)],
    },
    'a word of another language': {
      text: withCondition(`      "Boolean": { "aws:SecureTransport": "true" }
     #^^^^^^^^^ invalid-condition-operator`),
      fixed: [withCondition(`      "Bool": { "aws:SecureTransport": "true" }`)],
    },
    'a suffix that stands for a prefix': {
      text: withCondition(`      "IfExistsBool": { "aws:SecureTransport": "true" }
     #^^^^^^^^^^^^^^ invalid-condition-operator`),
      fixed: [withCondition(`      "BoolIfExists": { "aws:SecureTransport": "true" }`)],
    },
    'a key without an operator': {
      text: withCondition(`      "aws:SourceVpc": "vpc-0a1b2c3d"
     #^^^^^^^^^^^^^^^ invalid-condition-operator`),
      fixed: [
        withCondition(`      "StringEquals": {
        "aws:SourceVpc": "vpc-0a1b2c3d"
      }`),
      ],
      messages: [
        'aws:SourceVpc stands where an operator belongs. Put the key in an operator\'s block: "StringEquals": { "aws:SourceVpc": … }.',
      ],
    },
    'a key of another type without an operator': {
      text: withCondition(`      "Aws:SecureTransport": "true"
     #^^^^^^^^^^^^^^^^^^^^^ invalid-condition-operator`),
      fixed: [
        withCondition(`      "Bool": {
        "Aws:SecureTransport": "true"
      }`),
      ],
    },
    'a key without an operator, beside one that has it': {
      text: withCondition(`      "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" },
      "aws:PrincipalOrgID": "o-a1b2c3d4e5"
     #^^^^^^^^^^^^^^^^^^^^ invalid-condition-operator`),
      fixed: [],
    },
    'nothing like one': {
      text: withCondition(`      "Is": { "aws:SourceVpc": "vpc-0a1b2c3d" }
     #^^^^ invalid-condition-operator`),
      fixed: [],
      messages: ['Is is not a condition operator. Use one such as StringEquals, ArnLike or Bool.'],
    },
  },
});
