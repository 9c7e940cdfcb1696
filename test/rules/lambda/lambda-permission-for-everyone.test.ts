import rule from '../../../server/src/rules/lambda/lambda-permission-for-everyone';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const permission = (principal: string, others = '') =>
  inTemplate('AWS::Lambda::Permission', 'Principal', principal, `"FunctionName": "f", ${others}`);

ruleSpec(rule, {
  clean: {
    'an account': permission('"123456789012"'),
    'an organization': permission('"*"', '"PrincipalOrgID": "o-a1b2c3d4e5", '),
    'a source': permission('"*"', '"SourceArn": { "Ref": "Topic" }, '),
    'a principal known only later': permission('{ "Ref": "Who" }'),
    'an authentication known only later': permission('"*"', '"FunctionUrlAuthType": { "Ref": "Auth" }, '),
  },
  flagged: {
    'every account': {
      text: permission(`
          "*"
#         ^^^ lambda-permission-for-everyone
        `),
      messages: [
        'Every account of AWS may invoke this function. Name the account or the service, or add PrincipalOrgID.',
      ],
    },
    'a public URL': {
      text: permission(
        `
          "*"
#         ^^^ lambda-permission-for-everyone
        `,
        '"FunctionUrlAuthType": "NONE", ',
      ),
      messages: [
        'Everybody on the internet may call the URL of this function. If that is not meant, use the authentication AWS_IAM and name the principals.',
      ],
    },
    'in Terraform': {
      language: 'terraform',
      text: `resource "aws_lambda_permission" "all" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.f.function_name
  principal     = "*"
#                 ^^^ lambda-permission-for-everyone
}

resource "aws_lambda_permission" "org" {
  action           = "lambda:InvokeFunction"
  function_name    = aws_lambda_function.f.function_name
  principal        = "*"
  principal_org_id = var.org
}
`,
    },
  },
});
