import rule from '../../../server/src/rules/lambda/lambda-permission-without-source';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const permission = (principal: string, others = '') =>
  inTemplate('AWS::Lambda::Permission', 'Principal', principal, `"FunctionName": "f", ${others}`);

ruleSpec(rule, {
  clean: {
    'a rule': permission('"events.amazonaws.com"', '"SourceArn": { "Fn::GetAtt": ["Rule", "Arn"] }, '),
    'a bucket and its account': permission(
      '"s3.amazonaws.com"',
      '"SourceArn": "arn:aws:s3:::a", "SourceAccount": { "Ref": "AWS::AccountId" }, ',
    ),
    'an account': permission('"123456789012"'),
    'a service that is not known to say for whom it calls': permission('"secretsmanager.amazonaws.com"'),
    'a service known only where it assumes roles': permission('"cloudformation.amazonaws.com"'),
    'a token': permission('"events.amazonaws.com"', '"EventSourceToken": "t", '),
    'properties known only later': permission(
      '"events.amazonaws.com"',
      '"Fn::Transform": { "Name": "AWS::Include" }, ',
    ),
  },
  flagged: {
    'a service alone': {
      text: permission(`
          "events.amazonaws.com"
#         ^^^^^^^^^^^^^^^^^^^^^^ lambda-permission-without-source
        `),
      messages: [
        'Others may have Amazon EventBridge invoke this function from their account. Add SourceArn, so that it does so for your resources only.',
      ],
    },
    'a service that says its account': {
      text: permission(`
          "config.amazonaws.com"
#         ^^^^^^^^^^^^^^^^^^^^^^ lambda-permission-without-source
        `),
      messages: [
        'Others may have AWS Config invoke this function from their account. Add SourceAccount, so that it does so for your resources only.',
      ],
    },
    'a bucket without its account': {
      text: permission(
        `
          "s3.amazonaws.com"
#         ^^^^^^^^^^^^^^^^^^ lambda-permission-without-source
        `,
        '"SourceArn": "arn:aws:s3:::a", ',
      ),
      messages: [
        'The ARN of a bucket does not tell its owner, and the name may come to belong to somebody else. Add SourceAccount with the number of your account.',
      ],
    },
    'in YAML': {
      language: 'yaml',
      text: `Resources:
  Invoke:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Function
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
#                ^^^^^^^^^^^^^^^^^^^^^^^^ lambda-permission-without-source
`,
    },
    'in Terraform': {
      language: 'terraform',
      text: `resource "aws_lambda_permission" "topic" {
  principal = "sns.amazonaws.com"
#             ^^^^^^^^^^^^^^^^^^^ lambda-permission-without-source
}

resource "aws_lambda_permission" "rule" {
  principal  = "events.amazonaws.com"
  source_arn = aws_cloudwatch_event_rule.r.arn
}
`,
    },
    'in a service of the Serverless Framework': {
      language: 'yaml',
      file: 'serverless.yml',
      text: `service: s
provider:
  name: aws
resources:
  Resources:
    Invoke:
      Type: AWS::Lambda::Permission
      Properties:
        Principal: sns.amazonaws.com
#                  ^^^^^^^^^^^^^^^^^ lambda-permission-without-source
`,
    },
  },
});
