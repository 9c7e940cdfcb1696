import rule from '../../../server/src/rules/mfa/mfa-deny-by-age-alone';
import { inPolicy, inTemplate, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const deny = { effect: 'Deny', action: '"ec2:*"', resource: '"*"' };
const old = `{ "Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "NumericGreaterThan": { "aws:MultiFactorAuthAge": "3600" } } }`;

ruleSpec(rule, {
  clean: {
    'with IfExists': withCondition(
      `      "NumericGreaterThanIfExists": { "aws:MultiFactorAuthAge": "3600" }`,
      deny,
    ),
    'a set that holds without the key': withCondition(
      `      "ForAllValues:NumericGreaterThan": { "aws:MultiFactorAuthAge": "3600" }`,
      deny,
    ),
    'an Allow by age': withCondition(`      "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" }`),
    'an Allow of old MFA': withCondition(`      "NumericGreaterThan": { "aws:MultiFactorAuthAge": "3600" }`),
    'a Deny of fresh MFA': withCondition(`      "NumericLessThan": { "aws:MultiFactorAuthAge": "60" }`, deny),
    'another clause on MFA beside it': withCondition(
      `      "NumericGreaterThan": { "aws:MultiFactorAuthAge": "3600" }, "Null": { "aws:MultiFactorAuthAge": "false" }`,
      deny,
    ),
    'a second Deny for requests without the key': inPolicy(
      `    ${old},
    { "Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "Null": { "aws:MultiFactorAuthAge": "true" } } }`,
    ),
    'a second Deny without MFA': inPolicy(
      `    ${old},
    { "Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } }`,
    ),
    'an Allow that asks for MFA': inPolicy(
      `    { "Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } },
    ${old}`,
    ),
    'a condition known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    ${old},
    { "Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "Ref": "Condition" } }`,
      ),
    ),
    'a statement known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`    ${old}, { "Fn::If": ["Strict", { "Ref": "Statement" }, { "Ref": "AWS::NoValue" }] }`),
    ),
    'service control policies, which hold for roles too': {
      type: 'scp',
      text: withCondition(`      "NumericGreaterThan": { "aws:MultiFactorAuthAge": "3600" }`, deny),
    },
  },
  flagged: {
    'a Deny by age': {
      text: withCondition(
        `      "NumericGreaterThan": { "aws:MultiFactorAuthAge": "3600" }
     #^^^^^^^^^^^^^^^^^^^^ mfa-deny-by-age-alone`,
        deny,
      ),
      fixed: [
        withCondition(`      "NumericGreaterThanIfExists": { "aws:MultiFactorAuthAge": "3600" }`, deny),
      ],
      access: ['narrower'],
      messages: [
        'Requests without MFA have no aws:MultiFactorAuthAge, and this Deny does not match them. Use NumericGreaterThanIfExists, or deny requests without MFA in a statement of its own.',
      ],
    },
    'a number known only later, beside other keys': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "p" {
  statement {
    effect    = "Deny"
    actions   = ["ec2:*"]
    resources = ["*"]
    condition {
      test     = "NumericGreaterThanEquals"
      #          ^^^^^^^^^^^^^^^^^^^^^^^^^^ mfa-deny-by-age-alone
      variable = "aws:MultiFactorAuthAge"
      values   = [var.age]
    }
    condition {
      test     = "Bool"
      variable = "aws:ViaAWSService"
      values   = ["false"]
    }
  }
}
`,
    },
    'in a bucket policy, without quotes': withCondition(
      `      "NumericGreaterThan": { "aws:multifactorauthage": 60 }
     #^^^^^^^^^^^^^^^^^^^^ mfa-deny-by-age-alone`,
      { effect: 'Deny', principal: '"*"' },
    ),
  },
});
