import rule from '../../../server/src/rules/resources/action-resource-mismatch';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement that allows an action on a resource. */
function allow(action: string, resource: string, drawing = ''): string {
  return inPolicy(`
    { "Effect": "Allow", "Action": ${action}, "Resource": ${resource} }${drawing}`);
}

ruleSpec(rule, {
  clean: {
    'one that fits is enough': allow(
      '["sqs:SendMessage", "ec2:RunInstances"]',
      '["arn:aws:sqs:*:*:orders", "arn:aws:ec2:*:*:instance/*"]',
    ),
    everything: allow('"sqs:SendMessage"', '["*"]'),
    'a wildcard for the service': allow('"sqs:SendMessage"', '"arn:aws:s*:*:*:orders"'),
    'a variable in the service': allow('"sqs:SendMessage"', '"arn:aws:${aws:PrincipalTag/s}:*:*:orders"'),
    'no service, or one in capitals, of which others speak': allow(
      '"sqs:SendMessage"',
      '["arn:aws:sqss:*:*:orders", "arn:aws:SQS:*:*:orders"]',
    ),
    'a type that the data does not know': allow(
      '"sagemaker:DescribeModel"',
      '"arn:aws:sagemaker:*:*:new-thing/*"',
    ),
    'an action on tags': allow(
      '"elasticloadbalancing:AddTags"',
      '"arn:aws:elasticloadbalancing:*:*:targetgroup/a/b"',
    ),
    'what agents do, as AWS allows them to': allow(
      '"drs:SendVolumeStatsForDrs"',
      '"arn:aws:drs:*:*:recovery-instance/*"',
    ),
    'a service whose data is young': allow(
      '"securityagent:ListSecurityRequirements"',
      '"arn:aws:securityagent:*:*:agent-space*"',
    ),
    'an action that knows no resources': allow('"s3:ListAllMyBuckets"', '"arn:aws:sqs:*:*:orders"'),
    'a resource of others, which the data does not know yet': allow(
      '"arc-zonal-shift:GetManagedResource"',
      '"arn:aws:eks:*:*:cluster/orders"',
    ),
    'the second of the ARNs that a type has': allow(
      '"apigateway:SetWebACL"',
      '"arn:aws:apigateway:*::/restapis/*/stages/*"',
    ),
    'what the action makes, which the data does not name': allow(
      '"quicksight:CreateDataSet"',
      '"arn:aws:quicksight:*:*:dataset/*"',
    ),
    'what the name of the action ends with': allow(
      '"config:PutThirdPartyServiceLinkedConfigurationRecorder"',
      '"arn:aws:config:*:*:configuration-recorder/*"',
    ),
    'an action on whatever can be shared': allow(
      '"ec2:PutResourcePolicy"',
      '"arn:aws:ec2:*:*:security-group/*"',
    ),
    'a service that was renamed': allow(
      '"codestar-connections:UseConnection"',
      '"arn:aws:codeconnections:*:*:connection/*"',
    ),
    'the opposite element': inPolicy(`
    { "Effect": "Allow", "Action": "sqs:SendMessage", "NotResource": "arn:aws:s3:::b" }`),
  },
  flagged: {
    'another service': {
      text: allow(
        '["sqs:SendMessage", "sns:Publish"]',
        '"arn:aws:sqs:*:*:orders"',
        `
    #                                                  ^^^^^^^^^^^^^ action-resource-mismatch`,
      ),
      messages: [
        'sns:Publish works on no resource of this statement. Add one that fits, such as ' +
          'arn:aws:sns:${Region}:${Account}:${TopicName}, or name the action in a statement of its own.',
      ],
    },
    'a policy, where its group is wanted': allow(
      '"iam:AttachGroupPolicy"',
      '"arn:aws:iam::*:policy/readers"',
      `
    #                              ^^^^^^^^^^^^^^^^^^^^^^^ action-resource-mismatch`,
    ),
    'another type of the service that has the resources': allow(
      '"sts:AssumeRole"',
      '"arn:aws:iam::111122223333:user/anna"',
      `
    #                              ^^^^^^^^^^^^^^^^ action-resource-mismatch`,
    ),
    'another type of the same service': allow(
      '"ecs:StopTask"',
      '"arn:aws:ecs:*:*:task-definition/*"',
      `
    #                              ^^^^^^^^^^^^^^ action-resource-mismatch`,
    ),
  },
});
