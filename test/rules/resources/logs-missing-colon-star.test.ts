import rule from '../../../server/src/rules/resources/logs-missing-colon-star';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement that allows an action on a resource. */
function allow(action: string, resource: string, drawing = ''): string {
  return inPolicy(`
    { "Effect": "Allow", "Action": ${action}, "Resource": ${resource} }${drawing}`);
}

ruleSpec(rule, {
  clean: {
    'with :*': allow('"logs:PutLogEvents"', '"arn:aws:logs:*:*:log-group:a:*"'),
    'a wildcard that goes on': allow('"logs:PutLogEvents"', '"arn:aws:logs:*:*:log-group:*"'),
    'an action on groups': allow('"logs:PutRetentionPolicy"', '"arn:aws:logs:*:*:log-group:a"'),
    'another service': allow('"s3:PutObject"', '"arn:aws:s3:::b/*"'),
  },
  flagged: {
    'a log group of the same module': {
      language: 'terraform',
      text: `resource "aws_cloudwatch_log_group" "app" { name = "app" }
data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["logs:PutLogEvents"]
    resources = [aws_cloudwatch_log_group.app.arn]
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logs-missing-colon-star
  }
}
`,
    },
    'a log group of CloudFormation': {
      language: 'yaml',
      text: `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Action: logs:PutLogEvents, Resource: !Sub 'arn:aws:logs:\${AWS::Region}:*:log-group:app' }
          #                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logs-missing-colon-star
          - { Effect: Allow, Action: logs:PutLogEvents, Resource: !Sub 'arn:aws:logs:\${AWS::Region}:*:log-group:app:*' }
`,
    },
    'a log group alone': {
      text: allow(
        '["logs:CreateLogStream", "logs:PutLogEvents"]',
        '"arn:aws:logs:*:*:log-group:a"',
        `
    #                                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logs-missing-colon-star`,
      ),
      fixed: [allow('["logs:CreateLogStream", "logs:PutLogEvents"]', '"arn:aws:logs:*:*:log-group:a:*"')],
      access: ['wider'],
    },
  },
});
