// A permission that lets everyone invoke a Lambda function.
import { principalOf, saysForWhom } from '../permission';
import { defineRule } from '../rule';

export default defineRule({
  id: 'lambda-permission-for-everyone',
  group: 'lambda',
  category: 'security',
  on: 'document',
  summary: 'A permission lets everyone invoke a Lambda function.',
  why:
    'With the principal `*` every account of AWS may invoke the function; with a URL that asks for no authentication everybody on the internet may. ' +
    'For a public URL that may be meant, and it is reported as a suggestion. Security Hub reports such functions as Lambda.1.',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-1',
  examples: [
    {
      bad: `{
  "Resources": {
    "Invoke": {
      "Type": "AWS::Lambda::Permission",
      "Properties": { "Action": "lambda:InvokeFunction", "FunctionName": "report", "Principal": "*" }
    }
  }
}`,
      good: `{
  "Resources": {
    "Invoke": {
      "Type": "AWS::Lambda::Permission",
      "Properties": {
        "Action": "lambda:InvokeFunction",
        "FunctionName": "report",
        "Principal": "*",
        "PrincipalOrgID": "o-a1b2c3d4e5"
      }
    }
  }
}`,
    },
  ],

  when: ({ declared }) => declared.length > 0,

  *check({ declared }) {
    for (const permission of declared) {
      const principal = principalOf(permission);
      if (principal?.value !== '*' || saysForWhom(permission)) continue;
      const auth = permission.field('FunctionUrlAuthType')?.value;
      if (auth && auth.kind !== 'string') continue;
      const isPublicUrl = auth?.value === 'NONE' || permission.field('InvokedViaFunctionUrl') !== undefined;
      yield {
        span: principal.span,
        message: isPublicUrl
          ? 'Everybody on the internet may call the URL of this function. If that is not meant, use the authentication AWS_IAM and name the principals.'
          : 'Every account of AWS may invoke this function. Name the account or the service, or add PrincipalOrgID.',
        ...(isPublicUrl ? { category: 'suggestion' as const } : {}),
      };
    }
  },
});
