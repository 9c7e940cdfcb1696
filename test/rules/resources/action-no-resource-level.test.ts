import rule from '../../../server/src/rules/resources/action-no-resource-level';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement that allows an action on a resource. */
function allow(action: string, resource: string, drawing = ''): string {
  return inPolicy(`
    { "Effect": "Allow", "Action": ${action}, "Resource": ${resource} }${drawing}`);
}

ruleSpec(rule, {
  clean: {
    everything: allow('["s3:ListAllMyBuckets", "s3:GetObject"]', '["arn:aws:s3:::b", "*"]'),
    'an action that works on resources': allow('"s3:GetObject"', '"arn:aws:s3:::b/*"'),
    'a wildcard': allow('"s3:List*"', '"arn:aws:s3:::b"'),
    'logs, where the data has gaps': allow('"logs:DescribeLogGroups"', '"arn:aws:logs:*:*:*"'),
    'one that lists, on all of a type': allow(
      '["states:ListStateMachines", "iam:ListRoles"]',
      '["arn:aws:states:*:*:stateMachine:*", "arn:aws:iam::*:role/*"]',
    ),
    'one that lists, on all in a parent': allow(
      '"scheduler:ListSchedules"',
      '"arn:aws:scheduler:*:*:schedule/orders/*"',
    ),
    'one that lists, on all under a path': allow(
      '"iam:ListRoles"',
      '"arn:aws:iam::*:role/aws-service-role/*"',
    ),
    'one that lists, on a type that the data does not know': allow(
      '"quicksight:ListVPCConnections"',
      '"arn:aws:quicksight:*:*:vpcconnection/orders"',
    ),
    'one that makes what the resource names': allow(
      '"resource-groups:CreateGroup"',
      '"arn:aws:resource-groups:*:*:group/orders-*"',
    ),
    'a service of which the data knows no resources': allow(
      '"ssmmessages:OpenDataChannel"',
      '"arn:aws:ssm:*:*:session/${aws:userid}-*"',
    ),
    'a service whose ARNs bear the name of another': allow(
      '"sagemaker-mlflow:AccessUI"',
      '"arn:aws:sagemaker:*:*:mlflow-app/*"',
    ),
    'all buckets': allow('"s3:ListAllMyBuckets"', '"arn:aws:s3:::*"'),
    'an action that the data does not know': allow('"s3:ListWhatever"', '"arn:aws:s3:::b"'),
  },
  flagged: {
    'several actions, at the first of them': {
      text: allow(
        '["s3:ListAllMyBuckets", "iam:ListRoles", "s3:GetObject"]',
        '"arn:aws:s3:::b/*"',
        `
    #                               ^^^^^^^^^^^^^^^^^^^^^ action-no-resource-level`,
      ),
      messages: [
        's3:ListAllMyBuckets and 1 more work on no resource in particular, so this statement does nothing with them. ' +
          'Name them in a statement on "*".',
      ],
    },
    'one that lists, on some of a type': allow(
      '"iam:ListRoles"',
      '"arn:aws:iam::*:role/flow-logs-*"',
      `
    #                              ^^^^^^^^^^^^^^^ action-no-resource-level`,
    ),
    'what Amazon EC2 checks against nothing': allow(
      '"ec2:DescribeInstances"',
      '"arn:aws:ec2:*:*:instance/*"',
      `
    #                              ^^^^^^^^^^^^^^^^^^^^^^^ action-no-resource-level`,
    ),
    'the token of Amazon ECR': allow(
      '"ecr:GetAuthorizationToken"',
      '"arn:aws:ecr:*:*:repository/*"',
      `
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ action-no-resource-level`,
    ),
    'an action on no resource': {
      text: allow(
        '["s3:ListAllMyBuckets", "s3:GetObject"]',
        '"arn:aws:s3:::b/*"',
        `
    #                               ^^^^^^^^^^^^^^^^^^^^^ action-no-resource-level`,
      ),
      messages: [
        's3:ListAllMyBuckets works on no resource in particular, so this statement does nothing with it. ' +
          'Name it in a statement on "*".',
      ],
    },
  },
});
