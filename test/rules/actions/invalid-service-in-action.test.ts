import rule from '../../../server/src/rules/actions/invalid-service-in-action';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'services in any case': inPolicy(
      `    { "Effect": "Allow", "Action": ["s3:*", "S3:GetObject", "ec2:Nonsense"], "Resource": "*" }`,
    ),
    everything: inPolicy(`    { "Effect": "Allow", "Action": ["*", "*:*"], "Resource": "*" }`),
    'a wildcard in the service': inPolicy(
      `    { "Effect": "Allow", "Action": ["s*:Get*", "nosuch?:*"], "Resource": "*" }`,
    ),
    'no colon, or nothing before it': inPolicy(
      `    { "Effect": "Allow", "Action": ["ec3", ":RunInstances"], "Resource": "*" }`,
    ),
    'a retired prefix that AWS takes': inPolicy(
      `    { "Effect": "Allow", "Action": ["zocalo:*", "zocalo:DescribeUsers"], "Resource": "*" }`,
    ),
    'a variable': inPolicy(
      `    { "Effect": "Allow", "Action": "\${aws:PrincipalTag/service}:Get*", "Resource": "*" }`,
    ),
    'a string that is still open': `{ "Version": "2012-10-17", "Statement":
    { "Effect": "Allow", "Action": ["dyanmodb:`,
    'a service known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": { "Fn::Join": [":", [{ "Ref": "Service" }, "RunInstances"]] }, "Resource": "*" }`,
      ),
    ),
    'a service that a hole may bring': {
      language: 'terraform',
      text: inTerraform(`      Resource = "*"
      Action = ["\${var.s}:Get", "dyn\${var.s}:Get", "dyan\${var.rest}"]`),
    },
  },
  flagged: {
    'a misspelling': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "dyanmodb:PutItem", "Resource": "*" }
    #                               ^^^^^^^^ invalid-service-in-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "dynamodb:PutItem", "Resource": "*" }`)],
      access: ['wider'],
      messages: ['dyanmodb is not the prefix of an AWS service. Did you mean dynamodb:PutItem?'],
    },
    'a misspelling before a wildcard': {
      text: inPolicy(`    { "Effect": "Deny", "Action": ["s3:*", "dynamodbb:*"], "Resource": "*" }
    #                                       ^^^^^^^^^ invalid-service-in-action`),
      fixed: [inPolicy(`    { "Effect": "Deny", "Action": ["s3:*", "dynamodb:*"], "Resource": "*" }`)],
      access: ['narrower'],
    },
    'the name of an SDK client': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "elbv2:DescribeLoadBalancers", "Resource": "*" }
    #                               ^^^^^ invalid-service-in-action`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "elasticloadbalancing:DescribeLoadBalancers", "Resource": "*" }`,
        ),
      ],
      messages: [
        'elbv2 is the name of an SDK client, not the prefix of its actions. Did you mean elasticloadbalancing:DescribeLoadBalancers?',
      ],
    },
    'an operation of an SDK client': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "apigatewayv2:CreateApi", "Resource": "*" }
    #                               ^^^^^^^^^^^^ invalid-service-in-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "apigateway:POST", "Resource": "*" }`)],
    },
    'a service by its name': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "eventbridge:PutRule", "Resource": "*" }
    #                               ^^^^^^^^^^^ invalid-service-in-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "events:PutRule", "Resource": "*" }`)],
    },
    'nothing near': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "frobnicator:Run", "Resource": "*" }
    #                               ^^^^^^^^^^^ invalid-service-in-action`),
      fixed: [],
      messages: [
        'frobnicator is not the prefix of an AWS service in the AWS data of 2026-09-26. Check its spelling.',
      ],
    },
    'left out by a NotAction': {
      text: inPolicy(`    { "Effect": "Allow", "NotAction": "dyanmodb:*", "Resource": "*" }
    #                                  ^^^^^^^^ invalid-service-in-action`),
      access: ['narrower'],
    },
    'an escape in the string': `{ "Version": "2012-10-17", "Statement":
    { "Effect": "Allow", "Action": "dy\\u0061nmodb:PutItem", "Resource": "*" } }
    #                               ^^^^^^^^^^^^^ invalid-service-in-action`,
    'in front of a hole': {
      language: 'terraform',
      text: inTerraform(`      Resource = "*"
      Action = "dyanmodb:\${var.a}"
      #         ^^^^^^^^ invalid-service-in-action`),
      fixed: [
        inTerraform(`      Resource = "*"
      Action = "dynamodb:\${var.a}"`),
      ],
    },
  },
});
